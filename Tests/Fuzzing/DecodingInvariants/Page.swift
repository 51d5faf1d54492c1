import Intake
import Rectification

/// The lines of a file, and so the places there can be in it.
struct Page {
  /// Characters in each line; nil when the file could not be decoded.
  private let lines: [Int]?
  private let bytes: Int

  init(_ file: [UInt8]) {
    bytes = file.count
    lines = (try? TextDecoder.decode(file)).map { Self.lengths($0.bytes) }
  }

  /// Told apart here by whole characters, not byte by byte as the decoder does it.
  private static func lengths(_ text: [UInt8]) -> [Int] {
    var lengths = [0]
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": lengths.append(0)
      default: lengths[lengths.count - 1] += 1
      }
      previous = scalar
    }
    return lengths
  }

  func has(_ place: Place) -> Bool {
    // Of a file as a whole.
    if place.line == 0 { return place.column == 0 }
    guard let lines else {
      return (1...bytes + 1).contains(place.line) && (1...bytes + 1).contains(place.column)
    }
    guard lines.indices.contains(place.line - 1) else { return false }
    return (1...lines[place.line - 1] + 1).contains(place.column)
  }
}
