import Glibc
import Rectification

/// The bytes of one of a campaign's files.
enum CampaignFileBytes {
  /// Nil, and a problem, when the file is missing, not a regular file, too large or unreadable.
  ///
  /// `absent` is what to do when there is no such file.
  static func read(
    _ path: String, limit: Int, absent: Bilingual, _ log: inout ProblemLog
  ) -> [UInt8]? {
    // Without O_NONBLOCK a FIFO in place of the file would hold the run up for ever.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      refuseOpening(code: errno, absent: absent, &log)
      return nil
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      log.refuse(
        at: .wholeFile, Bilingual(zh: "不是普通文件", en: "not a regular file"), remedy: absent)
      return nil
    }
    guard let bytes = contents(of: descriptor, upTo: limit + 1) else {
      refuseOpening(code: errno, absent: absent, &log)
      return nil
    }
    guard bytes.count <= limit else {
      refuseSize(limit, &log)
      return nil
    }
    return bytes
  }

  /// Whether there is anything of that name, of whatever kind.
  static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func refuseSize(_ limit: Int, _ log: inout ProblemLog) {
    log.refuse(
      at: .wholeFile,
      Bilingual(zh: "文件超过\(limit >> 10) KiB", en: "the file is over \(limit >> 10) KiB"),
      remedy: Bilingual(
        zh: "请检查是不是放错了文件，删去多余的行",
        en: "check that it is the right file, and remove what is not needed"))
  }

  private static func contents(of descriptor: Int32, upTo limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func refuseOpening(code: Int32, absent: Bilingual, _ log: inout ProblemLog) {
    guard code != ENOENT && code != ENOTDIR else {
      log.refuse(
        at: .wholeFile, Bilingual(zh: "没有这个文件", en: "there is no such file"), remedy: absent)
      return
    }
    let reason = String(cString: strerror(code))
    log.refuse(
      at: .wholeFile,
      Bilingual(zh: "不能读取（\(reason)）", en: "cannot be read (\(reason))"),
      remedy: Bilingual(
        zh: "请让运行本程序的用户有权读它", en: "let the user who runs the program read it"))
  }
}
