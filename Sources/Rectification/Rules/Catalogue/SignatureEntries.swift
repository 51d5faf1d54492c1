extension RuleEntry {
  static let signatureMissing = RuleEntry(
    .names, Bilingual(zh: "没有签名", en: "not signed"),
    raised: Bilingual(
      zh:
        "本单位在 units.csv 登记了公钥，报告旁边却没有签名文件（报告文件名加 .sig 或 .minisig），等到下一次运行仍没有；从网址取来的报告没有签名，同样退回。内容不再检查。",
      en:
        "The unit has a key in units.csv, and beside the report lies no signature (its name and .sig or .minisig), nor had one come by the next run. A report fetched from a URL has none either. Its content is not looked at."
    ),
    mending: Bilingual(
      zh: "用本单位私钥签名（ssh-keygen -Y sign -n zhouhui 或 minisign -S），报告和签名文件一起放入收件夹。",
      en:
        "Sign it with the unit's key (ssh-keygen -Y sign -n zhouhui, or minisign -S) and put both files in the unit's folder."
    ))

  static let signatureWrong = RuleEntry(
    .names, Bilingual(zh: "签名不符", en: "wrong signature"),
    raised: Bilingual(
      zh: "签名文件读不出来，不是本单位登记的公钥所对应的，用途不是 zhouhui，或与文件不符。无法确认是本单位所报，内容不再检查。",
      en:
        "The signature cannot be read, is by another key than the unit's, was made for another purpose than zhouhui, or does not fit the file. Nothing shows that the unit sent it, and its content is not looked at."
    ),
    mending: Bilingual(
      zh: "文件定稿以后再签名，签后不再打开保存；更换了密钥的，请协调办公室更正 units.csv。",
      en:
        "Sign the file when it is final and do not save it again; if the key has changed, ask the office to mend units.csv."
    ))
}
