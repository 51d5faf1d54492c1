import Foundation

/// A Python to read pages with, so that our HTML is judged by a parser that is not ours.
let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// Tags in order with their attributes; of those that carry text (`title`, `aria-label`, a choice), the names alone.
func elementTree(_ page: String) throws -> [String] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: python ?? "")
  process.arguments = ["-I", "-c", script]
  let (input, output) = (Pipe(), Pipe())
  (process.standardInput, process.standardOutput) = (input, output)
  try process.run()
  // Written from another thread: both pipes are smaller than a page.
  let bytes = Data(page.utf8)
  Thread.detachNewThread {
    input.fileHandleForWriting.write(bytes)
    try? input.fileHandleForWriting.close()
  }
  let read = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: read, as: UTF8.self).split(separator: "\n").map(String.init)
}

private let script = """
  import sys, html.parser
  class Tree(html.parser.HTMLParser):
      def handle_starttag(self, tag, attrs):
          print(tag, [(n, None if n in ('title', 'aria-label') or (tag, n) == ('option', 'value') else v) for n, v in attrs])
      def handle_endtag(self, tag): print('/' + tag)
      def handle_comment(self, data): print('comment')
      def handle_pi(self, data): print('instruction')
  Tree(convert_charrefs=True).feed(sys.stdin.buffer.read().decode('utf-8'))
  """
