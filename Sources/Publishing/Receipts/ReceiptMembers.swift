import Rectification

/// A receipt and what it says beside its own facts: what the JSON is made from.
struct ReceiptSubject: Sendable {
  let receipt: Receipt
  let context: ReceiptContext

  var submission: Submission { receipt.submission }
}

/// The JSON of a receipt: one list from which the file, its schema and its documentation come.
let receiptMembers: [JsonMember<ReceiptSubject>] =
  headMembers + submissionMembers + judgementMembers

private let headMembers: [JsonMember<ReceiptSubject>] = [
  JsonMember(
    "format", Bilingual(zh: "文件种类", en: "what this file is"), ["const": "zhouhui-receipt"]
  ) { _ in "zhouhui-receipt" },
  JsonMember(
    "version", Bilingual(zh: "格式版本；只增不改时不变", en: "stays while members are only added"),
    ["const": .int(1)]
  ) { _ in .int(1) },
  JsonMember(
    "trial",
    Bilingual(
      zh: "true：`zhouhui check` 自查所得，没有报送；false：正式回执",
      en: "true: a try by `zhouhui check`, nothing was sent; false: a receipt"),
    ["type": "boolean"]
  ) { .bool($0.context.isTrial) },
  JsonMember("campaign", Bilingual(zh: "整改专项的代码", en: "code of the campaign"), ref("code")) {
    Json($0.submission.campaign)
  },
  JsonMember(
    "unit",
    Bilingual(
      zh: "报送单位的代码（收件夹或网址所属）；自查时读不出的是 unknown",
      en: "code of the sender, by folder or URL; `unknown` in a try that could not tell"),
    ref("code")
  ) { Json($0.submission.sender) },
  JsonMember("week", Bilingual(zh: "计入哪一周", en: "the week it counts for"), ref("week")) {
    Json($0.receipt.week)
  },
]

private let submissionMembers: [JsonMember<ReceiptSubject>] = [
  JsonMember(
    "revision",
    Bilingual(zh: "报告自称的版次；读不出或隔离的是 null", en: "its own revision; null when unread or quarantined"),
    ["type": ["integer", "null"], "minimum": .int(1)]
  ) { Json($0.receipt.shownRevision) },
  JsonMember(
    "fileName",
    Bilingual(zh: "收到的文件名；隔离的是 null", en: "name as received; null when quarantined"),
    ["type": ["string", "null"]]
  ) { $0.receipt.isSealed ? .null : .text($0.submission.fileName) },
  JsonMember("size", Bilingual(zh: "字节数", en: "bytes"), count) { .int($0.submission.size) },
  JsonMember(
    "sha256", Bilingual(zh: "所收字节的 SHA-256", en: "SHA-256 of the bytes received"),
    ["type": "string", "pattern": "^[0-9a-f]{64}$"]
  ) { .text($0.submission.digest.hex) },
  JsonMember(
    "channel", Bilingual(zh: "收件夹或网址抓取", en: "dropped in the inbox, or fetched"),
    ["enum": .list(Submission.Channel.allCases.map { .text($0.rawValue) })]
  ) { .text($0.submission.channel.rawValue) },
  JsonMember(
    "receivedAt",
    Bilingual(zh: "收到的时刻；自查时是检查的时刻", en: "moment of receipt; of the check in a try"),
    ref("moment")
  ) { .text($0.submission.receivedAt.text(in: $0.context.zone)) },
  JsonMember(
    "due",
    Bilingual(zh: "该周的报送截止；没有周期的周是 null", en: "the week's report cut-off; null without one"),
    ["anyOf": .list([ref("moment"), ["type": "null"]])]
  ) { Json($0.context.due?.text(in: $0.context.zone)) },
]

private let judgementMembers: [JsonMember<ReceiptSubject>] = [
  JsonMember(
    "verdict", Bilingual(zh: "结论，整份一个", en: "the verdict on the whole"),
    ["enum": .list(Verdict.allCases.map { .text($0.rawValue) })]
  ) { .text($0.receipt.verdict.rawValue) },
  JsonMember(
    "next", Bilingual(zh: "接下来做什么、何时以前", en: "what to do next, and until when"), ref("bilingual")
  ) { subject in
    let say = { Wording(language: $0) }
    return Json(
      Bilingual(
        zh: subject.receipt.nextStep(subject.context, say(.zh)),
        en: subject.receipt.nextStep(subject.context, say(.en))))
  },
  JsonMember(
    "counts",
    Bilingual(
      zh: "`findings` 中隔离、错误、警示、提示各几条", en: "how many of `findings` are of each severity"),
    [
      "type": "object", "required": .list(severities),
      "properties": .object(
        Dictionary(
          uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, count) })),
    ]
  ) { subject in
    .object(
      Dictionary(
        uniqueKeysWithValues: subject.receipt.counts.map { ($0.severity.rawValue, .int($0.count)) })
    )
  },
  JsonMember(
    "findings",
    Bilingual(
      zh: "逐条问题，依文件次序；隔离的只有规则，没有内容",
      en:
        "one after another in the order of the file; of a quarantined one no content, the rule alone"
    ),
    ["type": "array", "items": ref("finding")]
  ) { .list($0.receipt.shownFindings.map(findingMembers.object)) },
]

/// The JSON of one finding.
let findingMembers: [JsonMember<Finding>] = [
  JsonMember(
    "rule",
    Bilingual(zh: "规则代码，见 docs/rules.md", en: "code of the rule, see docs/rules.md"),
    // New rules may come under the same version: named, not closed.
    [
      "type": "string", "pattern": "^[a-z]+(-[a-z]+)*$",
      "examples": .list(RuleCode.allCases.map { .text($0.rawValue) }),
    ]
  ) { .text($0.rule.rawValue) },
  JsonMember(
    "severity", Bilingual(zh: "程度", en: "how grave it is"), ["enum": .list(severities)]
  ) { .text($0.severity.rawValue) },
  JsonMember(
    "measure",
    Bilingual(
      zh: "所在进展的措施编号；关于整份报告的是 null",
      en: "the measure whose entry it is about; null for the whole report"),
    ["anyOf": .list([ref("code"), ["type": "null"]])]
  ) { Json($0.measure) },
  JsonMember(
    "place",
    Bilingual(
      zh: "`line`、`column` 从 1 起（没有行的是 0），`pointer` 是 JSON Pointer 或元素路径；填报表另有 `sheet`、`cell`",
      en:
        "`line` and `column` from 1 (0 without lines), `pointer` a JSON Pointer or element path; `sheet` and `cell` for a workbook form"
    ),
    ref("place")
  ) { Json($0.place) },
  JsonMember(
    "message", Bilingual(zh: "错在哪里", en: "what is wrong"), ref("bilingual")
  ) { Json($0.message) },
  JsonMember("remedy", Bilingual(zh: "怎么改", en: "how to mend it"), ref("bilingual")) {
    Json($0.remedy)
  },
]

private let severities = Severity.allCases.map { Json.text($0.rawValue) }
private let count: Json = ["type": "integer", "minimum": .int(0)]
private func ref(_ name: String) -> Json { ["$ref": .text("#/$defs/\(name)")] }
