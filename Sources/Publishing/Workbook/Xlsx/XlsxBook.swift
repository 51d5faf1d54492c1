import CLibXlsxWriter
import Glibc
import Rectification

/// A workbook under way: owns libxlsxwriter's handle and the file in memory it writes to.
///
/// The library takes a path and no buffer; a memfd has a path that is nowhere on a disk.
final class XlsxBook {
  private let handle: UnsafeMutablePointer<lxw_workbook>
  private let descriptor: Int32
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var isClosed = false

  /// `created` stands in the document's properties, where the library would put the clock.
  init(title: String, author: String, created: Moment) throws(XlsxError) {
    descriptor = memfd_create("workbook.xlsx", 0)
    guard descriptor >= 0 else {
      throw XlsxError(detail: "memfd_create: \(String(cString: strerror(errno)))")
    }
    guard let handle = workbook_new("/proc/self/fd/\(descriptor)") else {
      close(descriptor)
      throw XlsxError(detail: "workbook_new")
    }
    self.handle = handle
    setProperties(title: title, author: author, created: created)
  }

  deinit {
    // Closing is also what frees the handle.
    if !isClosed { workbook_close(handle) }
    close(descriptor)
  }

  private func setProperties(title: String, author: String, created: Moment) {
    title.withCString { title in
      author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = time_t(created.seconds)
        // The library copies the texts.
        workbook_set_properties(handle, &properties)
      }
    }
  }

  func sheet(_ name: String) throws(XlsxError) -> XlsxSheet {
    guard let sheet = workbook_add_worksheet(handle, name) else {
      throw XlsxError(detail: "workbook_add_worksheet: \(name)")
    }
    return XlsxSheet(name: name, handle: sheet, book: self)
  }

  func chart(_ kind: XlsxChart.Kind) throws(XlsxError) -> XlsxChart {
    guard let chart = workbook_add_chart(handle, kind.type) else {
      throw XlsxError(detail: "workbook_add_chart")
    }
    return XlsxChart(handle: chart)
  }

  /// One format for every style, however many cells have it.
  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(handle) else { return nil }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  /// Writes the workbook and gives its bytes; nothing can be added afterwards.
  func finish() throws(XlsxError) -> [UInt8] {
    isClosed = true
    errno = 0
    let result = workbook_close(handle)
    guard result == LXW_NO_ERROR else {
      // Its parts lie in /tmp, and it keeps no errno of theirs.
      let code = errno == 0 ? EIO : errno
      throw XlsxError(
        detail: "/tmp: workbook_close: \(String(cString: lxw_strerror(result))): "
          + "\(String(cString: strerror(code))), errno \(code)")
    }
    return try contents()
  }

  private func contents() throws(XlsxError) -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size > 0 else { throw XlsxError(detail: "lseek: \(String(cString: strerror(errno)))") }
    var bytes = [UInt8](repeating: 0, count: size)
    var offset = 0
    while offset < size {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress?.advanced(by: offset), size - offset, off_t(offset))
      }
      guard count > 0 else { throw XlsxError(detail: "pread: \(String(cString: strerror(errno)))") }
      offset += count
    }
    return bytes
  }
}
