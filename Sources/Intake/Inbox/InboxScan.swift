import Files
import Glibc
import Rectification

/// One look through the inbox of a campaign: `inbox/<campaign>/<unit>/`, file by file.
///
/// Everything goes through folder descriptors; a received name is never joined into a path, so no
/// name and no link leads anywhere else.
package struct InboxScan {
  /// The path of `inbox/`.
  package let inbox: String
  package let campaign: Code
  /// In the order of units.csv, which is the order of the scan.
  package let units: [Code]
  /// Of the units that sign their reports.
  package let signingKeys: [Code: SigningKey]
  package let limits: InboxLimits
  /// How many files of each unit were taken within the hour before this run.
  package let earlier: [Code: Int]
  /// A name that bears one of them is shown nowhere.
  package let marks: SecrecyMarks
  /// The moment of the run: no file counts as received later.
  package let asOf: Moment

  package init(
    inbox: String, campaign: Code, units: [Code], signingKeys: [Code: SigningKey] = [:],
    limits: InboxLimits, earlier: [Code: Int] = [:],
    marks: SecrecyMarks = .standard, asOf: Moment
  ) {
    self.inbox = inbox
    self.campaign = campaign
    self.units = units
    self.signingKeys = signingKeys
    self.limits = limits
    self.earlier = earlier
    self.marks = marks
    self.asOf = asOf
  }

  /// Hands over every file that is complete, one at a time, and removes it if `body` says so.
  ///
  /// The units take turns; of one unit by arrival, then the bytes of the name. What `body` throws ends the scan, except
  /// `FileChanged`: that file is passed over. No file is held in memory after its turn.
  package func forEachFile(
    passedOver: (PassedOver) -> Void, _ body: (ReceivedFile) throws -> Disposition
  ) throws {
    guard let folder = try campaignFolder() else { return }
    let names = try orFail { () throws(SystemError) in try folder.names() }
    reportStrangers(names, in: folder, passedOver)
    let present = Set(names)
    try takeTurns(
      units.filter { present.contains(Array($0.text.utf8)) }, in: folder, passedOver: passedOver,
      body)
  }

  /// Nil when the campaign has no inbox yet; a missing `inbox/` itself is an error, because then
  /// every unit would seem silent.
  func campaignFolder() throws(InboxError) -> OwnedDescriptor? {
    let root = try orFail { () throws(SystemError) in try OwnedDescriptor.folder(at: inbox) }
    return try orFail { () throws(SystemError) in
      do throws(SystemError) {
        return try root.folder(named: Array(campaign.text.utf8))
      } catch {
        guard error.code == ENOENT else { throw error }
        return nil
      }
    }
  }

  private func orFail<Value>(_ body: () throws(SystemError) -> Value) throws(InboxError) -> Value {
    do {
      return try body()
    } catch {
      throw InboxError(campaign: campaign, code: error.code)
    }
  }

  /// Names what lies beside the folders of the known units.
  private func reportStrangers(
    _ names: [[UInt8]], in folder: OwnedDescriptor, _ passedOver: (PassedOver) -> Void
  ) {
    let known = Set(units.map { Array($0.text.utf8) })
    for name in names
    where !known.contains(name) && name.first != UInt8(ascii: ".") && !Litter.holds(name) {
      let kind = try? folder.facts(of: name).kind
      let path = "\(campaign)/\(ShownName.text(name, withholding: marks))"
      passedOver(
        PassedOver(unit: nil, path: path, reason: kind == .folder ? .unknownUnit : .strayFile))
    }
  }
}

/// The inbox of a campaign cannot be looked through at all.
package struct InboxError: Error, Hashable {
  package let campaign: Code
  /// The errno.
  package let code: Int32

  package var isForbidden: Bool { code == EACCES || code == EPERM }

  package var message: Bilingual {
    let reason = "errno \(code): \(String(cString: strerror(code)))"
    return Bilingual(
      zh: "inbox/\(campaign)：读不出来（\(reason)），什么也没有收；请建好这个文件夹并让运行的账户能读，检查磁盘是否挂载",
      en:
        "inbox/\(campaign): cannot be read (\(reason)), nothing was taken; make it a folder that this "
        + "account can read, and see whether its disk is mounted")
  }
}
