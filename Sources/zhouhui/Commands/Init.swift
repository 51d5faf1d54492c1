import ArgumentParser
import Foundation
import Ledger
import Pipeline
import Rectification

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "建立工作区：文件夹和一本新台账 / make a workspace: its folders and a new ledger",
    discussion: """
      建 schedules/、inbox/、outbox/ 和 ledger/；已有的不动。已经出过期次、收过报告而没有台账的，不建（见 restore）。
      / Makes what is missing and changes nothing. Where editions or received files are and no ledger, none is made.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    try console.reporting {
      let lock = try RunLock.take(common.place.lock, note: "init, pid \(getpid())")
      defer { withExtendedLifetime(lock) {} }
      let isNew = try makeWorkspace(common.place)
      try console.print(
        (isNew
          ? Bilingual(
            zh: "已建立工作区和台账；下一步：在 schedules/ 里放好整改专项",
            en: "made; next, put a campaign into schedules/")
          : Bilingual(zh: "工作区已在，什么也没有改", en: "it is there already; nothing was changed"))[
            common.language])
    }
  }
}
