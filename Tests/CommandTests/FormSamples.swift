/// What is filled into the forms.
extension FormCommandTests {
  /// What sha256sum says of the eight bytes “evidence”.
  static let evidenceDigest =
    "ee8250fb76e094b34b471f13a73dbbe51d1ae142e9df59d7c0d31ec20f0a0a8e"

  static var sound: [String: [String: Any]] {
    [
      "基本情况": ["B6": [2024, 1, 10, 9, 30], "B7": "联络员"],
      "进展": [
        "H3": "正在推进", "I3": 70, "J3": "招标已完成", "M3": [2024, 1, 9], "L3": "设备晚到",
        "H4": "正在推进", "I4": "６５％", "J4": "本月已巡查三次",
      ],
      "成效": ["E3": 3, "F4": 12.5],
    ]
  }

  static func page(percent: String, status: String, progress: String) -> [String: String] {
    [
      "/submittedBy": "联络员", "/entries/M1/status": status, "/entries/M1/percent": percent,
      "/entries/M1/progress": progress, "/entries/M2/status": "in-progress",
      "/entries/M2/percent": "６５", "/entries/M2/progress": "本月已巡查三次",
    ]
  }

  static let sameFaults = """
    {"format": "zhouhui-weekly-report/1", "campaign": "trial", "unit": "JD01", "week": "2024-W02",
     "revision": 1, "submittedAt": "2024-01-10T10:00:00+08:00", "submittedBy": "联络员",
     "zeroReport": false, "entries": [
      {"measure": "M1", "status": "in-progress", "percent": 20, "progress": "上周开了专题会",
       "extensionRequest": {"newDeadline": "2024-01-05", "reason": "等设备"}},
      {"measure": "M2", "status": "completed", "percent": 80, "progress": "本月已巡查三次"}]}
    """
}
