/// The unit in the file is not the unit of the folder or URL it came by, which is the proof.
@Sendable func senderMismatch(_ context: CheckContext) -> [Finding] {
  let (named, sender) = (context.report.unit, context.submission.sender)
  guard named != sender, context.index.units[named] != nil else { return [] }
  return [
    Finding(
      .senderMismatch, at: context.report.places["unit"],
      Bilingual(
        zh: "文件中的单位是“\(named)”，却从“\(sender)”的渠道送来",
        en: "the file speaks for \(named) but came by the channel of \(sender)"),
      remedy: Bilingual(
        zh: "各单位只能经本单位渠道报送：把 unit 改为“\(sender)”，或请“\(named)”自行报送",
        en: "a unit reports by its own channel only: set unit to \(sender), or let \(named) send it"
      ))
  ]
}
