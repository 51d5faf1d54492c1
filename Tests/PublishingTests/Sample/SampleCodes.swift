import Rectification

/// A code, day, week or moment written in a test; a test that misspells one stops there.
func code(_ text: String) -> Code { Code(text) ?? unreadable(text) }
func day(_ text: String) -> CivilDate { CivilDate(text) ?? unreadable(text) }
func week(_ text: String) -> Week { Week(text) ?? unreadable(text) }

/// `2024-01-18 16:00` in Beijing.
func moment(_ text: String) -> Moment {
  Moment(text.replacing(" ", with: "T") + "+08:00") ?? unreadable(text)
}

func digest(_ number: Int) -> Digest {
  let hex = String(UInt64(bitPattern: Int64(number + 1)) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
  let block = String(repeating: "0", count: max(0, 16 - hex.count)) + hex
  return Digest(String(repeating: block, count: 4)) ?? unreadable(hex)
}

private func unreadable<Value>(_ text: String) -> Value {
  preconditionFailure("the test wrote \(text)")
}

/// Seconds after midnight.
func sampleTime(_ seconds: Int) -> TimeOfDay {
  let text = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
  return TimeOfDay(text.joined(separator: ":")) ?? unreadable("\(seconds)")
}
