extension Finding {
  /// A part of a bundle is no unit's of its source: nobody vouches for it.
  ///
  /// What it says is not quoted: who reads the receipt may not be the one who wrote the report.
  package static let unknownSender = Finding(
    .unknownSender, at: Place(line: 0, column: 0, pointer: ""),
    Bilingual(
      zh: "这一份看不出是来源所列哪个单位的报告，已隔离，内容不显示",
      en:
        "this part is no report of a unit that its source serves; it is set aside, nothing of it is shown"
    ),
    remedy: Bilingual(
      zh: "请来源一方核对报告里的 unit，或由协调办公室在 campaign.yaml 里把单位列入该来源",
      en:
        "let the source check unit in the report, or list the unit under the source in campaign.yaml"
    ))
}
