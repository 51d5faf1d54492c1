import Glibc
import Rectification

/// A file operation that failed: which, on what, and the system's reason.
///
/// A file that is not there is no failure of reading; see `readFile` and `facts(of:)`.
package struct FileFailure: Error, Hashable, CustomStringConvertible {
  package let operation: String
  package let path: String
  /// The system's error number.
  package let code: Int32

  package init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  package var description: String { "\(path): \(operation): \(reason)" }

  /// In the words of the system: `Permission denied`.
  package var reason: String { String(cString: strerror(code)) }

  /// What kind of answer the system gave, which decides what a person can do about it.
  package enum Trouble: Hashable, Sendable {
    /// The account that runs has no right to do it.
    case forbidden
    /// Something else stands there: a folder, a pipe, a link that leads in a circle.
    case notOfTheKind
    /// A file larger than what it is to be can be.
    case tooLarge
    /// There is no room, or no more of what the system counts.
    case exhausted
    /// A disk, a share or a file system that does not answer as it should.
    case broken
  }

  package var trouble: Trouble {
    switch code {
    case EACCES, EPERM, EROFS: .forbidden
    case EISDIR, ENOTDIR, ELOOP, ENXIO, ENODEV, ENOTEMPTY, EEXIST: .notOfTheKind
    case EFBIG: .tooLarge
    case ENOSPC, EDQUOT, EMFILE, ENFILE, ENOMEM: .exhausted
    default: .broken
    }
  }

  package var isPermission: Bool { trouble == .forbidden }

  /// It failed on the way in, not on the way out.
  package var isReading: Bool { ["read", "open to read", "stat", "list"].contains(operation) }

  /// For the person who can mend it: what, where, and what to do about it.
  package var message: Bilingual {
    let (what, remedy) = (doing, remedy)
    return Bilingual(
      zh: "\(visible(path))：\(what.zh)（\(operation)：\(reason)，errno \(code)）；\(remedy.zh)",
      en: "\(visible(path)): \(what.en) (\(operation): \(reason), errno \(code)); \(remedy.en)")
  }

  private var doing: Bilingual {
    isReading
      ? Bilingual(zh: "读不出来", en: "cannot be read") : Bilingual(zh: "写不进去", en: "cannot be written")
  }

  private var remedy: Bilingual {
    switch trouble {
    case .forbidden:
      Bilingual(
        zh: "请用有权的账户运行，或让管理员看权限（zhouhui doctor）",
        en: "run as an account that may, or have the permissions looked at (zhouhui doctor)")
    case .notOfTheKind:
      Bilingual(
        zh: "这里应是另一种东西，请移开后再运行", en: "something else stands there; move it away and run again")
    case .tooLarge:
      Bilingual(zh: "文件太大，请检查是不是放错了", en: "the file is too large; is it the right one?")
    case .exhausted: Bilingual(zh: "请清出空间后再运行", en: "make room and run again")
    case .broken:
      Bilingual(
        zh: "请检查磁盘和挂载后再运行", en: "check the disk and what is mounted, then run again")
    }
  }
}
