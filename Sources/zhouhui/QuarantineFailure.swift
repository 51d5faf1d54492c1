import Pipeline
import Rectification

extension QuarantineError {
  var status: ExitStatus {
    switch self {
    case .noSuchSubmission, .severalSubmissions, .alreadyDecided: .noInput
    }
  }

  var message: Bilingual {
    switch self {
    case .noSuchSubmission(let prefix):
      Bilingual(
        zh: "没有隔离过 SHA-256 为 \(prefix)… 的报送；请看 zhouhui quarantine list --all",
        en: "nothing with the SHA-256 \(prefix)… was stopped; see zhouhui quarantine list --all")
    case .severalSubmissions(let digests):
      Bilingual(
        zh: "有几份报送都是这样开头，请多写几位：" + Self.list(digests),
        en: "several begin like this, give more digits: " + Self.list(digests))
    case .alreadyDecided(let held):
      Bilingual(
        zh: "这份报送已有决定：\(held.decision.map { "\($0.code) \($0.word)" } ?? held.state.name.zh)",
        en:
          "this is decided already: \(held.decision.map { "\($0.code) \($0.word)" } ?? held.state.name.en)"
      )
    }
  }

  private static func list(_ digests: [Digest]) -> String {
    digests.prefix(5).map { String($0.hex.prefix(16)) }.joined(separator: ", ")
  }
}
