import Foundation
import TestSupport
import Testing

/// The units as systemd itself reads them.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")))
struct SystemdTests {
  private let analyze = "/usr/bin/systemd-analyze"

  /// Copies the units as `zhouhui@trial`, with a program that is there.
  private func withUnits(_ body: (_ service: String, _ timer: String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      for kind in ["service", "timer"] {
        let unit = Program.checkout.appendingPathComponent("schedules/systemd/zhouhui@.\(kind)")
        let text = try String(contentsOf: unit, encoding: .utf8)
          .replacing("/usr/bin/zhouhui", with: "/bin/true")
        for name in ["zhouhui@.\(kind)", "zhouhui@trial.\(kind)"] {
          try text.write(
            to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
      }
      try body(
        folder.appendingPathComponent("zhouhui@trial.service").path,
        folder.appendingPathComponent("zhouhui@trial.timer").path)
    }
  }

  @Test func areValid() throws {
    try withUnits { service, timer in
      let result = try Program.command(analyze, ["verify", service, timer])
      #expect(result.status == 0)
      #expect(result.errors == "")
    }
  }

  @Test func theHookIsValidAndNamedByTheRun() throws {
    let units = Program.checkout.appendingPathComponent("schedules/systemd")
    let hook = units.appendingPathComponent("zhouhui-failed@.service")
    let run = try String(
      contentsOf: units.appendingPathComponent("zhouhui@.service"), encoding: .utf8)
    #expect(run.contains("\nOnFailure=zhouhui-failed@%i.service\n"))
    try withTemporaryFolder { folder in
      let copy = folder.appendingPathComponent("zhouhui-failed@trial.service")
      for place in [copy, folder.appendingPathComponent("zhouhui-failed@.service")] {
        try FileManager.default.copyItem(at: hook, to: place)
      }
      let result = try Program.command(analyze, ["verify", copy.path])
      #expect(result.status == 0)
      #expect(result.errors == "")
    }
  }

  @Test func areRefusedWhenAKeyIsWrong() throws {
    try withUnits { service, timer in
      let text = try String(contentsOfFile: timer, encoding: .utf8)
      try text.replacing("Persistent=true", with: "Persistent=perhaps")
        .write(toFile: timer, atomically: true, encoding: .utf8)
      #expect(try Program.command(analyze, ["verify", service, timer]).errors != "")
    }
  }

  @Test func everyTimeOfTheTimerIsOne() throws {
    let timer = Program.checkout.appendingPathComponent("schedules/systemd/zhouhui@.timer")
    let lines = try String(contentsOf: timer, encoding: .utf8).split(separator: "\n")
    let times = lines.filter { $0.hasPrefix("OnCalendar=") }.map { $0.dropFirst(11) }
    #expect(times.count == 2)
    for time in times {
      #expect(try Program.command(analyze, ["calendar", String(time)]).status == 0)
    }
    #expect(lines.contains("Persistent=true"))
  }

  @Test func standsOpenNoFurtherThanItMust() throws {
    try withUnits { service, _ in
      let result = try Program.command(
        analyze, ["security", "--offline=true", "--threshold=11", service])
      #expect(result.status == 0, "\(result.output.suffix(200))")
    }
  }
}
