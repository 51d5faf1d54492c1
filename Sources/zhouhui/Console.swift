import ArgumentParser
import Files
import Foundation
import Pipeline
import Rectification

/// The two streams: data on standard output, everything else on standard error.
final class Console {
  private let common: CommonOptions
  private let showsProgress: Bool
  private var hasProgress = false
  /// Where standard error goes, when that is the journal.
  let journal = Journal(environment: ProcessInfo.processInfo.environment)

  init(_ common: CommonOptions) {
    self.common = common
    showsProgress = !common.quiet && isatty(STDERR_FILENO) == 1
  }

  /// Data must arrive: where it cannot be written, the program says so and ends with that status.
  ///
  /// A reader that has gone wants no more of it, and the work ends as it would have.
  func print(_ text: String) throws {
    do throws(FileFailure) {
      let line = text.hasSuffix("\n") ? text : text + "\n"
      try writeAll(Array(line.utf8), to: STDOUT_FILENO, "/dev/stdout")
    } catch {
      if error.code == EPIPE { return }
      endProgress()
      let failure = Failure(error)
      Self.remark(failure.message[common.language])
      throw failure.status.code
    }
  }

  /// A line on standard error; where nobody can hear it, the work goes on.
  static func remark(_ text: String) { note(text + "\n") }

  private static func note(_ text: String) {
    try? writeAll(Array(text.utf8), to: STDERR_FILENO, "/dev/stderr")
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
    Self.note("\r\u{1B}[K\(text[common.language])")
    hasProgress = true
  }

  func endProgress() {
    guard hasProgress else { return }
    Self.note("\r\u{1B}[K")
    hasProgress = false
  }

  /// Does the same for every campaign; the trouble of one is told, stops no other, and is what the program ends with.
  func forEach(_ codes: [Code], _ body: (Code) throws -> Void) throws {
    var first: ExitStatus?
    for code in codes {
      do {
        try body(code)
      } catch let error as ExitCode {
        throw error
      } catch let error as ValidationError {
        throw error
      } catch {
        endProgress()
        let failure = Failure(error)
        let message = codes.count == 1 ? failure.message : failure.message.naming(code)
        if let journal {
          journal.send([journalEntry(of: Failure(failure.status, message), common.language)])
        } else {
          Self.remark(message[common.language])
        }
        first = first ?? failure.status
      }
    }
    if let first { throw first.code }
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
      if let journal {
        journal.send([journalEntry(of: failure, common.language)])
      } else {
        Self.remark(failure.message[common.language])
      }
      throw failure.status.code
    }
  }
}

extension Bilingual {
  /// With the campaign that it is about, where there are several.
  fileprivate func naming(_ campaign: Code) -> Bilingual {
    Bilingual(zh: "\(campaign)：\(zh)", en: "\(campaign): \(en)")
  }
}
