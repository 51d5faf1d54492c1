import Rectification

extension Receipt {
  /// `2024-W03-0f343b093112`: never the received name, which is the sender's to choose.
  package var name: String { "\(week)-\(submission.digest.hex.prefix(Self.namedDigits))" }

  /// How many digits of the SHA-256 stand in the name.
  package static let namedDigits = 12

  /// Nothing that the sender wrote is repeated, for any of it may be what must not get about.
  var isSealed: Bool { verdict == .quarantined }

  /// The verdict; of a file that was only tried out, what it would be.
  func verdictName(_ context: ReceiptContext, _ say: Wording) -> String {
    say(context.isTrial ? verdict.trialName : verdict.name)
  }

  /// What the unit has to do now, and until when.
  func nextStep(_ context: ReceiptContext, _ say: Wording) -> String {
    switch verdict {
    case .accepted:
      context.isTrial
        ? say("自查通过，可以报送。", "Nothing to mend: send it.") : say("无须再报。", "Nothing more to do.")
    case .acceptedWithWarnings: lookAtWarnings(context, say)
    case .quarantined:
      context.isTrial
        ? say("不得报送，请立即与\(context.office)联系。", "Do not send it; call \(context.office) at once.")
        : say(
          "请勿再次发送，立即与\(context.office)联系。", "Do not send it again; call \(context.office) at once.")
    case .rejected: context.isTrial ? send(context, say) : resend(context, say)
    }
  }

  private func lookAtWarnings(_ context: ReceiptContext, _ say: Wording) -> String {
    if findings.contains(where: { $0.rule == .superseded }) {
      return say(
        "已接收，但不计入：本周计入的是版次更高的一份。要用这一份代替，按下列改法提高版次再报。",
        "Received, and does not count: a higher revision does. To have this one count, send it with the revision named below."
      )
    }
    return context.isTrial
      ? say(
        "可以报送；请先核对下列警示，确有差错的改正后再报。",
        "It may be sent; look at the warnings first, and mend what is wrong.")
      : say(
        "本次报告已采用；请核对下列警示，确有差错的，更正后提高版次重报。",
        "The report counts; look at the warnings, and send a higher revision if something is wrong."
      )
  }

  private func resend(_ context: ReceiptContext, _ say: Wording) -> String {
    guard let due = context.due else {
      return say("请逐条改正后尽快重新报送整份报告。", "Mend every error and send the whole report again soon.")
    }
    let time = say.moment(due, in: context.zone)
    if submission.receivedAt > due {
      return say(
        "报送截止时间（\(time)）已过，请逐条改正后立即重新报送整份报告，按迟报登记。",
        "The cut-off (\(time)) has passed: mend every error and send the whole report at once; it counts as late."
      )
    }
    return say(
      "本次报告未被采用，请逐条改正后于\(time)前重新报送整份报告。",
      "The report does not count: mend every error and send the whole report again by \(time).")
  }

  private func send(_ context: ReceiptContext, _ say: Wording) -> String {
    guard let due = context.due else {
      return say("请逐条改正后再报送。", "Mend every error before you send it.")
    }
    let time = say.moment(due, in: context.zone)
    return submission.receivedAt > due
      ? say(
        "请逐条改正；报送截止时间（\(time)）已过，改好后立即报送，按迟报登记。",
        "Mend every error; the cut-off (\(time)) has passed: send it at once, it counts as late.")
      : say("请逐条改正后于\(time)前报送。", "Mend every error, and send it by \(time).")
  }

  /// What was received, for the page and the terminal alike.
  func facts(_ context: ReceiptContext, _ say: Wording) -> [(name: String, value: String)] {
    let isTrial = context.isTrial
    var facts = [
      (say("单位", "Unit"), unit(context, say)), (say("所报周次", "Week"), say.week(week)),
      (say("版次", "Revision"), revision(say)),
      (isTrial ? say("文件", "File") : say("收到文件", "File"), fileName(say)),
      (say("大小", "Size"), say("\(submission.size)字节", "\(submission.size) bytes")),
      (
        isTrial ? say("检查时刻", "Checked as of") : say("收到时间", "Received"),
        say.moment(submission.receivedAt, in: context.zone)
      ),
    ]
    if !isTrial {
      let channel =
        submission.channel == .inbox ? say("收件夹", "inbox") : say("网址抓取", "fetched")
      facts.append((say("渠道", "Channel"), channel))
    }
    if let due = context.due {
      facts.append((say("报送截止", "Due"), say.moment(due, in: context.zone)))
    }
    return facts + [("SHA-256", submission.digest.hex)]
  }

  /// The revision it gave itself, unless nothing of it may be repeated.
  var shownRevision: Int? { isSealed ? nil : revision }

  private func revision(_ say: Wording) -> String {
    if isSealed { return say("不显示", "withheld") }
    return revision.map(String.init) ?? say("未能读出", "unreadable")
  }

  private func unit(_ context: ReceiptContext, _ say: Wording) -> String {
    let sender = submission.sender
    guard sender != .unknown else { return say("未能识别", "not known") }
    return say("\(context.unitName)（\(sender)）", "\(context.unitName) (\(sender))")
  }

  private func fileName(_ say: Wording) -> String {
    isSealed
      ? say("（隔离文件，不显示名称）", "(quarantined, name withheld)")
      : quotable(submission.fileName, limit: 255)
  }
}

extension Verdict {
  /// What would become of a file that is only tried out.
  var trialName: Bilingual {
    switch self {
    case .accepted: Bilingual(zh: "会被接收", en: "would be accepted")
    case .acceptedWithWarnings:
      Bilingual(zh: "会被接收（有警示）", en: "would be accepted with warnings")
    case .rejected: Bilingual(zh: "会被退回", en: "would be rejected")
    case .quarantined: Bilingual(zh: "会被隔离", en: "would be quarantined")
    }
  }
}
