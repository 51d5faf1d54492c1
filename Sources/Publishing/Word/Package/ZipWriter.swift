import CLibZip
import Glibc
import Rectification

/// A document that libzip could not pack.
package struct ZipFailure: Error, Hashable {
  let detail: String

  package var message: Bilingual {
    Bilingual(
      zh: "写不出 Word 文件（\(detail)）；请检查内存后再运行",
      en: "a Word document cannot be packed (\(detail)); look at the memory, then run again")
  }
}

/// Packs files into a ZIP archive in memory.
enum ZipWriter {
  /// The archive; every entry bears the first day a ZIP can name, so that bytes depend on contents alone.
  static func archive(_ files: [(name: String, bytes: [UInt8])]) throws(ZipFailure) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw ZipFailure(detail: "zip_source_buffer_create")
    }
    defer { zip_source_free(target) }
    guard let handle = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      throw ZipFailure(detail: "zip_open_from_source")
    }
    // Closing gives the source away; the archive is read from it afterwards.
    zip_source_keep(target)
    do throws(ZipFailure) {
      for file in files { try add(file.name, file.bytes, to: handle) }
      guard zip_close(handle) == 0 else { throw ZipFailure(detail: "zip_close") }
    } catch {
      zip_discard(handle)
      throw error
    }
    let bytes = try contents(of: target)
    guard reads(bytes, as: files) else {
      throw ZipFailure(detail: "libzip: not read back, errno \(EIO)")
    }
    return bytes
  }

  /// Whether the archive gives back what was put into it: what a library says of its own writing is not enough.
  private static func reads(
    _ archive: [UInt8], as files: [(name: String, bytes: [UInt8])]
  ) -> Bool {
    do throws(TemplateFault) {
      let reader = try ZipReader(archive)
      guard reader.count == files.count else { return false }
      for (number, file) in files.enumerated() {
        guard try reader.name(of: number) == file.name,
          try reader.bytes(of: number, upTo: file.bytes.count) == file.bytes
        else { return false }
      }
      return true
    } catch {
      return false
    }
  }

  private static func add(
    _ name: String, _ bytes: [UInt8], to handle: OpaquePointer
  ) throws(ZipFailure) {
    // The source frees its copy; the bytes are wanted until the archive is closed.
    guard let copy = malloc(max(1, bytes.count)) else { throw ZipFailure(detail: "malloc") }
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    guard let source = zip_source_buffer(handle, copy, zip_uint64_t(bytes.count), 1) else {
      free(copy)
      throw ZipFailure(detail: "zip_source_buffer")
    }
    let number = zip_file_add(handle, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard number >= 0 else {
      zip_source_free(source)
      throw ZipFailure(detail: "zip_file_add \(name)")
    }
    // 1 January 1980, as DOS writes it: year, month and day from 1980 in 7, 4 and 5 bits.
    guard zip_file_set_dostime(handle, zip_uint64_t(number), 0, 1 << 5 | 1, 0) == 0 else {
      throw ZipFailure(detail: "zip_file_set_dostime")
    }
  }

  private static func contents(of source: OpaquePointer) throws(ZipFailure) -> [UInt8] {
    var facts = zip_stat_t()
    guard zip_source_stat(source, &facts) == 0, zip_source_open(source) == 0 else {
      throw ZipFailure(detail: "zip_source_open")
    }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(facts.size))
    guard zip_source_read(source, &bytes, facts.size) == Int64(facts.size) else {
      throw ZipFailure(detail: "zip_source_read")
    }
    return bytes
  }
}
