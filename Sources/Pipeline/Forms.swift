import Files
import Foundation
import Intake
import Ledger
import Publishing
import Rectification

/// One file of a form, by its name.
package struct FormOutput: Sendable {
  package let name: String
  package let bytes: [UInt8]
}

/// The form of every unit that has something to report in a week, prefilled with what is known.
package struct FormMaking {
  private let index: RegisterIndex
  private let ledger: LedgerStore
  private let week: Week
  private let asOf: Moment
  private let scriptDigest: String

  package init(
    _ campaign: Campaign, week: Week?, in workspace: Workspace, asOf: Moment
  ) throws {
    index = RegisterIndex(campaign)
    ledger = try readLedger(of: workspace)
    self.week = try week ?? index.cycle.currentWeek(at: asOf)
    self.asOf = asOf
    scriptDigest = try Self.base64(Digesting.digest(of: Array(formScript.utf8)))
  }

  /// The units, in the order of units.csv, that are to have a form.
  package func units(_ named: Code?) throws -> [Rectification.Unit] {
    let units = index.campaign.units
    guard let named else { return try units.filter { try !measures(of: $0).isEmpty } }
    guard let unit = index.units[named] else { throw UnknownFormUnit(code: named) }
    return [unit]
  }

  /// The page and the workbook of one unit.
  package func files(for unit: Rectification.Unit) throws -> [FormOutput] {
    let form = try form(of: unit)
    let page = formPage(form, scriptDigest: scriptDigest) { field in
      FieldMessages(field).faults.map {
        FieldWords(name: $0.name, rule: $0.rule, message: $0.message, remedy: $0.remedy)
      }
    }
    return [
      FormOutput(name: "\(form.name).html", bytes: Array(page.utf8)),
      FormOutput(name: "\(form.name).xlsx", bytes: try formWorkbook(form)),
    ]
  }

  private func form(of unit: Rectification.Unit) throws -> UnitForm {
    let settings = index.campaign.settings
    let measures = try measures(of: unit)
    let history = try ledger.look {
      try $0.history(
        of: unit.code, in: settings.code, before: week, knownAt: asOf,
        measures: Set(measures.map(\.code)), outcomes: Set(settings.outcomeKinds.map(\.code)))
    }
    let totals = settings.outcomeKinds.compactMap { kind in
      history.lastOutcome(of: kind.code).map { (kind.code, $0.outcome.value) }
    }
    return UnitForm(
      settings: settings, unit: unit, week: week, due: try index.cycle.cutOffs(of: week)?.report,
      revision: try revision(of: unit),
      measures: try measures.map { try open($0, of: unit, history) },
      totals: Dictionary(totals, uniquingKeysWith: { first, _ in first }),
      unitNames: index.campaign.units.filter { $0.code != unit.code }.map(\.name))
  }

  /// What the unit leads, then what it supports, as far as it has begun and is open.
  private func measures(of unit: Rectification.Unit) throws -> [Measure] {
    ((index.led[unit.code] ?? []) + (index.supported[unit.code] ?? [])).filter {
      $0.start <= week.sunday && !index.isClosed($0.code, at: asOf)
    }
  }

  private func open(
    _ measure: Measure, of unit: Rectification.Unit, _ history: UnitHistory
  ) throws -> UnitForm.OpenMeasure {
    let foresight = Foresight(
      index: index, history: history, unit: unit.code, week: week, moment: asOf)
    let last = history.lastEntry(of: measure.code)
    return UnitForm.OpenMeasure(
      measure: measure, isLead: measure.leadUnit == unit.code,
      deadline: try index.deadline(of: measure, at: asOf),
      last: last?.entry, lastWeek: last?.report.week,
      foreseen: try foresight.findings(on: measure))
  }

  /// One more than the highest that has come in for the week.
  private func revision(of unit: Rectification.Unit) throws -> Int {
    let judged = try ledger.judged(
      in: index.campaign.settings.code, through: week, receivedBy: asOf)
    let ours = judged.filter { $0.submission.sender == unit.code && $0.week == week }
    return min(999, (ours.map(\.revision).max() ?? 0) + 1)
  }

  private static func base64(_ digest: Digest) -> String {
    let digits = Array(digest.hex)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    return Data(bytes).base64EncodedString()
  }
}

/// Writes forms into a folder; one that is there with other contents stays unless `isForced`.
///
/// A unit's form may have been filled in where it lay.
package func writeForms(
  _ files: [FormOutput], to folder: String, isForced: Bool
) throws -> (written: [String], kept: [String]) {
  try makeFolders(folder)
  var (written, kept): ([String], [String]) = ([], [])
  for file in files {
    let path = "\(folder)/\(file.name)"
    let present = try readFile(path)
    if present == file.bytes { continue }
    guard present == nil || isForced else {
      kept.append(path)
      continue
    }
    try writeDurably(file.bytes, to: path)
    written.append(path)
  }
  return (written, kept)
}

/// A form was asked for of a unit that units.csv does not have.
package struct UnknownFormUnit: Error {
  package let code: Code

  package var message: Bilingual {
    Bilingual(zh: "单位名录里没有“\(code)”", en: "units.csv has no unit \(code)")
  }
}
