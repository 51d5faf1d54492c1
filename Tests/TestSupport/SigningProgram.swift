import Foundation

/// `ssh-keygen` or `minisign`, with a key of its own in a folder: what a unit signs with.
package struct SigningProgram {
  package enum Kind: String, CaseIterable, Sendable {
    case ssh, minisign

    package var suffix: String { self == .ssh ? ".sig" : ".minisig" }
    var path: String { self == .ssh ? "/usr/bin/ssh-keygen" : "/usr/bin/minisign" }
  }

  package static var areInstalled: Bool {
    Kind.allCases.allSatisfy { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  package let kind: Kind
  private let folder: URL
  private let name: String

  /// Makes a new key without a password.
  package init(_ kind: Kind, named name: String, in folder: URL) throws {
    (self.kind, self.folder, self.name) = (kind, folder, name)
    switch kind {
    case .ssh: try run(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path])
    case .minisign: try run(["-G", "-W", "-p", path + ".pub", "-s", path])
    }
  }

  private var path: String { folder.appendingPathComponent(name).path }

  /// As it is written in units.csv.
  package func publicKey() throws -> String {
    let lines = try String(contentsOfFile: path + ".pub", encoding: .utf8)
      .split(separator: "\n")
    return String(kind == .ssh ? lines[0] : lines[1])
  }

  /// What the program writes beside a file with these bytes.
  package func sign(_ bytes: Data, namespace: String = "zhouhui", options: [String] = []) throws
    -> Data
  {
    let file = folder.appendingPathComponent("\(UUID().uuidString).xml")
    try bytes.write(to: file)
    switch kind {
    case .ssh: try run(["-q", "-Y", "sign", "-n", namespace, "-f", path] + options + [file.path])
    case .minisign: try run(["-S", "-s", path] + options + ["-m", file.path])
    }
    return try Data(contentsOf: URL(fileURLWithPath: file.path + kind.suffix))
  }

  private func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: kind.path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableNotLoadable) }
  }
}
