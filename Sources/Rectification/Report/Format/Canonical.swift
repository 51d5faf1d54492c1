/// The one JSON text of a report: equal reports give equal bytes, wherever their fields stood.
package func canonicalJSON(of report: WeeklyReport) -> [UInt8] {
  Array(report.plain.json().utf8)
}

/// The one XML text of a report, in the order of the format and indented by two spaces.
package func canonicalXML(of report: WeeklyReport) -> [UInt8] {
  Array(report.plain.xml().utf8)
}
