/// One thing received: the facts that stay true whatever a check makes of it.
package struct Submission: Hashable, Codable, Sendable {
  package let campaign: Code
  /// The unit whose folder or URL it came by: the proof of who sent it.
  package let sender: Code
  package let channel: Channel
  /// As it may be shown: control and undecodable characters are escaped.
  package let fileName: String
  package let digest: Digest
  /// Bytes.
  package let size: Int
  package let receivedAt: Moment

  package enum Channel: String, CaseIterable, Codable, Sendable {
    case inbox, http
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
