import Files
import Rectification

/// The bytes of one of a campaign's files.
enum CampaignFileBytes {
  /// Nil, and a problem, when the file is missing, not a regular file, too large or unreadable.
  ///
  /// `absent` is what to do when there is no such file.
  static func read(
    _ path: String, limit: Int, absent: Bilingual, _ log: inout ProblemLog
  ) -> [UInt8]? {
    do throws(FileFailure) {
      if let bytes = try readFile(path, upTo: limit) { return bytes }
      log.refuse(
        at: .wholeFile, Bilingual(zh: "没有这个文件", en: "there is no such file"), remedy: absent)
    } catch {
      refuse(error, limit: limit, absent: absent, &log)
    }
    return nil
  }

  /// Whether there is anything of that name, of whatever kind; what cannot be looked at is there.
  static func isThere(_ path: String) -> Bool {
    do throws(FileFailure) {
      return try facts(of: path, itself: true) != nil
    } catch {
      return true
    }
  }

  private static func refuse(
    _ failure: FileFailure, limit: Int, absent: Bilingual, _ log: inout ProblemLog
  ) {
    switch failure.trouble {
    case .notOfTheKind:
      log.refuse(
        at: .wholeFile, Bilingual(zh: "不是普通文件", en: "not a regular file"), remedy: absent)
    case .tooLarge:
      log.refuse(
        at: .wholeFile,
        Bilingual(zh: "文件超过\(limit >> 10) KiB", en: "the file is over \(limit >> 10) KiB"),
        remedy: Bilingual(
          zh: "请检查是不是放错了文件，删去多余的行",
          en: "check that it is the right file, and remove what is not needed"))
    case .forbidden, .exhausted, .broken:
      log.refuse(
        at: .wholeFile,
        Bilingual(zh: "不能读取（\(failure.reason)）", en: "cannot be read (\(failure.reason))"),
        remedy: Bilingual(
          zh: "请让运行本程序的用户有权读它", en: "let the user who runs the program read it"))
    }
  }
}
