/// What is known of one received file before anybody has read what it says.
///
/// The sender is whom the folder or the source belongs to, never what the file claims.
package struct Submission: Hashable, Sendable {
  package let campaign: Code
  package let sender: Code
  package let channel: Channel
  /// The name it came by, made safe to show; never a path to open.
  package let fileName: String
  package let digest: Digest
  /// Bytes, as received.
  package let size: Int
  package let receivedAt: Moment

  /// The way it came.
  package enum Channel: Hashable, Sendable {
    /// A file of the inbox; the path below `inbox/`, made safe to show.
    case inbox(path: String)
    /// A source of campaign.yaml, and the URL that was asked.
    case source(Code, url: String)
  }

  package init(
    campaign: Code, sender: Code, channel: Channel, fileName: String, digest: Digest, size: Int,
    receivedAt: Moment
  ) {
    self.campaign = campaign
    self.sender = sender
    self.channel = channel
    self.fileName = fileName
    self.digest = digest
    self.size = size
    self.receivedAt = receivedAt
  }
}
