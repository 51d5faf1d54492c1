import Foundation
import Rectification
import TestSupport
import Testing

/// GB 32100-2015, held against published codes and against python-stdnum.
struct CreditCodeTests {
  @Test(arguments: ["113307020501239658", "91350100M000100Y43", "91110000600037341L"])
  func takesAPublishedCode(_ text: String) throws {
    #expect(try CreditCode(text).text == text)
  }

  @Test(arguments: [
    ("", CreditCode.Fault.length(0)), ("1.13307E+17", .length(11)),
    ("91350100M000100Y4Z", .character(18)), ("91350100I000100Y43", .character(9)),
    ("9135A100M000100Y43", .character(5)), ("91350100m000100Y43", .character(9)),
    ("91350100M000100Y33", .organisationCheck(expected: "4")),
    ("91310115MA1H8R7C6D", .organisationCheck(expected: "4")),
    ("91350100M000100Y44", .check(expected: "3")),
  ])
  func saysWhatIsWrong(_ text: String, _ fault: CreditCode.Fault) {
    #expect(throws: fault) { try CreditCode(text) }
  }

  /// The judge looks at the last check character alone, and takes no letter among the first eight.
  @Test func agreesWithPythonStdnumWhereItIsRight() throws {
    let candidates = Self.candidates
    let verdicts = try withTemporaryFolder { folder in
      let list = folder.appendingPathComponent("codes")
      try Data(candidates.joined(separator: "\n").utf8).write(to: list)
      return try run(
        "/usr/bin/python3", ["-c", Self.judge, list.path],
        outputTo: folder.appendingPathComponent("log"))
    }.split(separator: "\n")
    try #require(verdicts.count == candidates.count, "install python3-stdnum: \(verdicts)")
    var (valid, judged) = (0, 0)
    for (code, verdict) in zip(candidates, verdicts) {
      do {
        _ = try CreditCode(code)
        valid += 1
        judged += 1
        #expect(verdict == "True", "\(code)")
      } catch CreditCode.Fault.organisationCheck {
        continue
      } catch {
        judged += 1
        #expect(verdict == "False", "\(code): \(error)")
      }
    }
    #expect(valid > 500 && judged > 2000, "\(valid) valid of \(judged) judged")
  }

  /// Codes with right check characters, and the same with one slip of the hand.
  private static let candidates: [String] = {
    var random = SeededGenerator(seed: 32_100)
    let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var codes: [String] = []
    while codes.count < 3000 {
      let head = random.pick(["11", "12", "31", "52", "91", "93"]) + "310106"
      let body = (0..<8).map { _ in String(random.pick(letters)) }.joined()
      guard let code = completed(head + body) else { continue }
      codes.append(code)
      var slipped = Array(code)
      slipped[random.pick([0, 2, 3, 4, 5, 6, 7, 17])] = random.pick(letters)
      codes.append(String(slipped))
      var swapped = Array(code)
      let place = Int.random(in: 0..<17, using: &random)
      swapped.swapAt(place, place + 1)
      codes.append(String(swapped))
    }
    return codes
  }()

  /// The code with both check characters, as the faults name them.
  private static func completed(_ start: String) -> String? {
    var code = start + "00"
    for _ in 0..<2 {
      do {
        return try CreditCode(code).text
      } catch CreditCode.Fault.organisationCheck(let expected) {
        code = start + String(expected) + "0"
      } catch CreditCode.Fault.check(let expected) {
        code = String(code.dropLast()) + String(expected)
      } catch {
        return nil
      }
    }
    return (try? CreditCode(code))?.text
  }

  private static let judge = """
    import sys
    from stdnum.cn import uscc
    for line in open(sys.argv[1]).read().split("\\n"):
        print(uscc.is_valid(line))
    """
}
