/// The unit in the file is not the unit of the folder or URL it came by, which is the proof.
@Sendable func senderMismatch(_ context: CheckContext) -> [Finding] {
  let (name, sender) = (context.report.unit, context.submission.sender)
  guard case .unit(let named) = context.index.unitNames.unit(named: name, on: context.day),
    named != sender
  else { return [] }
  return [
    Finding(
      .senderMismatch, at: name.place,
      Bilingual(
        zh: "文件中的单位是“\(named)”，却从“\(sender)”的渠道送来",
        en: "the file speaks for \(named) but came by the channel of \(sender)"),
      remedy: Bilingual(
        zh: "各单位只能经本单位渠道报送：把 unit 改为“\(sender)”，或请“\(named)”自行报送",
        en: "a unit reports by its own channel only: set unit to \(sender), or let \(named) send it"
      ))
  ]
}
