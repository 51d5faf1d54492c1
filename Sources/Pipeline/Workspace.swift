import Ledger

/// The folders of one workspace; the checkout itself is one.
package struct Workspace: Sendable {
  package let root: String
  package let inbox: String
  package let outbox: String
  package let ledger: String
  /// Everything received.
  package let archive: Archive
  /// The campaign's own files as runs found them, by SHA-256 like the archive.
  package let campaignFiles: Archive
  package let lock: String
  /// Files stay in the inbox after they were read: a rehearsal.
  package let keepsInbox: Bool

  package init(root: String) {
    self.init(root: root, writing: root, keepsInbox: false)
  }

  private init(root: String, writing: String, keepsInbox: Bool) {
    self.root = root
    inbox = "\(root)/inbox"
    outbox = "\(writing)/outbox"
    ledger = "\(writing)/ledger/zhouhui.sqlite"
    func archive(_ name: String) -> Archive {
      Archive(
        root: "\(writing)/ledger/\(name)", behind: keepsInbox ? "\(root)/ledger/\(name)" : nil)
    }
    (self.archive, campaignFiles) = (archive("archive"), archive("campaign-files"))
    lock = "\(root)/ledger/run.lock"
    self.keepsInbox = keepsInbox
  }

  /// The same inputs, with everything that is written going into `folder`.
  func rehearsal(in folder: String) -> Workspace {
    Workspace(root: root, writing: folder, keepsInbox: true)
  }
}
