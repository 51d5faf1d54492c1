import Files
import Foundation
import Intake
import Pipeline
import Rectification
import TestSupport
import Testing

/// A unit with a key in units.csv: its folder alone is no proof any more.
@Suite(.enabled(if: SigningProgram.areInstalled, "apt-get install openssh-client minisign"))
struct SignedReportsTests {
  private struct Drive {
    let workspace: TrialWorkspace
    let ssh: SigningProgram
    let minisign: SigningProgram

    func run(at text: String = "2024-01-11 12:05") throws -> RunReport {
      let campaign = try CampaignSnapshot(code("trial"), in: Workspace(root: workspace.path))
      return try runLocked(
        campaign, in: Workspace(root: workspace.path), asOf: moment(text), isDryRun: false,
        note: "test", progress: { _ in })
    }

    func receipts() throws -> String {
      try workspace.files(below: "outbox").filter {
        $0.contains("/receipts/") && $0.hasSuffix(".json")
      }.map { try workspace.text("outbox/\($0)") }.joined()
    }
  }

  /// JD01 signs with ssh-keygen, JD02 with minisign, BM01 not at all.
  private func with(_ body: (Drive) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let keys = folder.appendingPathComponent("keys")
      try FileManager.default.createDirectory(at: keys, withIntermediateDirectories: true)
      let drive = Drive(
        workspace: try TrialWorkspace(in: folder.appendingPathComponent("w")),
        ssh: try SigningProgram(.ssh, named: "jd01", in: keys),
        minisign: try SigningProgram(.minisign, named: "jd02", in: keys))
      try drive.workspace.write(
        """
        单位代码,单位名称,公钥
        JD01,示例街道一,\(try drive.ssh.publicKey())
        JD02,示例街道二,\(try drive.minisign.publicKey())
        BM01,区建设部门（示例）,

        """, to: "schedules/trial/units.csv")
      try body(drive)
    }
  }

  private static let first = TrialWorkspace.report()
  private static let second = TrialWorkspace.report(unit: "JD02", measures: ["M1", "M3"])

  @Test func takesAReportAndItsSignatureTogether() throws {
    try with { drive in
      try drive.workspace.drop(Self.first, from: "JD01", as: "r.json")
      let signature = try drive.ssh.sign(Self.first)
      try drive.workspace.drop(signature, from: "JD01", as: "r.json.sig")
      try drive.workspace.drop(Self.second, from: "JD02", as: "r.json")
      try drive.workspace.drop(
        try drive.minisign.sign(Self.second), from: "JD02", as: "r.json.minisig")
      let report = try drive.run()
      #expect(report.collected == 2 && report.passedOver.isEmpty)
      #expect(report.verdicts[.rejected] == nil)
      #expect(drive.workspace.files(below: "inbox").isEmpty)
      let digest = try Digesting.digest(of: Array(signature)).hex
      let archive = drive.workspace.files(below: "ledger/archive")
      #expect(archive.count == 4 && archive.contains("\(digest.prefix(2))/\(digest)"))
    }
  }

  @Test func aReportWaitsForItsSignatureUntilTheNextRun() throws {
    try with { drive in
      try drive.workspace.drop(Self.first, from: "JD01", as: "r.json")
      let waiting = try drive.run()
      #expect(waiting.collected == 0 && !waiting.needsAPerson)
      #expect(waiting.passedOver.map(\.reason) == [.awaitingSignature])
      try drive.workspace.drop(try drive.ssh.sign(Self.first), from: "JD01", as: "r.json.sig")
      let taken = try drive.run(at: "2024-01-11 12:35")
      #expect(taken.collected == 1 && taken.verdicts[.rejected] == nil)
      #expect(drive.workspace.files(below: "inbox").isEmpty)
    }
  }

  @Test func withoutASignatureTheNextRunRejectsIt() throws {
    try with { drive in
      try drive.workspace.drop(Self.first, from: "JD01", as: "r.json")
      _ = try drive.run()
      // The same moment is no later run.
      #expect(try drive.run().collected == 0)
      let report = try drive.run(at: "2024-01-11 12:35")
      #expect(report.verdicts == [.rejected: 1])
      #expect(try drive.receipts().contains("signature-missing"))
      // Signed at last, the very same bytes are accepted.
      try drive.workspace.drop(Self.first, from: "JD01", as: "r.json")
      try drive.workspace.drop(try drive.ssh.sign(Self.first), from: "JD01", as: "r.json.sig")
      let again = try drive.run(at: "2024-01-11 13:05")
      #expect(again.verdicts.filter { $0.key.isAccepted }.values.reduce(0, +) == 1)
    }
  }

  @Test func aSignatureWithoutItsReportWaitsAndIsNamed() throws {
    try with { drive in
      try drive.workspace.drop(try drive.ssh.sign(Self.first), from: "JD01", as: "r.json.sig")
      // A unit without a key has no signatures: this is one more file that is no report.
      try drive.workspace.drop(try drive.ssh.sign(Self.first), from: "BM01", as: "r.json.sig")
      let report = try drive.run()
      #expect(report.passedOver.map(\.path) == ["trial/JD01/r.json.sig"])
      #expect(report.passedOver.map(\.reason) == [.signatureWithoutReport])
      #expect(report.verdicts == [.rejected: 1] && report.needsAPerson)
      #expect(drive.workspace.files(below: "inbox") == ["trial/JD01/r.json.sig"])
    }
  }

  @Test func theSignaturesOfTwoUnitsSwappedAdmitNeither() throws {
    try with { drive in
      try drive.workspace.drop(Self.first, from: "JD01", as: "r.json")
      try drive.workspace.drop(try drive.minisign.sign(Self.first), from: "JD01", as: "r.json.sig")
      try drive.workspace.drop(Self.second, from: "JD02", as: "r.json")
      try drive.workspace.drop(try drive.ssh.sign(Self.second), from: "JD02", as: "r.json.minisig")
      #expect(try drive.run().verdicts == [.rejected: 2])
      #expect(try drive.receipts().contains("signature-wrong"))
    }
  }

  @Test func whoMayWriteInTheFolderAndHasNoKeyGetsNothingIn() throws {
    try with { drive in
      // A sound report of JD01, signed by JD02's and by nobody's key, and JD02's own report.
      let forger = try SigningProgram(
        .ssh, named: "forger", in: drive.workspace.folder.deletingLastPathComponent())
      try drive.workspace.drop(Self.first, from: "JD01", as: "a.json")
      try drive.workspace.drop(try forger.sign(Self.first), from: "JD01", as: "a.json.sig")
      try drive.workspace.drop(Self.second, from: "JD01", as: "b.json")
      try drive.workspace.drop(try drive.ssh.sign(Self.second), from: "JD01", as: "b.json.sig")
      let report = try drive.run()
      #expect(report.verdicts == [.rejected: 2])
      let receipts = try drive.receipts()
      #expect(receipts.contains("signature-wrong") && receipts.contains("sender-mismatch"))
    }
  }

  @Test func theGateStillStandsBeforeASignature() throws {
    try with { drive in
      let marked = TrialWorkspace.report(progress: "机密★10年")
      try drive.workspace.drop(marked, from: "JD01", as: "r.json")
      try drive.workspace.drop(Data("x".utf8), from: "JD01", as: "r.json.sig")
      #expect(try drive.run().verdicts == [.quarantined: 1])
      let receipts = try drive.receipts()
      #expect(!receipts.contains("signature"))
    }
  }
}
