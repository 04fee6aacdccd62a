import Foundation
import TestSupport
import TextAnalysis
import TranslationMemory

@testable import Interchange

/// Units to write, and what comes of them.
enum TMXSamples {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/tmx")

  /// A unit with all that a memory can say of one.
  static let units: [TranslationUnit] = [
    TranslationUnit(
      id: "u.1",
      source: UnitVariant(
        .english,
        Segment(
          " Press Start & wait <5 s. ",
          codes: [
            InlineCode(scalarOffset: 7, kind: .opening, markup: "<bpt i='1'>&lt;b></bpt>"),
            InlineCode(scalarOffset: 12, kind: .closing, markup: "<ept i='1'>&lt;/b></ept>"),
            InlineCode(scalarOffset: 26, kind: .standalone, markup: "<ph x=\"2\"/>"),
          ])),
      target: UnitVariant(
        .simplifiedChinese,
        Segment(
          "按“开始”，等待<5秒。",
          codes: [
            InlineCode(scalarOffset: 2, kind: .opening, markup: "<hi type=\"b\">"),
            InlineCode(scalarOffset: 4, kind: .closing, markup: "</hi>"),
          ])),
      previous: "Read <this> first.", next: "",
      creation: Authorship(who: "Li Hua", date: Date(timeIntervalSince1970: 1_760_000_000)),
      change: Authorship(who: "Ann", date: Date(timeIntervalSince1970: 1_763_900_000)),
      origin: "manual/ch1.md", state: .draft,
      attributes: [
        UnitAttribute(type: "tmx:usagecount", value: "3"),
        UnitAttribute(type: "x-client", value: "A & B"),
        UnitAttribute(type: "x-client", value: "C"),
        UnitAttribute(type: "tmx:target:x-rate", value: "90"),
      ],
      notes: ["one\nline more", "two"]),
    TranslationUnit(
      id: "u.2", source: UnitVariant(tag("zh-Hant-TW"), "𠮷野家\t的 標準"),
      target: UnitVariant(tag("en-GB"), "The standard"), state: .machine),
    TranslationUnit(
      source: UnitVariant(.english, "Scope"), target: UnitVariant(.traditionalChinese, "範圍"),
      state: .aligned),
  ]

  static func tag(_ text: String) -> LanguageTag { LanguageTag(text) ?? .english }

  static func read(_ source: ByteSource) throws -> (
    header: TMXHeader, units: [TMXUnit], losses: LossReport
  ) {
    var reader = TMXReader(source)
    let header = try reader.readHeader()
    var units: [TMXUnit] = []
    while var unit = try reader.next() {
      unit.location = SourceLocation(file: "")
      units.append(unit)
    }
    return (header, units, reader.losses)
  }

  static func read(_ text: String) throws -> [TMXUnit] {
    try read(ByteSource(bytes: Array(text.utf8), name: "t.tmx")).units
  }

  static func readUnits(_ source: ByteSource) throws -> (units: [TranslationUnit], UnitReader) {
    var reader = try UnitReader(source)
    var units: [TranslationUnit] = []
    while let unit = try reader.next() { units.append(unit.unit) }
    return (units, reader)
  }

  /// The segment of a document with one variant.
  static func segment(_ content: String) throws -> Segment? {
    try read(document("<tuv xml:lang=\"en\"><seg>\(content)</seg></tuv>")).first?.variants.first?
      .segment
  }

  static func document(_ variants: String, srclang: String = "en", tu: String = "") -> String {
    """
    <?xml version="1.0"?>
    <!DOCTYPE tmx SYSTEM "tmx14.dtd">
    <tmx version="1.4"><header srclang="\(srclang)"/><body>
    <tu tuid="1"\(tu)>\(variants)</tu>
    </body></tmx>
    """
  }

  static func written<Unit>(
    _ units: [Unit], header: TMXHeader = TMXHeader(),
    languages: TMXWriter.LanguageStyle = .regional,
    _ write: (inout TMXWriter, Unit) throws -> Void
  ) throws -> (bytes: [UInt8], losses: LossReport) {
    let pieces = Pieces()
    var writer = TMXWriter(pieces.sink, header: header, languages: languages)
    for unit in units { try write(&writer, unit) }
    let losses = try writer.finish()
    return (pieces.bytes, losses)
  }

  static func written(
    _ units: [TranslationUnit], languages: TMXWriter.LanguageStyle = .regional
  ) throws -> (bytes: [UInt8], losses: LossReport) {
    try written(units, languages: languages) { try $0.write($1) }
  }

  static func written(
    _ header: TMXHeader, _ units: [TMXUnit]
  ) throws -> (bytes: [UInt8], losses: LossReport) {
    try written(units, header: header) { try $0.write($1) }
  }
}

/// What a sink was given.
final class Pieces {
  private(set) var bytes: [UInt8] = []
  var sink: ByteSink { ByteSink { [self] piece in bytes += piece } }
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
