import Glibc
import Rectification

/// The C library's tables of the encodings that reports come in, which it keeps in files of its own.
package enum EncodingTables {
  /// Loads them for as long as the program runs.
  ///
  /// Without them a sound report would be rejected for what this machine could not open at that
  /// moment, and a secrecy mark in another encoding overlooked.
  package static func load() throws(MissingEncodingTable) {
    if let missing { throw missing }
  }

  private static let missing: MissingEncodingTable? = {
    for encoding in [Encoding.gb18030, .utf16LittleEndian, .utf16BigEndian] {
      // Never closed: while one handle is open, every other is had without opening a file.
      let handle = iconv_open("UTF-8", encoding.name)
      if handle == nil || handle == UnsafeMutableRawPointer(bitPattern: -1) {
        return MissingEncodingTable(encoding: encoding.name, code: errno)
      }
    }
    return nil
  }()
}

/// The C library could not load the table of an encoding; nothing can be judged without it.
package struct MissingEncodingTable: Error, Hashable {
  package let encoding: String
  /// The errno of iconv_open(3); EINVAL when the system has no such table.
  package let code: Int32

  package var message: Bilingual {
    let reason = "errno \(code): \(String(cString: strerror(code)))"
    return Bilingual(
      zh: "gconv/\(encoding)：系统的字符编码表打不开（\(reason)），没有处理任何报告；请检查 libc 的 gconv 目录和可打开的文件数，再运行一次",
      en: "gconv/\(encoding): the system's table of this encoding cannot be opened (\(reason)), no"
        + " report was touched; check libc's gconv folder and the limit of open files, and run again"
    )
  }
}
