import Files
import Intake
import Rectification

/// A ledger read for the register of a campaign.
///
/// Of the campaign only units.csv is needed: there may be no register yet, nor anything else.
package func importRegister(
  _ bytes: [UInt8], for campaign: Code, sheet: String?, start: CivilDate?,
  in workspace: Workspace
) throws -> RegisterImport {
  try EncodingTables.load()
  let units = "\(workspace.root)/schedules/\(campaign)/units.csv"
  guard let directory = try readFile(units) else { throw MissingUnits(path: units) }
  return RegisterImport(
    bytes, RegisterImport.Settings(sheet: sheet, start: start, units: directory))
}

/// Puts a register at `path`, never over another one unless `isForced`.
package func saveRegister(_ csv: [UInt8], to path: String, isForced: Bool) throws {
  let present = try readFile(path)
  guard present != csv else { return }
  guard isForced || present == nil else { throw RegisterInPlace(path: path) }
  try writeDurably(csv, to: path)
}

/// The units cannot be looked up.
package struct MissingUnits: Error {
  package let path: String

  package var message: Bilingual {
    Bilingual(
      zh: "\(path)：没有这个文件；导入要按单位名录核对单位，请先建好",
      en: "\(path): no such file; an import looks the units up in it")
  }
}

/// There is a register already.
package struct RegisterInPlace: Error {
  package let path: String

  package var message: Bilingual {
    Bilingual(
      zh: "\(path)：已有内容不同的文件，没有覆盖；要覆盖请加 --force",
      en: "\(path): there is a file with other contents; it stays, unless --force")
  }
}
