import Rectification

/// The third syntax: the workbook form.
extension ReportDecoder {
  /// Nil when it is an archive and no workbook; then it is told what it looks like, as any other file.
  func decodeWorkbook(_ bytes: [UInt8], marks: SecrecyMarks) -> Decoded? {
    do {
      if try WorkbookTexts.bears(marks, in: bytes, .form) {
        return Decoded(.xlsx, findings: [.secrecyMark(at: .whole)])
      }
      let workbook = try Workbook(bytes, limits: .form)
      return read(try FormDocument(workbook))
    } catch let refusal as FormRefusal {
      return refused(refusal, bytes, marks)
    } catch let fault as WorkbookFault where fault == .noWorkbook {
      return nil
    } catch let fault as WorkbookFault {
      return refused(.workbook(fault), bytes, marks)
    } catch {
      return nil
    }
  }

  /// What could not be unpacked to be looked through is looked at as it is.
  private func refused(_ refusal: FormRefusal, _ bytes: [UInt8], _ marks: SecrecyMarks) -> Decoded {
    let isMarked = SecrecyScan.marks(marks, undecodable: bytes)
    return Decoded(.xlsx, findings: [isMarked ? .secrecyMark(at: .whole) : refusal.finding])
  }

  private func read(_ form: FormDocument) -> Decoded {
    read(form.root, .xlsx, .cells(form.cells), besides: form.findings)
  }

  /// The unit that a form names.
  func unitName(inWorkbook bytes: [UInt8]) -> UnitName? {
    guard let workbook = try? Workbook(bytes, limits: .form),
      let form = try? FormDocument(workbook), case .object(let members) = form.root.content,
      case .element(let unit)? = members.first(where: { $0.name == "unit" })?.value.content
    else { return nil }
    return UnitName(String(decoding: unit.text, as: UTF8.self))
  }
}
