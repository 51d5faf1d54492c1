extension Finding {
  /// A submission bears a secrecy mark: all that is ever said of it.
  ///
  /// Neither the text nor the mark nor the part of the report it stands in is named.
  package static func secrecyMark(at place: Place) -> Finding {
    Finding(
      .secrecyMark, at: Place(line: place.line, column: place.column, pointer: ""),
      Bilingual(
        zh: "文件内容或文件名带有密级标志或内部标识，已隔离，内容不显示",
        en:
          "the file or its name bears a secrecy mark; it is quarantined and nothing of it is shown"),
      remedy: Bilingual(
        zh: "请勿重发；按保密规定处理本地文件，并报告协调办公室。属于误判的，由协调办公室核实后在审核决定中放行",
        en:
          "do not send it again; treat it by the secrecy rules and tell the office. If it is none, the office releases it by a decision"
      ))
  }
}
