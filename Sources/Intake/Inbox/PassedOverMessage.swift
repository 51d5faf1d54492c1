import Glibc
import Rectification

extension PassedOver {
  /// One sentence: which file or folder, whether it was taken, why, and what to do.
  package var message: Bilingual {
    let (taken, reason) = (reason.isTaken, reason.message)
    return Bilingual(
      zh: "\(taken ? "已收" : "未收") \(path)：\(reason.zh)",
      en: "\(taken ? "taken" : "not taken"), \(path): \(reason.en)")
  }
}

extension PassedOver.Reason {
  /// Its content is safe; only something beside it went wrong.
  fileprivate var isTaken: Bool {
    switch self {
    case .notRemoved, .notSynchronised, .replaced: true
    default: false
    }
  }

  /// What to tell the clerk: the reason, and what to do about it.
  package var message: Bilingual {
    switch self {
    case .symbolicLink, .folder, .fifo, .socket, .device, .hardLink: kindMessage
    case .notRemoved, .notSynchronised, .unreadable, .replaced: accessMessage
    case .waiting:
      Bilingual(
        zh: "文件名表示尚未传完，暂不收取；传完后请改名",
        en: "named as not yet complete; rename it when it is")
    case .waitingLong(let days):
      Bilingual(
        zh: "文件名表示尚未传完，\(days) 天没有变动，传输多半已中断；请联系报送单位重传，并删去这一份",
        en:
          "named as not yet complete and unchanged for \(days) days: the transfer will have broken off; ask the unit to send it again, and remove this one"
      )
    case .backup:
      Bilingual(
        zh: "文件名是编辑软件留的备份，不作报告收取；要报的请改回原名",
        en:
          "named as a copy that an editor keeps, and not taken for a report; rename it if it is one"
      )
    case .changing:
      Bilingual(
        zh: "报送单位还在写入，或读取时有变动，留待下次收取",
        en: "its sender is still writing it, or changed it while it was read; left for the next run"
      )
    case .growing(let size):
      Bilingual(
        zh: "还在写入（已有 \(size) 字节），留待下次收取",
        en: "still being written (\(size) bytes so far); left for the next run")
    case .setAside(let received, let waiting):
      Bilingual(
        zh: "一小时内报送 \(received) 件，过多（guards.files-per-hour），\(waiting) 件留在原处暂缓收取；请联系该单位，恢复正常后依次收取",
        en:
          "\(received) files within an hour are too many (guards.files-per-hour); \(waiting) stay "
          + "where they are. Ask the unit; they are taken in order once it has ended")
    case .giant(let size):
      Bilingual(
        zh: "文件过大（\(size) 字节），未收取；请联系报送单位核实",
        en: "far too large (\(size) bytes), not taken; ask the unit about it")
    case .flood(let waiting):
      Bilingual(
        zh: "本次报送文件过多，另有 \(waiting) 件留待下次收取",
        en: "too many files in one run; \(waiting) more wait for the next")
    case .awaitingSignature:
      Bilingual(
        zh: "签名文件还没有到，留待下次收取；到时仍没有的退回",
        en: "its signature has not come; left for the next run, which rejects it without one")
    case .signatureWithoutReport:
      Bilingual(
        zh: "是签名文件，但旁边没有它所签的报告；请把报告一起放入",
        en: "a signature without its report; put the report beside it")
    case .unknownUnit:
      Bilingual(
        zh: "文件夹名不是单位名录中的单位代码，其中文件未收取；请更正文件夹名或补充 units.csv",
        en: "no unit has this code, its files are left; rename the folder or add to units.csv")
    case .strayFile:
      Bilingual(
        zh: "文件不在单位文件夹内，无法确认报送单位；请移入相应单位文件夹",
        en: "in no unit's folder, so nobody's; move it into the folder of its unit")
    }
  }

  private var kindMessage: Bilingual {
    let kind =
      switch self {
      case .symbolicLink: Bilingual(zh: "符号链接", en: "a symbolic link")
      case .folder: Bilingual(zh: "文件夹", en: "a folder")
      case .fifo: Bilingual(zh: "命名管道", en: "a FIFO")
      case .socket: Bilingual(zh: "套接字", en: "a socket")
      case .hardLink: Bilingual(zh: "有多个名称的文件（硬链接）", en: "a file with several names")
      default: Bilingual(zh: "设备文件", en: "a device")
      }
    return Bilingual(
      zh: "是\(kind.zh)，不是普通文件，未收取；请直接放入文件本身",
      en: "\(kind.en), not taken; put the file itself here")
  }

  private var accessMessage: Bilingual {
    switch self {
    case .notRemoved(let code):
      Bilingual(
        zh: "原件已存档，但收件夹里的这一份删不掉（\(Self.text(code))）；请检查文件夹权限后删去，单位不必重报",
        en:
          "it is archived, but cannot be removed from the inbox (\(Self.text(code))); check the folder's "
          + "permissions and remove it, the unit need not send it again")
    case .notSynchronised(let code):
      Bilingual(
        zh: "原件已存档，但从收件夹移除的结果未能落盘（\(Self.text(code))）；断电后可能再次出现，会认得",
        en:
          "archived, but the removal may not outlast a power cut (\(Self.text(code))); it will be known"
      )
    case .unreadable(let code):
      Bilingual(
        zh: "无法读取（\(Self.text(code))）；请检查权限",
        en: "cannot be read (\(Self.text(code))); check permissions")
    default:
      Bilingual(
        zh: "原件已存档；同名的新文件留待下次收取",
        en: "archived; a newer file of the same name waits for the next run")
    }
  }

  private static func text(_ code: Int32) -> String {
    "errno \(code): " + String(cString: strerror(code))
  }
}
