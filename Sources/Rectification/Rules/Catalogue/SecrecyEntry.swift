extension RuleEntry {
  static let secrecyMark = RuleEntry(
    .secrecy, Bilingual(zh: "疑似带有密级标志", en: "a secrecy mark"),
    raised: Bilingual(
      zh:
        "文件内容任何一处或文件名里有“绝密★”“机密★”“秘密★”“内部资料”，或本专项规定的其他字样；字间夹有空白、不可见字符，或写成转义的，同样认定。整份隔离：只登记收到的事实、时间和 SHA-256，内容和文件名在任何回执、日志、页面、预警中都不出现，只给出行列。",
      en:
        "Anywhere in the file or in its name stands 绝密★, 机密★, 秘密★, 内部资料 or another word that the campaign names, also with blanks, invisible characters or escapes between its characters. The whole submission is set aside: the fact, the time and the SHA-256 are kept; its content and name appear in no receipt, log, page or alert, its line and column alone."
    ),
    mending: Bilingual(
      zh: "本系统不得处理国家秘密：不要再次发送，立即与协调办公室联系。核实不涉密的，由协调办公室在 decisions.csv 中作出“放行”决定并写明理由。",
      en:
        "This system must not handle state secrets: do not send it again, and call the office at once. When it is found to hold none, the office releases it by a decision 放行 in decisions.csv, with a reason."
    ), keys: ["secrecy-words"])
}
