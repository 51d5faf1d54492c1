/// Finds out what each pair of `{{#…}}` and `{{/…}}` repeats.
///
/// Both in one paragraph: what is between them. Both in one table row: the row. Each in a paragraph or
/// a row of its own: everything from the one to the other; a paragraph or row that holds nothing
/// but the placeholder goes away.
struct SectionBuilder {
  /// Placeholders that have been dealt with further out.
  private var settled: Set<Int> = []

  mutating func sections(_ pieces: [Markup]) throws(TemplateFault) -> [Section] {
    var result: [Section] = []
    var position = 0
    while position < pieces.count {
      let piece = pieces[position]
      let balance = try Balance(piece, without: settled)
      if let stray = balance.ends.first { throw .unpaired(stray.written) }
      guard let start = balance.starts.first else {
        if let section = try section(piece) { result.append(section) }
        position += 1
        continue
      }
      guard balance.starts.count == 1 else { throw .crossed(balance.starts[1].written) }
      let end = try end(of: start, in: pieces, from: position)
      result.append(try pair(start, end.placeholder, Array(pieces[position...end.position])))
      position = end.position + 1
    }
    return result
  }

  /// A piece in which every pair is whole; nil for a placeholder that is settled.
  private mutating func section(_ piece: Markup) throws(TemplateFault) -> Section? {
    switch piece {
    case .text, .other: return .fixed(piece.source)
    case .placeholder(let placeholder, let run):
      return placeholder.kind == .value ? .value(placeholder.name, run: run) : nil
    case .element(let element):
      guard Balance.hasPlaceholder(element) else { return .fixed(piece.source) }
      if element.name == "w:tr", let pair = try rowPair(element) {
        return try self.pair(pair.start, pair.end, [piece])
      }
      return .element(element, try sections(element.children))
    }
  }

  /// The outermost pair that begins in one cell of a row and ends in another.
  private func rowPair(
    _ row: Markup.Element
  ) throws(TemplateFault) -> (start: Placeholder, end: Placeholder)? {
    var open: [Placeholder] = []
    var outermost: (Placeholder, Placeholder)?
    for cell in row.children {
      let balance = try Balance(cell, without: settled)
      for end in balance.ends {
        guard let start = open.popLast() else { throw .unpaired(end.written) }
        guard start.name == end.name else { throw .crossed(end.written) }
        if open.isEmpty, outermost == nil { outermost = (start, end) }
      }
      open += balance.starts
    }
    return outermost.map { (start: $0.0, end: $0.1) }
  }

  private func end(
    of start: Placeholder, in pieces: [Markup], from first: Int
  ) throws(TemplateFault) -> (position: Int, placeholder: Placeholder) {
    var open = [start]
    for position in (first + 1)..<max(first + 1, pieces.count) {
      let balance = try Balance(pieces[position], without: settled)
      for end in balance.ends {
        guard open.last?.name == end.name else { throw .crossed(end.written) }
        open.removeLast()
        guard open.isEmpty else { continue }
        // A piece that ends this one and begins another has no place for either.
        guard balance.ends.count == 1, balance.starts.isEmpty else { throw .crossed(end.written) }
        return (position, end)
      }
      open += balance.starts
    }
    throw .unpaired(start.written)
  }

  private mutating func pair(
    _ start: Placeholder, _ end: Placeholder, _ pieces: [Markup]
  ) throws(TemplateFault) -> Section {
    settled.insert(start.number)
    settled.insert(end.number)
    var inner = pieces
    if pieces.count > 1 {
      if isBlank(inner[inner.count - 1]) { inner.removeLast() }
      if isBlank(inner[0]) { inner.removeFirst() }
    }
    let sections = try sections(inner)
    return start.kind == .each ? .each(start.name, sections) : .none(start.name, sections)
  }

  /// Nothing in it but settled placeholders.
  private func isBlank(_ piece: Markup) -> Bool {
    switch piece {
    case .text(let text): return text.allSatisfy(\.isWhitespace)
    case .other: return true
    case .placeholder(let placeholder, _): return settled.contains(placeholder.number)
    case .element(let element):
      // A picture or a break is something, although it has no text.
      guard !["w:drawing", "w:pict", "w:br", "w:tab", "w:sectPr"].contains(element.name) else {
        return false
      }
      return element.children.allSatisfy(isBlank)
    }
  }
}

/// The placeholders of a piece that have no counterpart in it.
private struct Balance {
  var ends: [Placeholder] = []
  var starts: [Placeholder] = []

  init(_ piece: Markup, without settled: Set<Int>) throws(TemplateFault) {
    try add(piece, settled)
  }

  private mutating func add(_ piece: Markup, _ settled: Set<Int>) throws(TemplateFault) {
    switch piece {
    case .element(let element):
      for child in element.children { try add(child, settled) }
    case .placeholder(let placeholder, _) where !settled.contains(placeholder.number):
      try add(placeholder)
    default: break
    }
  }

  private mutating func add(_ placeholder: Placeholder) throws(TemplateFault) {
    switch placeholder.kind {
    case .value: break
    case .each, .none: starts.append(placeholder)
    case .end:
      guard let start = starts.last else {
        ends.append(placeholder)
        return
      }
      guard start.name == placeholder.name else { throw .crossed(placeholder.written) }
      starts.removeLast()
    }
  }

  static func hasPlaceholder(_ element: Markup.Element) -> Bool {
    element.children.contains { child in
      switch child {
      case .placeholder: true
      case .element(let inner): hasPlaceholder(inner)
      default: false
      }
    }
  }
}
