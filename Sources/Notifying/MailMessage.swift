import Foundation
import Rectification

/// A notification as a message of e-mail (RFC 5322, RFC 2045 to 2047).
///
/// Made once and kept: every attempt sends the same bytes with the same Message-ID, by which a mailbox
/// that gets it twice can tell.
package func mailMessage(
  _ notification: EditionNotification, key: String, from sender: String, to recipient: String,
  at moment: Moment, in zone: ZoneOffset
) -> [UInt8] {
  let domain = sender.split(separator: "@").last.map(String.init) ?? "localhost"
  let header = [
    "Date: \(mailDate(moment, in: zone))",
    "From: \(sender)",
    "To: \(recipient)",
    "Subject: \(encodedWords(notification.subject))",
    "Message-ID: <\(key)@\(domain)>",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    // RFC 3834: no answer of an absent clerk's mailbox.
    "Auto-Submitted: auto-generated",
  ]
  let text = notification.lines.joined(separator: "\r\n") + "\r\n"
  let body = Data(text.utf8).base64EncodedString(options: [
    .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
  ])
  return Array((header + ["", body, ""]).joined(separator: "\r\n").utf8)
}

/// `Fri, 19 Jan 2024 17:00:00 +0800` (RFC 5322, section 3.3).
private func mailDate(_ moment: Moment, in zone: ZoneOffset) -> String {
  let date = moment.date(in: zone)
  let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  let offset = "\(zone)" == "Z" ? "+0000" : "\(zone)".replacing(":", with: "")
  // 1970-01-01 was a Thursday.
  let weekday = days[((date.dayNumber + 3) % 7 + 7) % 7]
  return "\(weekday), \(date.day) \(months[date.month - 1]) \(date.year) "
    + "\(moment.time(in: zone)) \(offset)"
}

/// A text as encoded words of at most 75 characters each, folded (RFC 2047, section 2).
private func encodedWords(_ text: String) -> String {
  var words: [[UInt8]] = [[]]
  for scalar in text.unicodeScalars {
    let bytes = Array(String(scalar).utf8)
    // 39 bytes are 52 characters of Base64, which fit behind the field's name; none of the text is cut.
    if words[words.count - 1].count + bytes.count > 39 { words.append([]) }
    words[words.count - 1] += bytes
  }
  return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
}
