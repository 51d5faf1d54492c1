import Foundation
import TestSupport
import Testing

/// What the program prints may be refused, as by a full disk behind a redirection.
struct RefusedOutputTests {
  @Test func outputThatCannotBeWrittenEndsWith73AndNamesIt() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      let result = try Program.command(
        "/bin/sh",
        [
          "-c", #"exec "$0" run --workspace "$1" --as-of 2024-01-12T12:05 >/dev/full"#,
          Program.executable.path, trial.path,
        ], lang: "en_GB.UTF-8")
      #expect(result.status == 73)
      #expect(result.errors.contains("/dev/stdout"))
      #expect(result.errors.contains("No space left on device"))
    }
  }
}
