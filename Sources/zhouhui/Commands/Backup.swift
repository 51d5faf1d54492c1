import ArgumentParser
import Foundation
import Ledger
import Pipeline
import Rectification

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "备份台账、原件和专项文件 / back up the ledger, the archive and the campaigns' files",
    discussion: """
      写进一个新的或空的文件夹，运行期间也可以备份；末了写出 SHA256SUMS，没有它的不是完整的备份。
      outbox/ 不在其内：丢了的由 zhouhui run 照原样补出。
      / Into a new or empty folder, also while a run goes on. SHA256SUMS comes last: without it the backup is
      not whole. outbox/ is not in it: run makes what is missing there again.
      """)

  @Argument(help: ArgumentHelp("备份放进的文件夹 / the folder to make", valueName: "folder"))
  var folder: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    try console.reporting {
      let made = try backUp(common.place, to: folder)
      let size = made.bytes >> 10
      try console.print(
        Bilingual(
          zh: "\(made.folder)：已备份 \(made.files) 个文件，\(size) KiB，台账 \(made.identity.prefix(8))",
          en: "\(made.folder): \(made.files) files, \(size) KiB, ledger \(made.identity.prefix(8))")[
            common.language])
    }
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "从备份恢复 / put a backup back",
    discussion: """
      先核对整份备份，再动手：台账换成备份里的（原来的改名留着），存档补齐、修好，缺的专项文件补上；现有的专项文件不覆盖。
      备份比 outbox/ 旧的，下一次 run 会说差哪几期、怎么办。
      / All of the backup is verified first. The ledger is replaced (the old one keeps another name), the archive
      mended, missing campaign files put back; those that are there stay. Where the backup is older than outbox/,
      the next run says by what and what to do.
      """)

  @Argument(help: ArgumentHelp("备份所在的文件夹 / the backup", valueName: "folder"))
  var folder: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    try console.reporting {
      let lock = try RunLock.take(common.place.lock, note: "restore, pid \(getpid())")
      defer { withExtendedLifetime(lock) {} }
      try console.print(text(try restore(common.place, from: folder), common.language))
    }
  }

  private func text(_ done: Restoration, _ language: Language) -> String {
    var lines = [
      Bilingual(
        zh: "已恢复台账 \(done.identity.prefix(8))，补回文件 \(done.restored.count) 个",
        en: "restored the ledger \(done.identity.prefix(8)) and \(done.restored.count) files")
    ]
    if let replaced = done.replaced {
      lines.append(
        Bilingual(zh: "  原来的台账留在 \(replaced)", en: "  the ledger before is kept as \(replaced)"))
    }
    lines += done.kept.map {
      Bilingual(zh: "  \($0) 与备份不同，没有覆盖", en: "  \($0) is not as in the backup and stays")
    }
    return lines.map { $0[language] }.joined(separator: "\n")
  }
}
