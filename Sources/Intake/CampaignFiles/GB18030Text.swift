import Glibc

/// Text as GB18030 bytes, by the C library's iconv; every character has a form in it.
enum GB18030Text {
  static func bytes(of text: String) -> [UInt8]? {
    let handle = iconv_open("GB18030", "UTF-8")
    // iconv_open(3): (iconv_t) -1 says that it failed.
    guard let handle, handle != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
    defer { iconv_close(handle) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    // One byte of ASCII stays one, and two to four bytes of UTF-8 become two or four.
    var target = [CChar](repeating: 0, count: source.count * 2 + 16)
    var (left, room) = (source.count, target.count)
    let size = room
    var status = 0
    source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        status = iconv(handle, &from, &left, &to, &room)
      }
    }
    guard status != -1, left == 0 else { return nil }
    return target.prefix(size - room).map { UInt8(bitPattern: $0) }
  }
}
