import Ledger
import Rectification

/// A run would be of a moment before the last one that the ledger has written down, and take back what came
/// in between.
package struct ClockBehind: Error, Hashable {
  package let asOf: Moment
  package let latest: Moment
  package let zone: ZoneOffset

  /// Clocks are set by some seconds now and then.
  static let allowedSeconds: Int64 = 300

  static func refuse(_ asOf: Moment, _ campaign: CampaignSettings, _ ledger: LedgerStore) throws {
    guard let latest = try ledger.latestMoment(of: campaign.code),
      latest.seconds - asOf.seconds > allowedSeconds
    else { return }
    throw ClockBehind(asOf: asOf, latest: latest, zone: campaign.zone)
  }

  package var message: Bilingual {
    let minutes = (latest.seconds - asOf.seconds) / 60
    let (days, hours, rest) = (minutes / 1_440, minutes % 1_440 / 60, minutes % 60)
    let zh = [(days, "天"), (hours, "小时"), (rest, "分")].filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    let en = [(days, "d"), (hours, "h"), (rest, "min")].filter { $0.0 > 0 }.map {
      "\($0.0) \($0.1)"
    }
    return Bilingual(
      zh: "这次运行的时刻 \(asOf.short(in: zone)) 比台账最后记下的 \(latest.short(in: zone)) 早 \(zh.joined())："
        + "照此运行会把已收的报告收回去。请校准时钟（timedatectl）；只想看那时的情况，用 status、brief 加 --as-of。什么也没有写",
      en:
        "this run is of \(asOf.short(in: zone)), \(en.joined(separator: " ")) before what the ledger last "
        + "wrote down, \(latest.short(in: zone)): it would take back what came in since. Set the clock "
        + "(timedatectl); to see how things stood, use status or brief with --as-of. Nothing was written"
    )
  }
}
