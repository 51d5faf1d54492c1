import ArgumentParser

/// How the program ends, for systemd and for scripts; a number is never reused.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case failed = 1
  case needsAPerson = 2
  /// ArgumentParser's own code for a wrong command line.
  case usage = 64
  case campaignFiles = 65
  case noInput = 66
  case cannotWrite = 73
  case cannotRead = 74
  case busy = 75
  case permission = 77
  case configuration = 78

  var code: ExitCode { ExitCode(rawValue: rawValue) }

  private var meaning: (zh: String, en: String) {
    switch self {
    case .done: ("完成", "done")
    case .failed: ("失败", "failed")
    case .needsAPerson: ("完成，但有事项需要人处理", "done, and something needs a person")
    case .usage: ("命令写法不对", "wrong command line")
    case .campaignFiles: ("专项文件有误", "the campaign's own files are wrong")
    case .noInput: ("没有这个输入", "no such input")
    case .cannotWrite: ("写不进去", "cannot write")
    case .cannotRead: ("读不出来", "cannot read")
    case .busy: ("另一次运行正在进行", "another run holds the lock")
    case .permission: ("没有权限", "permission denied")
    case .configuration: ("配置有误", "configuration")
    }
  }

  /// The table that help prints and the README repeats.
  static var table: String {
    (["退出码 / exit status:"]
      + allCases.map { "  \($0.rawValue)  \($0.meaning.zh) / \($0.meaning.en)" })
      .joined(separator: "\n")
  }
}
