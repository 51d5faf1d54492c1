import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// Other people's validators, given the published schemas, must say what the decoder says under rule
/// `schema`: whatever it lets pass they let pass, and whatever it refuses they refuse.
///
/// A judge that is missing fails its test: an agreement nobody has seen is no agreement.
struct SchemaJudgeTests {
  @Test func xmllintAgrees() throws {
    try compare(Self.xml + Self.only(OneSyntax.xml), with: .xmllint)
  }

  @Test func xmlschemaAgrees() throws {
    try compare(Self.xml + Self.only(OneSyntax.xml), with: .xmlschema)
  }

  @Test func jsonschemaAgrees() throws {
    try compare(Self.json + Self.only(OneSyntax.json), with: .jsonschema)
  }

  @Test func theDecoderAgreesWithWhatIsSaidOfOneSyntax() {
    for (text, isSound) in OneSyntax.json + OneSyntax.xml {
      #expect(decode(text).rules.contains("schema") != isSound, "\(text)")
    }
  }

  private func compare(_ documents: [JudgedDocument], with judge: SchemaJudge) throws {
    let verdicts = try judge.verdicts(on: documents.map(\.text))
    try #require(verdicts.count == documents.count, "\(judge.rawValue) judged \(verdicts.count)")
    var agreed: [Bool: Int] = [:]
    var differed: [PastSchema: Int] = [:]
    for (document, isValid) in zip(documents, verdicts) {
      let isSame = isValid == document.isSound
      if let past = document.past(judge) {
        if !isSame { differed[past, default: 0] += 1 }
      } else {
        #expect(isSame, "\(judge.rawValue) says \(isValid ? "valid" : "invalid"): \(document.text)")
        agreed[isValid, default: 0] += 1
      }
    }
    let (sound, faulty) = (agreed[true, default: 0], agreed[false, default: 0])
    #expect(sound > 1500 && faulty > 2500, "\(sound) sound and \(faulty) faulty")
    #expect(sound + faulty >= 5000)
    // An exception no document needs would only hide the next mistake.
    let needed = Set(PastSchema.allCases.filter { $0.concerns(judge) })
    #expect(Set(differed.keys) == needed, "\(differed)")
  }

  private static var xml: [JudgedDocument] {
    GeneratedReports.twins.map { JudgedDocument($0.xml, $0.fromXML, $0.value) }
  }

  private static var json: [JudgedDocument] {
    GeneratedReports.twins.map { JudgedDocument($0.json, $0.fromJSON, $0.value) }
  }

  private static func only(_ documents: [(text: String, isSound: Bool)]) -> [JudgedDocument] {
    documents.map { JudgedDocument($0.text, decode($0.text), nil) }
  }
}

/// One document, and what the decoder says of its structure.
struct JudgedDocument {
  let text: String
  let isSound: Bool
  private let pasts: [PastSchema]

  init(_ text: String, _ decoded: Decoded, _ value: PlainValue?) {
    let isSound = !decoded.findings.contains { $0.rule == .schema }
    self.text = text
    self.isSound = isSound
    pasts = PastSchema.allCases.filter { past in
      isSound ? past.isAccepted(decoded) : past.isRefused(text, value)
    }
  }

  /// Why this judge need not agree; nil when it must.
  func past(_ judge: SchemaJudge) -> PastSchema? { pasts.first { $0.concerns(judge) } }
}

/// All that the decoder and a schema may see differently, each with its reason.
enum PastSchema: CaseIterable {
  /// A malformed decimal is rule `bad-amount` to the decoder; to a schema it is a pattern like others.
  case malformedDecimal
  /// Readers of JSON hand on the last of two members of one name; no keyword sees the first.
  case doubledName
  /// No XSD can forbid an `xsi:type` that names the type an element has anyway.
  case namedType
  /// Python's `strip` takes an ideographic space between elements for white space; XML has four others.
  case foreignBlank

  func concerns(_ judge: SchemaJudge) -> Bool {
    switch self {
    case .malformedDecimal: true
    case .doubledName: judge == .jsonschema
    case .namedType: judge != .jsonschema
    case .foreignBlank: judge == .xmlschema
    }
  }

  /// Whether the decoder finds the structure sound, and a schema may not.
  func isAccepted(_ decoded: Decoded) -> Bool {
    self == .malformedDecimal
      && decoded.findings.contains {
        $0.rule == .badAmount && $0.place.pointer.hasSuffix("/amount")
      }
  }

  /// Whether the decoder refuses the structure, and a schema may not.
  func isRefused(_ text: String, _ value: PlainValue?) -> Bool {
    switch self {
    case .malformedDecimal: false
    case .doubledName: value.map { $0.hasDoubledName && $0.isSoundToJSONSchema } == true
    case .namedType: text == OneSyntax.namedType
    case .foreignBlank: text == OneSyntax.foreignBlank
    }
  }
}

extension PlainValue {
  fileprivate var hasDoubledName: Bool { asReadByPython != self }

  /// Whether nothing else is wrong with it, so that only then its judge is not asked.
  fileprivate var isSoundToJSONSchema: Bool {
    !Twin.read(asReadByPython.json()).rules.contains("schema")
  }

  /// The last of the members of one name.
  private var asReadByPython: PlainValue {
    switch self {
    case .object(let members):
      return .object(
        members.indices.filter { index in
          !members[(index + 1)...].contains { $0.name == members[index].name }
        }.map { .init(members[$0].name, members[$0].value.asReadByPython) })
    case .list(let item, let items):
      return .list(item: item, items.map(\.asReadByPython))
    default: return self
    }
  }
}
