import Rectification

/// `zhouhui verify`: what was computed again, and what is not as it was left.
package func verificationText(_ found: Verification, language: Language = .zh) -> String {
  let say = Wording(language: language)
  var text = TextPage()
  text.line(
    say(
      "\(found.campaign)：核对 \(found.editions) 期、\(found.files) 个文件，重新检查 \(found.submissions) 份报送",
      "\(found.campaign): \(found.editions) editions and \(found.files) files compared, "
        + "\(found.submissions) submissions judged again"))
  if let head = found.head {
    text.line(say("最后一期的存证指纹 \(head)", "the last edition's record is \(head)"))
  }
  text.line(
    found.faults.isEmpty
      ? say("一致，没有被改动过。", "All is as it was published.")
      : say("有 \(found.faults.count) 处不符：", "\(found.faults.count) are not as they were left:"))
  for fault in found.faults.prefix(shownFaults) {
    text.line("  [\(fault.kind.rawValue)] \(fault.place)")
    text.paragraph(say(fault.message), indent: 4)
  }
  if found.faults.count > shownFaults {
    text.line(say("  ……其余见 --json", "  … the others are in --json"))
  }
  for remark in found.remarks { text.item(say("说明：", "note: "), say(remark)) }
  return text.text
}

/// On a terminal; `--json` has them all.
private let shownFaults = 100
