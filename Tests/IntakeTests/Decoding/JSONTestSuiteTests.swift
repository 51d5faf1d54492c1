import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// The 318 cases of github.com/nst/JSONTestSuite: y_ must be read, n_ must not, i_ is ours to decide.
struct JSONTestSuiteTests {
  private static let archive = corpus("json-test-suite.tar.gz")

  /// What becomes of a file that RFC 8259 leaves to the reader.
  private enum Decision: Equatable {
    case read
    case refused(RuleCode)

    /// Of the whole way, from the bytes: what is read is refused only for being no report.
    init(_ decoded: Decoded) {
      let rule = decoded.findings.first?.rule
      self = rule.map { $0 == .notAReport ? .read : .refused($0) } ?? .read
    }
  }

  /// Each with the reason; the names are those of the files without `i_` and `.json`.
  private static let decisions: [(name: String, decision: Decision)] = [
    // Numbers are kept as digits: no size is too much, and the field says which are allowed.
    ("number_double_huge_neg_exp", .read),
    ("number_huge_exp", .read),
    ("number_neg_int_huge_exp", .read),
    ("number_pos_double_huge_exp", .read),
    ("number_real_neg_overflow", .read),
    ("number_real_pos_overflow", .read),
    ("number_real_underflow", .read),
    ("number_too_big_neg_int", .read),
    ("number_too_big_pos_int", .read),
    ("number_very_big_negative_int", .read),
    // Half a surrogate pair is no character, in a name or in a text.
    ("object_key_lone_2nd_surrogate", .refused(.unreadable)),
    ("string_1st_surrogate_but_2nd_missing", .refused(.unreadable)),
    ("string_1st_valid_surrogate_2nd_invalid", .refused(.unreadable)),
    ("string_incomplete_surrogate_and_escape_valid", .refused(.unreadable)),
    ("string_incomplete_surrogate_pair", .refused(.unreadable)),
    ("string_incomplete_surrogates_escape_valid", .refused(.unreadable)),
    ("string_invalid_lonely_surrogate", .refused(.unreadable)),
    ("string_invalid_surrogate", .refused(.unreadable)),
    ("string_inverted_surrogates_U+1D11E", .refused(.unreadable)),
    ("string_lone_second_surrogate", .refused(.unreadable)),
    // Old programs write UTF-16, with a byte order mark and without; its zeros give it away.
    ("string_UTF-16LE_with_BOM", .read),
    ("string_utf16BE_no_BOM", .read),
    ("string_utf16LE_no_BOM", .read),
    // A byte order mark before UTF-8 is what Windows writes.
    ("structure_UTF-8_BOM_empty_object", .read),
    // Not UTF-8, so GB18030; and in that these bytes happen to be characters.
    ("string_UTF-8_invalid_sequence", .read),
    ("string_not_in_unicode_range", .read),
    ("string_overlong_sequence_2_bytes", .read),
    ("string_overlong_sequence_6_bytes", .read),
    // Neither UTF-8 nor GB18030.
    ("string_UTF8_surrogate_U+D800", .refused(.wrongEncoding)),
    ("string_invalid_utf-8", .refused(.wrongEncoding)),
    ("string_iso_latin_1", .refused(.wrongEncoding)),
    ("string_lone_utf8_continuation_byte", .refused(.wrongEncoding)),
    ("string_overlong_sequence_6_bytes_null", .refused(.wrongEncoding)),
    ("string_truncated-utf-8", .refused(.wrongEncoding)),
    // Over the limit of 64 levels.
    ("structure_500_nested_arrays", .refused(.unreadable)),
  ]

  private static func isRead(_ bytes: [UInt8]) -> Bool {
    UTF8Check.firstFault(in: bytes[...]) == nil && (try? JSONScanner.scan(bytes)) != nil
  }

  @Test(.enabled(if: archive != nil, "put json-test-suite.tar.gz into $ZHOUHUI_CORPORA"))
  func decidesEveryCase() throws {
    let archive = try #require(Self.archive)
    try withTemporaryFolder { folder in
      _ = try run(
        "/usr/bin/tar", ["-xzf", archive.path, "-C", folder.path],
        outputTo: folder.appendingPathComponent("log"))
      let cases = folder.appendingPathComponent("test_parsing")
      var counts: [Character: Int] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: cases.path) {
        guard let kind = name.first, name.hasSuffix(".json") else { continue }
        let bytes = try Array(Data(contentsOf: cases.appendingPathComponent(name)))
        // Whatever it is, the whole decoder survives it and calls none of it a report.
        let decoded = decode(bytes)
        #expect(decoded.report == nil && !decoded.findings.isEmpty, "\(name)")
        if kind == "i" {
          let listed = Self.decisions.first { name == "i_\($0.name).json" }
          #expect(listed?.decision == Decision(decoded), "\(name)")
        } else {
          #expect(Self.isRead(bytes) == (kind == "y"), "\(name)")
        }
        counts[kind, default: 0] += 1
      }
      #expect(counts == ["y": 95, "n": 188, "i": 35])
      #expect(Self.decisions.count == 35)
    }
  }
}
