import DerivedFiles
import Foundation
import TextAnalysis
import TranslationMemory

/// Benchmark data D as units: a memory, and held-out translations with what they were made from.
struct UsefulnessData {
  /// An origin, an English text and its Chinese one.
  struct Row {
    var origin: String
    var english: String
    var chinese: String

    /// The text of a side.
    func text(_ side: MemorySide) -> String { side == .english ? english : chinese }
  }

  /// The units; a row is its place here.
  let memory: [Row]
  /// The queries, and the translations that nobody shows to the memory.
  let queries: [Row]
  /// The memory laid out for search.
  let index: MemoryIndex

  /// Reads the data of a folder and lays out its index there, unless that is there already.
  init(in folder: String) throws {
    let memory = try Self.rows(of: folder + "/tm.tsv")
    self.memory = memory
    queries = try Self.rows(of: folder + "/queries.tsv")
    let stamp = DerivedFileStamp(
      mark: MemoryIndex.mark, formatVersion: MemoryIndex.formatVersion, storeID: "usefulness",
      changeNumber: 1, changeDigest: [UInt8](repeating: 0, count: 32))
    index = try MemoryIndex.open(in: folder, stamp: stamp) { builder in
      for (number, row) in memory.enumerated() {
        let unit = Self.unit(row, number)
        builder.add(
          row: Int64(number), english: unit.keys(.english), chinese: unit.keys(.chinese))
      }
    }
  }

  /// The unit of a row.
  func unit(_ row: Int) -> MemoryUnit { Self.unit(memory[row], row) }

  private static func unit(_ row: Row, _ number: Int) -> MemoryUnit {
    MemoryUnit(
      row: number, memory: "D", source: UnitVariant(.english, Segment(row.english)),
      target: UnitVariant(.simplifiedChinese, Segment(row.chinese)), state: .reviewed,
      origin: row.origin)
  }

  private static func rows(of path: String) throws -> [Row] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      return cells.count == 3 ? Row(origin: cells[0], english: cells[1], chinese: cells[2]) : nil
    }
  }
}
