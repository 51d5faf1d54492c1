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
  var version = 2
  let campaign, week, kind: String
  let number: Int
  let program, campaignFiles, inputs: String
  let parts: [String: String]
  let files: [File]
  let previous: String?
  let referenceDate: String?
  let figures: [String: String]?
  let notices: [SentText]?

  struct SentText: Codable {
    let year, number: Int
    let kind, subject, since: String
    let step: Int

    init(_ sent: SentNotice) {
      (year, number) = (sent.number.year, sent.number.ordinal)
      (kind, subject) = (sent.matter.identity.kind.rawValue, sent.matter.identity.subject.text)
      (since, step) = (sent.matter.since.description, sent.matter.step.rawValue)
    }

    var sent: SentNotice? {
      guard let kind = Alert.Kind(rawValue: kind), let subject = Code(subject),
        let since = CivilDate(since), let step = LadderStep(rawValue: step)
      else { return nil }
      return SentNotice(
        number: Notice.Number(year: year, ordinal: number),
        matter: Notice.Matter(
          identity: Alert.Identity(kind: kind, subject: subject), since: since, step: step))
    }
  }

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
    referenceDate = record.statement?.referenceDate.description
    figures = record.statement?.figures
    notices = record.statement?.notices.map(SentText.init)
  }

  /// Nil of an earlier version, and when it cannot be read.
  private var statement: EditionRecord.Statement? {
    guard let date = referenceDate.flatMap({ CivilDate($0) }), let figures, let notices else {
      return nil
    }
    let sent = notices.compactMap(\.sent)
    guard sent.count == notices.count else { return nil }
    return EditionRecord.Statement(referenceDate: date, figures: figures, notices: sent)
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
      files.count == self.files.count, version == 1 || statement != nil
    else { return nil }
    return EditionRecord(
      campaign: campaign, week: week, kind: kind, program: program,
      campaignFiles: campaignFiles,
      inputs: EditionInputs(
        parts: Dictionary(parts, uniquingKeysWith: { first, _ in first }), whole: whole),
      files: files, previous: previous, statement: statement)
  }
}
