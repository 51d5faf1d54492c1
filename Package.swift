// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode, no warnings, no implicit existentials.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Fuzzers: only for `Tests/Fuzzing/fuzz`, because their `main` is libFuzzer's.
let fuzzers: [Target] =
  Context.environment["ZHOUHUI_FUZZ"] == nil
  ? []
  : ["FuzzXML", "FuzzJSON", "FuzzText"].map { name in
    .executableTarget(
      name: name, dependencies: ["DecodingInvariants"], path: "Tests/Fuzzing/\(name)",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
  }

let package = Package(
  name: "zhouhui-weekly",
  products: [.executable(name: "zhouhui", targets: ["zhouhui"])],
  dependencies: [
    // The command line: parsing, help, completions; usage errors already exit 64.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SQLite with migrations, WAL and prepared statements; links Debian's SQLite from 7.10 on.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // YAML with a line and a column for every node, which placed findings need.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Outside libraries, by module map alone.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    // ZIP, which bundles of reports come in, and which Word documents are.
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // The workbook: charts, data bars and print set-up, byte for byte the same every time.
    .systemLibrary(
      name: "CLibXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // SHA-256 at 1.8 GB/s with nothing to build: libcurl brings libcrypto into the process anyway.
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CStatFS"),

    // The core: pure, no file, clock, network or database.
    .target(name: "Rectification", swiftSettings: strict),

    // Every file that is read or written: absent, forbidden, of another kind and broken told apart, and
    // writing that survives a power cut.
    .target(name: "Files", dependencies: ["Rectification", "CLibCrypto"], swiftSettings: strict),

    // libcurl that goes only where it may, and the secrets it shows: what fetching and notifying share.
    .target(
      name: "GuardedConnections", dependencies: ["Rectification", "Files", "CLibCurl"],
      swiftSettings: strict),

    // The edges. They never import one another.
    .target(
      name: "Intake",
      dependencies: [
        "Rectification", "Files", "GuardedConnections", "CLibXML2", "CLibCurl", "CLibZip",
        "CLibCrypto", "CStatFS", "Yams",
      ],
      swiftSettings: strict),
    .target(
      name: "Ledger",
      dependencies: [
        "Rectification", "Files", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Publishing",
      dependencies: ["Rectification", "Files", "CLibXlsxWriter", "CLibZip", "CLibCrypto"],
      // In the program itself, which then needs no folder of its own.
      resources: ["agenda", "alert", "review", "summary"]
        .map { .embedInCode("Word/Templates/\($0).docx") }
        + ["Forms/form.js", "Forms/form.css", "Page/page.js"].map { .embedInCode($0) },
      swiftSettings: strict),

    .target(
      name: "Notifying", dependencies: ["Rectification", "GuardedConnections", "CLibCurl"],
      swiftSettings: strict),

    // The order of the week, and the command.
    .target(
      name: "Pipeline",
      dependencies: [
        "Rectification", "Files", "GuardedConnections", "Intake", "Ledger", "Publishing",
        "Notifying",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "zhouhui",
      dependencies: [
        "Rectification", "Files", "GuardedConnections", "Intake", "Ledger", "Publishing",
        "Notifying", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Documents made to cost time, and a program that measures what each costs.
    .target(
      name: "HostileDocuments", dependencies: ["Rectification"],
      path: "Benchmarks/HostileDocuments", swiftSettings: strict),
    .executableTarget(
      name: "DecodingCost", dependencies: ["Rectification", "Intake", "HostileDocuments"],
      path: "Benchmarks/DecodingCost", swiftSettings: strict),

    // Samples, temporary folders and the comparison with golden files, for the tests alone.
    .target(
      name: "TestSupport", dependencies: ["Rectification"], path: "Tests/TestSupport",
      exclude: ["Mail"], swiftSettings: strict),
    // What holds of the decoder whatever it is given.
    .target(
      name: "DecodingInvariants", dependencies: ["Rectification", "Intake"],
      path: "Tests/Fuzzing/DecodingInvariants", swiftSettings: strict),
    .testTarget(
      name: "RectificationTests", dependencies: ["Rectification", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Rectification", "Files", "GuardedConnections", "Intake", "HostileDocuments",
        "DecodingInvariants", "TestSupport",
      ],
      exclude: ["Decoding/Golden"], swiftSettings: strict),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Rectification", "Files", "Ledger", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Schemas"],
      swiftSettings: strict),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["Rectification", "Files", "Publishing", "TestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "NotifyingTests",
      dependencies: ["Rectification", "GuardedConnections", "Notifying", "TestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Rectification", "Files", "GuardedConnections", "Intake", "Ledger", "Notifying",
        "Publishing", "Pipeline", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    // The built program, from outside: folders in, folders and exit statuses out.
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "zhouhui"], exclude: ["Golden"],
      swiftSettings: strict),
  ] + fuzzers
)
