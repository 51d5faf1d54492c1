import ArgumentParser
import Glibc
import Ledger
import Pipeline
import Publishing
import Rectification

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "复核：从存档重新计算已出的每一期并比对 / compute every issued edition again and compare",
    discussion: """
      用收到的原始文件、当时的专项文件和期次存证，把每一期正式和更正重新算一遍：存档、台账、决定、已出的页面和回执，凡被改动、缺失或算不出同样字节的，逐一指出，并说明从第几个字节起不同。什么也不改。
      全部一致以 0 退出，有不符以 2 退出。把最后一期的存证指纹记入会议纪要，以后就能发现整条存证被替换。
      / Exits 0 when all is as it was published, 2 when something is not. The head of the chain, written
      down in the minutes, shows later whether the whole of it was replaced.
      """)

  @Argument(help: "整改专项的代码 / the campaign; all when none is named") var campaigns: [Code] = []
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let holds = try console.reporting {
      let lock = try RunLock.take(common.place.lock, note: "verify, pid \(getpid())")
      defer { withExtendedLifetime(lock) {} }
      var holds = true
      try console.forEach(try campaignCodes(campaigns, in: common.place)) { campaign in
        let found = try verify(campaign, in: common.place, progress: console.progress)
        console.endProgress()
        try console.print(
          common.json ? verificationJSON(found) : verificationText(found, language: common.language)
        )
        holds = holds && found.faults.isEmpty
      }
      return holds
    }
    if !holds { throw ExitStatus.needsAPerson.code }
  }
}
