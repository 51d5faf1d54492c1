import CLibZip

/// A ZIP archive in memory: owns libzip's handle and the bytes it reads.
final class ZipReader {
  private let handle: OpaquePointer
  private let buffer: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) throws(TemplateFault) {
    buffer = .allocate(byteCount: bytes.count, alignment: 1)
    buffer.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source = zip_source_buffer_create(
      buffer.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    guard let source else {
      buffer.deallocate()
      throw .notADocument
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      buffer.deallocate()
      throw .notADocument
    }
    self.handle = handle
  }

  deinit {
    zip_discard(handle)
    buffer.deallocate()
  }

  var count: Int { max(0, Int(zip_get_num_entries(handle, 0))) }

  func name(of number: Int) throws(TemplateFault) -> String {
    guard let name = zip_get_name(handle, zip_uint64_t(number), 0) else { throw .notADocument }
    return String(cString: name)
  }

  /// What an entry unpacks to, checked against its check sum; more than `limit` bytes are refused.
  func bytes(of number: Int, upTo limit: Int) throws(TemplateFault) -> [UInt8] {
    guard let file = zip_fopen_index(handle, zip_uint64_t(number), 0) else { throw .notADocument }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Int(zip_fread(file, &piece, zip_uint64_t(piece.count)))
      guard count >= 0 else { throw .notADocument }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw .tooLarge }
      bytes += piece.prefix(count)
    }
  }
}
