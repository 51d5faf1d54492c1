import Rectification

/// The folders of one workspace; the checkout itself is one.
package struct Workspace: Sendable {
  package let root: String

  package init(root: String) {
    self.root = root
  }

  package var inbox: String { "\(root)/inbox" }
  package var outbox: String { "\(root)/outbox" }
  package var ledger: String { "\(root)/ledger/zhouhui.sqlite" }
  package var archive: String { "\(root)/ledger/archive" }
  package var lock: String { "\(root)/ledger/run.lock" }
}
