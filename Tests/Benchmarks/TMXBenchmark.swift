import Foundation
import Interchange
import TextAnalysis
import TranslationMemory

/// Reading and writing TMX of 100 MB, made of the same few sentences with changing figures.
///
/// Each figure is that of a process of its own (`benchmarks tmx read FILE`), so that its memory is
/// told too. The XML parser alone is not reachable from here: `xmllint --stream --noout` on the
/// files, which are kept where `--keep` is said, is what to compare with.
struct TMXBenchmark {
  func run(arguments: [String]) throws {
    switch arguments.first {
    case "read" where arguments.count == 2: try read(arguments[1])
    case "units" where arguments.count == 2: try readUnits(arguments[1])
    case "write" where arguments.count == 3:
      try write(to: arguments[1], megabytes: 100, withCodes: arguments[2] == "codes")
    case "widen" where arguments.count == 3: try toUTF16(arguments[1], arguments[2])
    default: try runAll(keeping: arguments.contains("--keep"))
    }
  }

  private func runAll(keeping: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/zhengming-tmx-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { if !keeping { try? FileManager.default.removeItem(atPath: folder) } }
    if keeping { print(folder) }
    let itself = URL(fileURLWithPath: CommandLine.arguments[0]).path
    var rows = [["what", "MB", "seconds", "CPU s", "MB per CPU s", "peak MB"]]
    func measure(_ what: String, _ words: [String], file: String) throws {
      let before = childSeconds
      let cost = try runProcess(itself, ["tmx"] + words)
      let seconds = childSeconds - before
      guard cost.status == 0 else { throw CocoaError(.fileReadUnknown) }
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      let megabytes = Double((attributes[.size] as? Int) ?? 0) / 1e6
      rows.append([
        what, String(format: "%.0f", megabytes), String(format: "%.2f", cost.seconds),
        String(format: "%.2f", seconds), String(format: "%.0f", megabytes / seconds),
        String(format: "%.0f", cost.peakMegabytes),
      ])
    }
    for kind in ["plain", "codes"] {
      let file = "\(folder)/\(kind).tmx"
      try measure("write, \(kind)", ["write", file, kind], file: file)
      try measure("read, \(kind)", ["read", file], file: file)
      try measure("read to units, \(kind)", ["units", file], file: file)
    }
    let wide = folder + "/wide.tmx"
    _ = try runProcess(itself, ["tmx", "widen", folder + "/codes.tmx", wide])
    try measure("read, codes, UTF-16", ["read", wide], file: wide)
    let small = folder + "/small.tmx"
    try write(to: small, megabytes: 1, withCodes: true)
    try measure("read, codes", ["read", small], file: small)
    printTable(rows)
  }

  /// The processor time of the processes that have ended, which a busy machine changes less.
  private var childSeconds: Double {
    var times = tms()
    _ = unsafe Foundation.times(&times)
    let ticks = Double(times.tms_cutime) + Double(times.tms_cstime)
    return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  private func read(_ path: String) throws {
    var reader = TMXReader(try ByteSource(path: path))
    var count = 0
    while try reader.next() != nil { count += 1 }
    print(count)
  }

  private func readUnits(_ path: String) throws {
    var reader = try UnitReader(try ByteSource(path: path))
    var count = 0
    while try reader.next() != nil { count += 1 }
    print(count)
  }

  private func write(to path: String, megabytes: Int, withCodes: Bool) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    guard let file = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileNoSuchFile) }
    let counter = Counter()
    var writer = TMXWriter(
      ByteSink { piece in
        counter.bytes += piece.count
        file.write(Data(piece))
      })
    var number = 0
    while counter.bytes < megabytes * 1_000_000 {
      number += 1
      try writer.write(unit(number, withCodes: withCodes))
    }
    _ = try writer.finish()
    try file.close()
  }

  private final class Counter { var bytes = 0 }

  private func unit(_ number: Int, withCodes: Bool) -> TranslationUnit {
    let english = Self.english[number % Self.english.count] + " (\(number))"
    let chinese = Self.chinese[number % Self.chinese.count] + "（\(number)）"
    let codes =
      withCodes
      ? [
        InlineCode(scalarOffset: 2, kind: .opening, markup: "<bpt i=\"1\">&lt;b></bpt>"),
        InlineCode(scalarOffset: 9, kind: .closing, markup: "<ept i=\"1\">&lt;/b></ept>"),
      ] : []
    return TranslationUnit(
      id: "u\(number)", source: UnitVariant(.english, Segment(english, codes: codes)),
      target: UnitVariant(.simplifiedChinese, Segment(chinese, codes: codes)),
      change: Authorship(who: "Ann", date: Date(timeIntervalSince1970: 1_763_900_000)),
      origin: "notice \(number / 20).md")
  }

  private static let english = [
    "These Measures shall come into force thirty days after the date of their publication.",
    "Operators & providers shall keep records of what they have done for at least three years.",
    "Where the figures differ, those of the later table hold.",
  ]
  private static let chinese = [
    "本办法自公布之日起三十日后施行。", "经营者和提供者应当保存有关记录，保存期限不少于三年。",
    "数据不一致的，以后表为准。",
  ]

  private func toUTF16(_ path: String, _ wide: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"", maxReplacements: 1)
    try text.write(toFile: wide, atomically: false, encoding: .utf16)
  }
}
