import Rectification

/// Lines of plain text for a terminal of 80 columns.
struct TextPage {
  static let width = 80
  private(set) var text = ""

  mutating func blank() { text += "\n" }

  /// One line as it is, however long: a digest or a file name must stay whole to be copied.
  mutating func line(_ line: String) { text += visible(line) + "\n" }

  mutating func rule() { text += String(repeating: "-", count: Self.width) + "\n" }

  /// As many lines as it takes, all of them indented.
  mutating func paragraph(_ paragraph: String, indent: Int = 0) {
    let space = String(repeating: " ", count: indent)
    for line in wrapped(visible(paragraph), to: Self.width - indent) { text += space + line + "\n" }
  }

  /// The first line hangs out by the mark: `- text`.
  mutating func item(_ mark: String, _ paragraph: String) {
    let indent = displayWidth(mark)
    let lines = wrapped(visible(paragraph), to: Self.width - indent)
    let space = String(repeating: " ", count: indent)
    for (number, line) in lines.enumerated() { text += (number == 0 ? mark : space) + line + "\n" }
  }
}
