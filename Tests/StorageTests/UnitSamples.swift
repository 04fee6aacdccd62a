import Foundation
import TestSupport
import TextAnalysis
import TranslationMemory

@testable import Storage

/// A unit of two texts.
func unit(
  _ source: String, _ target: String, id: String? = nil, previous: String? = nil,
  next: String? = nil, notes: [String] = []
) -> TranslationUnit {
  TranslationUnit(
    id: id, source: UnitVariant(.english, Segment(source)),
    target: UnitVariant(.simplifiedChinese, Segment(target)), previous: previous, next: next,
    notes: notes)
}

/// A unit, changed.
func with(
  _ unit: TranslationUnit, _ change: (inout TranslationUnit) -> Void
) -> TranslationUnit {
  var unit = unit
  change(&unit)
  return unit
}

let scope = unit("Scope", "范围")
let annex = unit("Annex A", "附录A", id: "annex")

/// A unit of which everything is said.
let fullUnit = TranslationUnit(
  id: "full",
  source: UnitVariant(
    LanguageTag("en-GB") ?? .english,
    Segment(
      "Press Start.\nNow",
      codes: [
        InlineCode(scalarOffset: 6, kind: .opening, markup: "<bpt i=\"1\">&lt;b></bpt>"),
        InlineCode(scalarOffset: 11, kind: .closing, markup: "<ept i=\"1\">&lt;/b></ept>"),
      ])),
  target: UnitVariant(
    LanguageTag("zh-Hant-TW") ?? .traditionalChinese,
    Segment("按「開始」", codes: [InlineCode(scalarOffset: 5, kind: .standalone, markup: "<ph/>")])),
  previous: "", next: "Cafe\u{301}",
  creation: Authorship(who: "wang", date: Date(timeIntervalSince1970: 1_600_000_001)),
  change: Authorship(who: "li", date: Date(timeIntervalSince1970: -3)), origin: "docs/说明.md",
  state: .machine,
  attributes: [
    UnitAttribute(type: "x-client", value: "A"), UnitAttribute(type: "x-client", value: ""),
  ], notes: ["first", "第二"])

extension Store {
  /// Imports units as a file.
  @discardableResult
  func takeUnits(
    _ units: [TranslationUnit], from path: String = "memory.tmx", into memory: String = "m",
    revs: [Int?] = [], carries: UnitFields = .all,
    options: UnitImportOptions = UnitImportOptions(), by who: String = "file"
  ) throws -> UnitImportSummary {
    var place = 0
    return try importUnits(
      into: memory, file: FedFile(path: path, digest: "d", byteCount: units.count), by: who,
      options: options
    ) { () throws in
      guard place < units.count else { return nil }
      defer { place += 1 }
      return IncomingUnit(
        units[place], carries: carries, rev: place < revs.count ? revs[place] : nil,
        location: SourceLocation(file: path, line: place + 1))
    }
  }

  /// Remembers a unit by hand.
  @discardableResult
  func remember(_ unit: TranslationUnit, memory: String = "m") throws -> RememberedUnit {
    try write(by: "wang", verb: "remember", at: Date(timeIntervalSince1970: 1_000)) {
      try $0.remember(unit, memory: memory)
    }
  }

  func correct(_ row: Int, _ change: (inout TranslationUnit) -> Void) throws {
    try write(by: "wang", verb: "remember", at: Date(timeIntervalSince1970: 2_000)) {
      _ = try $0.correct(unit: row) { change(&$0) }
    }
  }

  func forget(_ row: Int) throws {
    try write(by: "wang", verb: "forget", at: Date(timeIntervalSince1970: 3_000)) {
      try $0.forget(unit: row)
    }
  }

  /// All units, in the order of their rows.
  func allUnits(memory: String? = nil) throws -> [StoredUnit] {
    var units: [StoredUnit] = []
    try read { try $0.forEachUnit(memory: memory) { units.append($0) } }
    return units
  }

  func unit(_ row: Int) throws -> TranslationUnit? { try read { try $0.unit(row: row)?.unit } }
}
