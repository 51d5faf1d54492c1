import ArgumentParser
import Glibc
import Pipeline

@main
struct Zhouhui: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhouhui",
    abstract: "周汇：周报告、周汇总、周协调 / the weekly report, summary and meeting, as a batch job",
    discussion: """
      常用：
        zhouhui run                    收报、检查、汇总、出页面（定时任务就用这一条）
        zhouhui status                 这一周谁还没报
        zhouhui brief                  在终端看一页要情
        zhouhui today                  日析：比昨天有什么变化，接下来到期什么
        zhouhui review 2023-12         月评：一个月里各单位报送和预警的情况
        zhouhui trace M017             一条措施、一个数字从哪里来
        zhouhui check 报告.xml         报送前先自查一遍
        zhouhui rules 规则代码         回执里的一条规则：何时提出、怎么改

      \(ExitStatus.table)
      """,
    version: programVersion,
    subcommands: [
      Init.self, Run.self, Check.self, Forms.self, Import.self, Status.self, Brief.self, Today.self,
      Review.self, Decide.self,
      Resolve.self, Quarantine.self, TraceCommand.self, Diff.self, Replay.self, Verify.self,
      BackupCommand.self,
      RestoreCommand.self,
      Doctor.self, Rules.self, Schema.self, Templates.self,
    ])

  static func main() {
    // A connection cut under libcurl, a reader gone from a pipe and a file size limit are errors to
    // be told, not signals to die of.
    openStandardStreams()
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // The name of the program is always among them, so none means that the runtime could not read
    // them; taken for “no command”, that would print the help and end with 0.
    guard !CommandLine.arguments.isEmpty else {
      Console.remark("/proc/self/maps: 读不出命令行，请再运行一次 / the command line cannot be read, run again")
      Glibc.exit(ExitStatus.cannotRead.rawValue)
    }
    main(nil)
  }
}

/// Opens those of the three standard streams that are closed, to nowhere.
///
/// Else the next file that is opened, the ledger it may be, would get their number and what is printed.
private func openStandardStreams() {
  for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
    _ = open("/dev/null", number == STDIN_FILENO ? O_RDONLY : O_WRONLY)
  }
}
