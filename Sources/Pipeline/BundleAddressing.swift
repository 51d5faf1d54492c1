import Files
import Intake
import Rectification

/// Whose each part of a bundle is: the source vouches for its units, and the report says which.
struct BundleAddressing {
  let collecting: Collecting
  let source: FetchSource

  func receivedFile(_ part: ReportBundle.Part) throws -> ReceivedFile {
    let sender = sender(of: part)
    let key = collecting.index.units[sender]?.signingKey
    let signature = try key.flatMap { part.signatures[$0.scheme.suffix] }.map {
      try ReceivedSignature($0)
    }
    let submission = Submission(
      campaign: collecting.index.campaign.settings.code, sender: sender, channel: .http,
      fileName: part.name, digest: try Digesting.digest(of: part.bytes), size: part.bytes.count,
      receivedAt: collecting.asOf)
    return ReceivedFile(submission: submission, content: .whole(part.bytes), signature: signature)
  }

  /// `unknown` where the part names none of the source's units: then it is set aside.
  private func sender(of part: ReportBundle.Part) -> Code {
    let index = collecting.index
    let name = ReportDecoder().unitName(in: part.bytes, limits: index.campaign.settings.limits)
    let day = collecting.asOf.date(in: index.cycle.zone)
    guard let name, case .unit(let unit) = index.unitNames.unit(named: name, on: day),
      source.units.contains(unit)
    else { return .unknown }
    return unit
  }
}
