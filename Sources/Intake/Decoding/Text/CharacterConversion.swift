import Glibc

/// The bytes of one encoding as UTF-8, by the C library's iconv.
struct CharacterConversion {
  let utf8: [UInt8]
  /// Where the conversion stopped in the input; nil when it went through.
  let failedAt: Int?
  /// The input ends within a character.
  let isCut: Bool

  /// Nil when the C library does not know the encoding.
  init?(_ input: ArraySlice<UInt8>, from encoding: Encoding) {
    let handle = iconv_open("UTF-8", encoding.name)
    // iconv_open(3): (iconv_t) -1 says that it failed.
    guard let handle, handle != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
    defer { iconv_close(handle) }
    var source = input.map { CChar(bitPattern: $0) }
    // No character of these encodings takes more than twice its bytes in UTF-8.
    var target = [CChar](repeating: 0, count: source.count * 2 + 16)
    let (length, size) = (source.count, target.count)
    var (left, room, status) = (length, size, 0)
    var reason: Int32 = 0
    source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        status = iconv(handle, &from, &left, &to, &room)
        reason = errno
      }
    }
    utf8 = target.prefix(size - room).map { UInt8(bitPattern: $0) }
    failedAt = status == -1 ? length - left : nil
    isCut = status == -1 && reason == EINVAL
  }
}
