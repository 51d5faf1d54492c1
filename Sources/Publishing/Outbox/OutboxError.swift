import Files
import Glibc
import Rectification

/// Why something could not be published; what was there before is still there whole.
package enum OutboxError: Error, Hashable, Sendable {
  /// A path that our own codes cannot make.
  case unsafePath(String)
  /// A link stands where the outbox needs a folder or a file of its own.
  case link(String)
  /// The system refused.
  case file(FileFailure)

  package var message: Bilingual {
    switch self {
    case .unsafePath(let path):
      Bilingual(zh: "\(visible(path))：路径不合规，没有写出", en: "\(visible(path)): not a path we write to")
    case .link(let path):
      Bilingual(
        zh: "\(visible(path))：这里是链接，不能写入；请删除该链接后重新运行",
        en: "\(visible(path)): a link stands here; remove it and run again")
    case .file(let failure):
      Bilingual(
        zh:
          "\(visible(failure.path))：写出失败（\(failure.operation)：\(reason(failure))，errno \(failure.code)）"
          + "；请检查目录权限和磁盘空间，原有文件未改动",
        en:
          "\(visible(failure.path)): \(failure.operation): \(reason(failure)) (errno \(failure.code));"
          + " check permissions and space, what was there is unchanged")
    }
  }
}

extension OutboxError: CustomStringConvertible {
  package var description: String { message.en }
}

private func reason(_ failure: FileFailure) -> String { String(cString: strerror(failure.code)) }

/// Runs a file operation with its failure made one of ours.
func outbox<Result>(_ body: () throws(FileFailure) -> Result) throws(OutboxError) -> Result {
  do throws(FileFailure) {
    return try body()
  } catch {
    throw .file(error)
  }
}
