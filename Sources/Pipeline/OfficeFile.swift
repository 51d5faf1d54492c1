import Files
import Foundation
import Intake
import Rectification

/// A file that the office keeps, to which rows are added without its losing anything.
struct OfficeFile {
  /// Relative to the workspace.
  let name: String
  let workspace: Workspace

  /// Writes the new file beside the old one, as its owner and with its mode, and renames it: whole or not at all.
  ///
  /// Refused while WPS, Excel or LibreOffice has the file open: their next saving would take the rows
  /// away again. `change` is given nil where there is no file yet.
  func change(_ change: ([UInt8]?) throws -> [UInt8]) throws {
    // A link keeps pointing where it points.
    let path = URL(fileURLWithPath: "\(workspace.root)/\(name)").resolvingSymlinksInPath().path
    try refuseWhileOpen(path)
    let bytes = try readFile(path)
    let owned = try facts(of: path)
    let result = try change(bytes)
    guard try readFile(path) == bytes else { throw OfficeFileInUse.changedMeanwhile(name) }
    try writeDurably(
      to: path,
      prepare: { descriptor in
        if let owned { try keep(owned, of: descriptor, path) }
      }
    ) { append in try result.withUnsafeBytes(append) }
  }

  private func refuseWhileOpen(_ path: String) throws {
    let folder = folder(of: path)
    let file = URL(fileURLWithPath: path).lastPathComponent
    for mark in [".~lock.\(file)#", "~$\(file)", ".~\(file)"]
    where try facts(of: "\(folder)/\(mark)", itself: true) != nil {
      throw OfficeFileInUse.openElsewhere(name, mark: "\(folder)/\(mark)")
    }
  }
}

extension Campaign {
  func officeFile(_ name: String, in workspace: Workspace) -> OfficeFile {
    OfficeFile(name: "schedules/\(settings.code)/\(name)", workspace: workspace)
  }
}

/// Somebody else has a file of the office in hand; nothing was written.
package enum OfficeFileInUse: Error, Hashable {
  /// Another program has it open; `mark` is the file that says so.
  case openElsewhere(String, mark: String)
  case changedMeanwhile(String)

  package var message: Bilingual {
    switch self {
    case .openElsewhere(let file, let mark):
      Bilingual(
        zh: "\(file) 正在别的程序里打开（\(mark)）：请先保存并关闭，再试一次；没有人打开的，删去这个文件",
        en: "another program has \(file) open (\(mark)): save and close it, and try again; "
          + "if nobody has, remove that file")
    case .changedMeanwhile(let file):
      Bilingual(
        zh: "\(file) 刚被别人改动，没有写入，请再试一次",
        en: "\(file) was changed just now; nothing was written, try again")
    }
  }
}
