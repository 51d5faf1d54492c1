import CLibZip
import Glibc

/// A ZIP archive in memory: owns libzip's handle and the bytes it reads.
final class ZipArchive {
  private let handle: OpaquePointer
  private let buffer: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) throws(BundleFault) {
    buffer = .allocate(byteCount: bytes.count, alignment: 1)
    buffer.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source = zip_source_buffer_create(
      buffer.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    guard let source else {
      buffer.deallocate()
      throw .damaged
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      buffer.deallocate()
      throw zip_error_code_zip(&error) == ZIP_ER_EXISTS ? .twice : .damaged
    }
    self.handle = handle
  }

  deinit {
    zip_discard(handle)
    buffer.deallocate()
  }

  var count: Int { max(0, Int(zip_get_num_entries(handle, 0))) }

  /// The name as it stands in the archive, whatever its encoding; nil for an entry without one.
  func name(of number: Int) throws(BundleFault) -> [UInt8]? {
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard
      zip_stat_index(handle, zip_uint64_t(number), zip_flags_t(ZIP_FL_ENC_RAW), &facts) == 0,
      facts.valid & zhouhui_zip_needed == zhouhui_zip_needed
    else { throw .damaged }
    guard facts.encryption_method == zhouhui_zip_plain else { throw .encrypted }
    guard let name = facts.name, name.pointee != 0 else { return nil }
    return Array(
      UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) })
  }

  /// What an entry unpacks to, checked against its check sum; more than `limit` bytes are refused.
  func bytes(of number: Int, upTo limit: Int) throws(BundleFault) -> [UInt8] {
    guard let file = zip_fopen_index(handle, zip_uint64_t(number), 0) else { throw .damaged }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Int(zip_fread(file, &piece, zip_uint64_t(piece.count)))
      guard count >= 0 else { throw .damaged }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw .tooLarge }
      bytes += piece.prefix(count)
    }
  }
}
