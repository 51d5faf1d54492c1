import ArgumentParser
import Foundation
import Pipeline
import Rectification

/// The two streams: data on standard output, everything else on standard error.
final class Console {
  private let common: CommonOptions
  private let showsProgress: Bool
  private var hasProgress = false

  init(_ common: CommonOptions) {
    self.common = common
    showsProgress = !common.quiet && isatty(STDERR_FILENO) == 1
  }

  func print(_ text: String) {
    FileHandle.standardOutput.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  /// One line on standard error, and on with the work.
  func remark(_ remark: Bilingual, in language: Language) {
    FileHandle.standardError.write(Data((remark[language] + "\n").utf8))
  }

  /// One line that is written over, on a terminal; nothing in a journal.
  func progress(_ stage: RunStage) {
    guard showsProgress else { return }
    let text =
      switch stage {
      case .collecting(let count): Bilingual(zh: "收报 \(count)", en: "collecting \(count)")
      case .fetching(let done, let all):
        Bilingual(zh: "抓取 \(done)/\(all)", en: "fetching \(done)/\(all)")
      case .checking(let count): Bilingual(zh: "检查 \(count)", en: "checking \(count)")
      case .publishing(let week): Bilingual(zh: "出页面 \(week)", en: "publishing \(week)")
      }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text[common.language])".utf8))
    hasProgress = true
  }

  func endProgress() {
    guard hasProgress else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    hasProgress = false
  }

  /// Runs `body`; what it throws is told in words, and ends the program with the status it stands for.
  func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      endProgress()
      let failure = Failure(error)
      FileHandle.standardError.write(Data((failure.message[common.language] + "\n").utf8))
      throw failure.status.code
    }
  }
}
