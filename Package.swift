// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors where the project is checked (CI=true), not where it is used: a newer
// toolchain or C library may warn about code that is right.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let checkedC: [CSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let rooms: [(name: String, dependencies: [Target.Dependency])] = [
  ("TextAnalysis", []),
  ("DerivedFiles", ["TextAnalysis"]),
  ("Terminology", ["TextAnalysis", "DerivedFiles"]),
  ("TranslationMemory", ["TextAnalysis", "DerivedFiles"]),
  ("Interchange", ["TextAnalysis", "Terminology", "TranslationMemory", "CLibXML2"]),
  (
    "Storage",
    ["TextAnalysis", "Terminology", "TranslationMemory", "DerivedFiles", "CSQLite"]
  ),
  ("Checking", ["TextAnalysis", "Terminology"]),
  (
    "Workbench",
    [
      "TextAnalysis", "DerivedFiles", "Terminology", "TranslationMemory", "Interchange", "Storage",
      "Checking", "CAssets",
    ]
  ),
]

let package = Package(
  name: "zhengming",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Zhengming", targets: rooms.map(\.name)),
    .executable(name: "zhengming", targets: ["CommandLineTool"]),
    .executable(name: "benchmarks", targets: ["Benchmarks"]),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CAssets", cSettings: checkedC),
    .executableTarget(
      name: "CommandLineTool", dependencies: rooms.map { .byName(name: $0.name) },
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["TextAnalysis"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .executableTarget(
      name: "Benchmarks",
      dependencies: rooms.map { .byName(name: $0.name) } + ["TestSupport"],
      path: "Tests/Benchmarks", swiftSettings: settings),
    .executableTarget(
      name: "Fuzzing", dependencies: ["Interchange", "TextAnalysis"], path: "Tests/Fuzzing",
      swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests", dependencies: ["CommandLineTool", "TestSupport"],
      swiftSettings: settings),
  ]
    + rooms.map { .target(name: $0.name, dependencies: $0.dependencies, swiftSettings: settings) }
    + rooms.map {
      .testTarget(
        name: $0.name + "Tests",
        dependencies: [.byName(name: $0.name), "TestSupport"] + $0.dependencies.filter(isRoom),
        exclude: ["Interchange": ["Fixtures"], "Checking": ["Snapshots"]][$0.name] ?? [],
        swiftSettings: settings)
    },
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

func isRoom(_ dependency: Target.Dependency) -> Bool {
  if case .byNameItem(let name, _) = dependency { return !name.hasPrefix("C") }
  return false
}
