import Rectification

/// 完成时限 and 长期坚持 of one row.
enum DeadlineCells {
  static func read(
    _ row: CSVTable.Row, start: CivilDate?, _ log: inout ProblemLog
  ) -> Deadline? {
    let isStanding = yesNo(row["长期坚持"], &log)
    guard let kind = kind(row["完成时限"], start: start, &log) else { return nil }
    if kind == .standing, isStanding == false {
      log.refuse(
        at: row["长期坚持"].spot,
        Bilingual(
          zh: "“完成时限”是长期坚持，“长期坚持”却写了否", en: "“完成时限” is 长期坚持, and yet “长期坚持” says 否"),
        remedy: Bilingual(zh: "请留空或写“是”", en: "leave it empty or write 是"))
    }
    if case .date(let date) = kind, let start, date < start {
      log.refuse(
        at: row["完成时限"].spot,
        Bilingual(
          zh: "“完成时限”\(date)早于“开始日期”\(start)", en: "“完成时限” \(date) is before “开始日期” \(start)"),
        remedy: Bilingual(zh: "请改正其中一个", en: "correct one of them"))
    }
    return Deadline(kind, isStanding: isStanding ?? false)
  }

  private static func kind(
    _ cell: WrittenText, start: CivilDate?, _ log: inout ProblemLog
  ) -> Deadline.Kind? {
    switch cell.text {
    case "立行立改": return .immediate
    case "长期坚持": return .standing
    default: break
    }
    guard let remedy = remedy(for: cell.text, start: start) else {
      return cell.date(near: start, &log).map(Deadline.Kind.date)
    }
    log.refuse(
      at: cell.spot,
      Bilingual(
        zh: "“\(cell.name)”“\(cell.quoted)”不是确切的时限",
        en: "“\(cell.name)” “\(cell.quoted)” is not exact"),
      remedy: remedy)
    return nil
  }

  /// How to write a deadline in words; nil when the text is to be judged as a date.
  private static func remedy(for text: String, start: CivilDate?) -> Bilingual? {
    let isStanding = ["长期", "持续", "常态"].contains(where: text.contains)
    let isImmediate = ["立行立改", "即知即改", "立知立改", "立即"].contains(where: text.contains)
    let day = VagueDate.suggestion(for: text, near: start)
    guard isStanding || isImmediate else { return nil }
    let word = day?.description ?? (isImmediate ? "立行立改" : "长期坚持")
    guard isStanding, word != "长期坚持" else {
      return Bilingual(zh: "请写“\(word)”", en: "write “\(word)”")
    }
    return Bilingual(
      zh: "请写“\(word)”，并在“长期坚持”列写“是”", en: "write “\(word)”, and 是 in the column “长期坚持”")
  }

  /// Nil when the cell is empty or says neither.
  private static func yesNo(_ cell: WrittenText, _ log: inout ProblemLog) -> Bool? {
    switch cell.text {
    case "是": return true
    case "否": return false
    case "": return nil
    default:
      log.refuse(
        at: cell.spot,
        Bilingual(
          zh: "“\(cell.name)”“\(cell.quoted)”不是“是”或“否”",
          en: "“\(cell.name)” “\(cell.quoted)” is neither 是 nor 否"),
        remedy: Bilingual(zh: "请写“是”、“否”或留空", en: "write 是 or 否, or leave it empty"))
      return nil
    }
  }
}
