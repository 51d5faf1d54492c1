import Rectification

/// Keeps marked text out of the campaign's own files.
///
/// A file that bears a mark is refused by its place alone. Nothing else is said of it, for every
/// other complaint would quote it.
enum SecrecyGate {
  /// Whether the text may be read on.
  static func allows(_ text: [UInt8], _ marks: SecrecyMarks, _ log: inout ProblemLog) -> Bool {
    guard let offset = marks.firstMark(in: text) else { return true }
    let place = SourceMap(text).place(at: offset)
    refuse(at: Spot(line: place.line, column: place.column), &log)
    return false
  }

  static func refuse(at spot: Spot, _ log: inout ProblemLog) {
    log.refuse(
      at: spot,
      Bilingual(
        zh: "此处带有密级标志或内部标识，整个文件不读",
        en: "a secrecy mark stands here; nothing of the file is read"),
      remedy: Bilingual(
        zh: "本系统不得处理国家秘密和内部资料：请按保密规定移走。通用标志已内置，不必列入 secrecy-words",
        en:
          "this system may not hold secrets: take the text out. The usual marks are known; do not list them in secrecy-words"
      ))
  }
}
