import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// Signatures by the real programs, whole and damaged in every way.
@Suite(.enabled(if: SigningProgram.areInstalled, "apt-get install openssh-client minisign"))
struct ReportSignatureTests {
  private static let report = Data("<weeklyReport>正文</weeklyReport>\n".utf8)

  private func key(_ program: SigningProgram) throws -> SigningKey {
    var log = ProblemLog(file: "units.csv")
    let cell = WrittenText(name: "公钥", text: try program.publicKey(), spot: .start)
    let key = UnitSigningKeys.read(cell, &log)
    #expect(log.problems.isEmpty)
    return try #require(key)
  }

  private func rule(_ signature: Data?, of report: Data = report, by key: SigningKey) throws
    -> RuleCode?
  {
    try ReportSignature.finding(signature.map { Array($0) }, of: Array(report), by: key)?.rule
  }

  private func with(
    _ kind: SigningProgram.Kind, _ body: (SigningProgram, SigningProgram) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try body(
        SigningProgram(kind, named: "a", in: folder), SigningProgram(kind, named: "b", in: folder))
    }
  }

  private static let lengths = [0, 1, 55, 56, 63, 64, 65, 127, 128, 129, 4096, 262_144]

  @Test(arguments: SigningProgram.Kind.allCases)
  func acceptsWhatTheProgramWrites(_ kind: SigningProgram.Kind) throws {
    try with(kind) { mine, _ in
      let key = try key(mine)
      for length in Self.lengths {
        let report = Data((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        #expect(try rule(mine.sign(report), of: report, by: key) == nil, "\(length)")
      }
      let options =
        kind == .ssh
        ? [["-O", "hashalg=sha256"], ["-O", "hashalg=sha512"]] : [["-l"], ["-t", "周报"]]
      for option in options {
        let signature = try mine.sign(Self.report, options: option)
        #expect(try rule(signature, by: key) == nil, "\(option)")
      }
      // Sent through a program that writes CRLF.
      let signature = String(decoding: try mine.sign(Self.report), as: UTF8.self)
      #expect(try rule(Data(signature.replacing("\n", with: "\r\n").utf8), by: key) == nil)
    }
  }

  @Test(arguments: SigningProgram.Kind.allCases)
  func refusesEverybodyElse(_ kind: SigningProgram.Kind) throws {
    try with(kind) { mine, other in
      let (mineKey, otherKey) = (try key(mine), try key(other))
      #expect(try rule(nil, by: mineKey) == .signatureMissing)
      #expect(try rule(Data(), by: mineKey) == .signatureWrong)
      let signature = try mine.sign(Self.report)
      #expect(try rule(other.sign(Self.report), by: mineKey) == .signatureWrong)
      #expect(try rule(signature, by: otherKey) == .signatureWrong)
      #expect(try rule(mine.sign(Data("another".utf8)), by: mineKey) == .signatureWrong)
      for extra in [Data([0]), Data("\n".utf8), Data(" ".utf8)] {
        #expect(try rule(signature, of: Self.report + extra, by: mineKey) == .signatureWrong)
        #expect(try rule(extra + signature, by: mineKey) == .signatureWrong)
      }
      #expect(try rule(signature + signature, by: mineKey) == .signatureWrong)
      #expect(try rule(signature + Data("\n\n".utf8), by: mineKey) == .signatureWrong)
      #expect(
        try rule(signature + Data(repeating: 10, count: 20_000), by: mineKey) == .signatureWrong)
    }
  }

  @Test func refusesAnSSHSignatureMadeForSomethingElse() throws {
    try with(.ssh) { mine, _ in
      for namespace in ["file", "git", "zhouhui2", "Zhouhui", "zhouhui "] {
        let signature = try mine.sign(Self.report, namespace: namespace)
        #expect(try rule(signature, by: key(mine)) == .signatureWrong, "\(namespace)")
      }
    }
  }

  @Test func theTwoFormatsDoNotMix() throws {
    try withTemporaryFolder { folder in
      let ssh = try SigningProgram(.ssh, named: "s", in: folder)
      let minisign = try SigningProgram(.minisign, named: "m", in: folder)
      #expect(try rule(ssh.sign(Self.report), by: key(minisign)) == .signatureWrong)
      #expect(try rule(minisign.sign(Self.report), by: key(ssh)) == .signatureWrong)
    }
  }

  /// Every byte of the signature and of the report, changed; every length of the signature.
  ///
  /// A comment that is signed by nobody may change, and a last line end may be missing.
  @Test(arguments: SigningProgram.Kind.allCases)
  func refusesEveryChange(_ kind: SigningProgram.Kind) throws {
    try with(kind) { mine, _ in
      let key = try key(mine)
      let signature = try mine.sign(Self.report)
      let free = kind == .ssh ? 0 : (signature.firstIndex(of: 10) ?? 0)
      let start = kind == .ssh ? 0 : "untrusted comment: ".utf8.count
      var survivors: [Int] = []
      for position in signature.indices where !(start..<free).contains(position) {
        for bit in 0..<8 {
          var changed = signature
          changed[position] ^= 1 << UInt8(bit)
          if try rule(changed, by: key) == nil { survivors.append(position) }
        }
      }
      #expect(survivors.isEmpty, "\(survivors)")
      for length in 0..<(signature.count - 1) {
        #expect(try rule(signature.prefix(length), by: key) == .signatureWrong, "\(length)")
      }
      #expect(try rule(signature.dropLast(), by: key) == nil)
      for position in Self.report.indices {
        var changed = Self.report
        changed[position] ^= 1
        #expect(try rule(signature, of: changed, by: key) == .signatureWrong)
      }
    }
  }

  @Test(arguments: [
    "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7", "ssh-ed25519", "ssh-ed25519 AAAA",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHjAgAtSpVGgLxbbWKMcYa9wjIPxtbkc5v3VaR10m+v",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHjAgAtSpVGgLxbbWKMcYa9wjIPxtbkc5v3VaR10m+v9AAAA",
    "RWQ8Rg5kHJFGBQ5BCmjHbZNH5ILKDOcdl", "untrusted comment: minisign public key",
    "RUQ8Rg5kHJFGBQ5BCmjHbZNH5ILKDOcdl/2Ic0xO53t7GzJ+8aFWZAZs", "公钥",
  ])
  func refusesAKeyThatIsNone(_ text: String) {
    var log = ProblemLog(file: "units.csv")
    let cell = WrittenText(name: "公钥", text: text, spot: .start)
    #expect(UnitSigningKeys.read(cell, &log) == nil && log.problems.count == 1)
  }

  @Test func aKeyBelongsToOneUnit() throws {
    try withTemporaryFolder { folder in
      let workspace = try TrialWorkspace(in: folder)
      let key = try SigningProgram(.ssh, named: "k", in: folder).publicKey()
      try workspace.write(
        "单位代码,单位名称,公钥\nJD01,示例街道一,\(key)\nJD02,示例街道二,\(key) 备注\nBM01,区建设部门（示例）,\n",
        to: "schedules/trial/units.csv")
      let error = #expect(throws: CampaignFilesError.self) {
        try CampaignFolder.load(code("trial"), in: folder)
      }
      #expect(error?.text(in: .zh).contains("units.csv:3:") ?? false)
    }
  }

  @Test func base64HasOneTextForOneValue() {
    for length in 0..<70 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ length) }
      let text = Data(bytes).base64EncodedString()
      #expect(Base64.bytes(of: Array(text.utf8)) == bytes)
    }
    for text in [
      "A", "AA", "AAA", "AB==", "AAB=", "A===", "====", "AA=A", "AAAA\n", "AA A", "AA-_",
    ] {
      #expect(Base64.bytes(of: Array(text.utf8)) == nil, "\(text)")
    }
  }
}
