import Foundation
import Rectification

extension EditionRecord {
  /// `edition.json`: what is published, kept in the ledger and named by its SHA-256 in the next record.
  package func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(Written(self))) + Array("\n".utf8)
  }

  /// Reads what `json` wrote; nil when it is anything else.
  package init?(json: [UInt8]) {
    guard let written = try? JSONDecoder().decode(Written.self, from: Data(json)),
      let record = written.record
    else { return nil }
    self = record
  }
}

/// The record as JSON has it.
private struct Written: Codable {
  var format = "zhouhui-edition"
  var version = 1
  let campaign, week, kind: String
  let number: Int
  let program, campaignFiles, inputs: String
  let parts: [String: String]
  let files: [File]
  let previous: String?

  struct File: Codable {
    let path, sha256: String
  }

  init(_ record: EditionRecord) {
    campaign = record.campaign.text
    week = record.week.description
    (kind, number) = (record.kind.word, record.kind.number)
    program = record.program
    campaignFiles = record.campaignFiles.hex
    inputs = record.inputs.whole.hex
    parts = Dictionary(
      record.inputs.parts.map { ($0.key.rawValue, $0.value.hex) },
      uniquingKeysWith: { first, _ in first })
    files = record.files.map { File(path: $0.path, sha256: $0.sha256.hex) }
    previous = record.previous?.hex
  }

  var record: EditionRecord? {
    guard let campaign = Code(campaign), let week = Week(week),
      let kind = Edition.Kind(word: kind, number: number),
      let campaignFiles = Digest(campaignFiles), let whole = Digest(inputs)
    else { return nil }
    let previous = previous.flatMap { Digest($0) }
    let parts = parts.compactMap { name, hex in
      EditionInputs.Part(rawValue: name).flatMap { part in Digest(hex).map { (part, $0) } }
    }
    let files = files.compactMap { file in
      Digest(file.sha256).map { PublishedFile(path: file.path, sha256: $0) }
    }
    guard self.previous == nil || previous != nil, parts.count == self.parts.count,
      files.count == self.files.count
    else { return nil }
    return EditionRecord(
      campaign: campaign, week: week, kind: kind, program: program,
      campaignFiles: campaignFiles,
      inputs: EditionInputs(
        parts: Dictionary(parts, uniquingKeysWith: { first, _ in first }), whole: whole),
      files: files, previous: previous)
  }
}
