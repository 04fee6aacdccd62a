package import DerivedFiles
import Foundation
import Synchronization

/// The translation memory of a store, laid out for search by tokens: for each side the keys of its
/// tokens, and the index of its segments.
///
/// It is a derived file: it may be deleted at any time and is made again from the store. Opening
/// decodes nothing. It covers all changes up to that of its stamp, or those after an earlier one,
/// which another index covers; ``MemoryLayers`` searches such indexes as one.
///
/// ## Sections, version 2
///
/// | No    | Contents                                                                       |
/// | ----- | ------------------------------------------------------------------------------ |
/// | 1     | for each unit, ascending: its row in the store (8), and a zero                 |
/// | 2     | the number of the change after which the index begins (8); for each unit that was forgotten since, ascending: its row (8); and a zero |
/// | 16–25 | English: ``CandidateIndex``, whose rows count the units of section 1 from 0    |
/// | 32–36 | English: ``MemoryVocabulary``                                                  |
/// | 48–57 | Chinese: ``CandidateIndex``                                                    |
/// | 64–68 | Chinese: ``MemoryVocabulary``                                                  |
package final class MemoryIndex: Sendable {
  /// The mark of such files.
  package static let mark = "ZMMEMORY"
  /// The version of the layout above, and of the keys of tokens.
  package static let formatVersion: UInt32 = 2
  static let rowSection: UInt32 = 1
  static let coverageSection: UInt32 = 2

  private let file: DerivedFile
  private let rows: MappedElements<Int64>
  private let coverage: MappedElements<Int64>
  private let english: Side
  private let chinese: Side

  private final class Side: Sendable {
    let vocabulary: MemoryVocabulary
    let candidates: CandidateIndex
    /// Searchers that nobody uses at the moment.
    let searchers = Mutex<[IdleSearcher]>([])
    /// The segment of each unit, once somebody has asked for it.
    let segments = Mutex<[UInt32]?>(nil)

    init?(_ file: DerivedFile, _ side: MemorySide) {
      guard let vocabulary = MemoryVocabulary(file, firstSection: side.vocabularySection),
        let candidates = CandidateIndex(file, firstSection: side.candidateSection)
      else { return nil }
      (self.vocabulary, self.candidates) = (vocabulary, candidates)
    }
  }

  /// A searcher that is handed from one thread to another, never used by two.
  private struct IdleSearcher: @unchecked Sendable {
    // Sendable: it is taken out of the list before it is used, and put back after.
    let searcher: CandidateSearcher
  }

  /// Takes an opened file, or gives nothing where it lacks a section.
  init?(_ file: DerivedFile) {
    guard let rows = MappedElements<Int64>(file.section(Self.rowSection)),
      let coverage = MappedElements<Int64>(file.section(Self.coverageSection)),
      coverage.count > 1, let english = Side(file, .english), let chinese = Side(file, .chinese)
    else { return nil }
    (self.file, self.rows, self.coverage) = (file, rows, coverage)
    (self.english, self.chinese) = (english, chinese)
  }

  /// What the index was made from.
  package var stamp: DerivedFileStamp { file.stamp }

  /// The change after which it begins; 0 where it covers all of them.
  package var earlierChange: Int { Int(coverage[0]) }

  /// How many units it holds.
  package var rowCount: Int { rows.count - 1 }

  /// How many units it knows to be gone that earlier indexes may hold.
  package var forgottenCount: Int { coverage.count - 2 }

  /// The length of the file in bytes.
  package var byteCount: Int { file.byteCount }

  /// Reads the whole file and compares it with its checksum.
  ///
  /// - Throws: ``DerivedFileError``: `damaged`, where they differ.
  package func verify() throws(DerivedFileError) { try file.verify() }

  /// Whether nobody has written to the file since its writer did, as far as its time tells.
  package var isAsWritten: Bool { file.isAsWritten }

  /// Marks a file that ``verify()`` found whole as written by its writer.
  package func markAsWritten() { file.markAsWritten() }

  private subscript(side: MemorySide) -> Side {
    switch side {
    case .english: english
    case .chinese: chinese
    }
  }
}

extension MemoryIndex {
  /// Opens the index that was made from a state of a store; where there is none that can be used,
  /// it is made.
  ///
  /// - Parameters:
  ///   - folder: Where such files are kept. Where it cannot be written, or there is none, the file
  ///     lasts as long as it is open.
  ///   - stamp: The state, with ``mark`` and ``formatVersion``.
  ///   - earlier: The number of the change after which it begins.
  ///   - fill: Adds every unit written since, in the order of rows, and tells which are forgotten.
  /// - Returns: The index.
  /// - Throws: What `fill` throws, and ``DerivedFileError`` where no file can be written at all.
  package static func open(
    in folder: String?, stamp: DerivedFileStamp, after earlier: Int = 0,
    orMake fill: (inout MemoryIndexBuilder) throws -> Void
  ) throws -> MemoryIndex {
    let path = folder.map { Self.path(in: $0, storeID: stamp.storeID, after: earlier) }
    if let path, let file = try? DerivedFile.open(path: path, expecting: stamp),
      let found = MemoryIndex(file), found.earlierChange == earlier
    {
      return found
    }
    if let path {
      do {
        return try made(path, stamp, after: earlier, fill)
      } catch let error as DerivedFileError {
        guard case .unwritable = error else { throw error }
      }
    }
    let passing = FileManager.default.temporaryDirectory.path + "/zhengming-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: passing) }
    return try made(passing + "/units", stamp, after: earlier, fill)
  }

  private static func made(
    _ path: String, _ stamp: DerivedFileStamp, after earlier: Int,
    _ fill: (inout MemoryIndexBuilder) throws -> Void
  ) throws -> MemoryIndex {
    var writer = try DerivedFileWriter(path: path, stamp: stamp)
    var builder = MemoryIndexBuilder(after: earlier)
    try fill(&builder)
    try builder.write(to: &writer)
    try writer.finish()
    return try opened(path, stamp)
  }

  /// Opens the index of a store that begins after a change, whatever state of the store it was made
  /// from; nil where there is none that can be used. ``stamp`` tells which; units changed since are
  /// to be masked.
  package static func existing(
    in folder: String, storeID: String, after earlier: Int = 0
  ) -> MemoryIndex? {
    let file = try? DerivedFile.open(
      path: path(in: folder, storeID: storeID, after: earlier), mark: mark,
      formatVersion: formatVersion)
    guard let file, file.stamp.storeID == storeID, let index = MemoryIndex(file),
      index.earlierChange == earlier
    else { return nil }
    return index
  }

  /// Removes the files of indexes that begin after other changes than these: they belong to
  /// indexes that have been merged into one. Who has them open keeps them.
  package static func removeOthers(in folder: String, storeID: String, than kept: Set<Int>) {
    let place = "\(folder)/\(storeID)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    for name in names where name.hasPrefix(layerPrefix) {
      guard let earlier = Int(name.dropFirst(layerPrefix.count)), !kept.contains(earlier) else {
        continue
      }
      try? FileManager.default.removeItem(atPath: "\(place)/\(name)")
    }
  }

  static let layerPrefix = "units-"

  static func path(in folder: String, storeID: String, after earlier: Int = 0) -> String {
    "\(folder)/\(storeID)/" + (earlier == 0 ? "units" : "\(layerPrefix)\(earlier)")
  }

  private static func opened(_ path: String, _ stamp: DerivedFileStamp) throws -> MemoryIndex {
    guard let file = try DerivedFile.open(path: path, expecting: stamp),
      let index = MemoryIndex(file)
    else { throw DerivedFileError.damaged(path: path, part: .header) }
    return index
  }
}

/// Units of a ``MemoryIndex`` that are not to be found: they were changed or deleted since.
package struct MemoryMask: Sendable {
  /// Their numbers in the index.
  private(set) var rows: Set<UInt32>
  /// No unit.
  package static let none = MemoryMask(rows: [])

  /// Adds those of another mask of the same index.
  mutating func formUnion(_ other: MemoryMask) { rows.formUnion(other.rows) }
}

/// A unit of a ``MemoryIndex`` that is near enough to a query, by its tokens alone.
package struct MemoryCandidate: Hashable, Sendable {
  /// The unit's row in the store.
  package let row: Int64
  /// How many token edits part its segment from the query.
  package let distance: Int
  /// The number of tokens of the longer of the two.
  package let longer: Int

  /// Makes a candidate.
  package init(row: Int64, distance: Int, longer: Int) {
    (self.row, self.distance, self.longer) = (row, distance, longer)
  }
}

extension MemoryIndex {
  /// Finds the units whose segment on one side is nearest to a query, on any thread.
  ///
  /// - Parameters:
  ///   - side: The side.
  ///   - keys: The query's comparable token keys.
  ///   - threshold: The least rate in percent, 50 to 100.
  ///   - limit: The largest number of units.
  ///   - mask: Units that are not to be found.
  /// - Returns: As a comparison with every segment would: the smallest share of edits first, then
  ///   the smallest row.
  package func search(
    _ side: MemorySide, keys: [String], threshold: Int, limit: Int,
    excluding mask: MemoryMask = .none
  ) -> [MemoryCandidate] {
    let side = self[side]
    let tokens = keys.map { side.vocabulary.number(of: $0) ?? CandidateSearcher.unknownToken }
    let idle = side.searchers.withLock { $0.popLast() }
    let searcher = idle?.searcher ?? CandidateSearcher(side.candidates)
    defer { side.searchers.withLock { $0.append(IdleSearcher(searcher: searcher)) } }
    return searcher.search(tokens, threshold: threshold, limit: limit, excluding: mask.rows).map {
      MemoryCandidate(
        row: rows[Int($0.row)], distance: Int($0.distance), longer: Int($0.longer))
    }
  }

  /// Returns a mask of those of the given rows that are in the index; worth keeping.
  package func mask(_ rows: some Sequence<Int64>) -> MemoryMask {
    MemoryMask(rows: Set(rows.lazy.compactMap { self.number(of: $0) }))
  }

  /// Returns a mask of the units that a later index holds as they are now, or knows to be gone.
  ///
  /// - Complexity: O(units of the later index with rows that this one may have · log units).
  func mask(of later: MemoryIndex) -> MemoryMask {
    guard rowCount > 0 else { return .none }
    let last = rows[rowCount - 1]
    let written = (0..<later.rowCount).lazy.map { later.rows[$0] }.prefix { $0 <= last }
    let forgotten = (0..<later.forgottenCount).lazy.map { later.coverage[$0 + 1] }
      .prefix { $0 <= last }
    var mask = mask(written)
    mask.formUnion(self.mask(forgotten))
    return mask
  }

  /// How many segments of a side hold a token key: the *df* of the idf rate.
  package func documentFrequency(of key: String, _ side: MemorySide) -> Int {
    let vocabulary = self[side].vocabulary
    return vocabulary.number(of: key).map { vocabulary.frequency(of: $0) } ?? 0
  }

  /// What a token costs where it differs, ln((N + 1) / (df + ½)).
  package func weight(of key: String, _ side: MemorySide) -> Double {
    Self.weight(documentFrequency(of: key, side), of: unitCount(side))
  }

  /// What a token costs that so many of some units have.
  static func weight(_ frequency: Int, of count: Int) -> Double {
    log((Double(count) + 1) / (Double(frequency) + 0.5))
  }

  /// In how many of the segments that hold a token key the other side has it too.
  func keptFrequency(of key: String, _ side: MemorySide) -> Int {
    let vocabulary = self[side].vocabulary
    return vocabulary.number(of: key).map { vocabulary.keptFrequency(of: $0) } ?? 0
  }

  /// The share of units with a token key whose other side has it too, (both + ½) / (df + 1).
  package func keepRate(of key: String, _ side: MemorySide) -> Double {
    let vocabulary = self[side].vocabulary
    guard let number = vocabulary.number(of: key) else { return 0.5 }
    return (Double(vocabulary.keptFrequency(of: number)) + 0.5)
      / (Double(vocabulary.frequency(of: number)) + 1)
  }

  /// How many units have a segment with tokens on a side: the *N* of the idf rate.
  package func unitCount(_ side: MemorySide) -> Int { self[side].candidates.segmentCount }

  /// Returns where keys stand one after the other on a side: in the shortest segments first.
  ///
  /// - Complexity: O(1) until the first is asked for; each then costs as much as there are places
  ///   of the rarest key or pair of keys up to it.
  package func occurrences(
    of phrase: [String], _ side: MemorySide
  ) -> some Sequence<(row: Int64, position: Int)> {
    let tokens = phrase.map {
      self[side].vocabulary.number(of: $0) ?? CandidateSearcher.unknownToken
    }
    return self[side].candidates.occurrences(of: tokens).lazy.map { [rows] in
      (row: rows[Int($0.row)], position: $0.position)
    }
  }

  /// The index of a side's segments, for who works with token ids; its rows are numbers of units.
  package func candidates(_ side: MemorySide) -> CandidateIndex { self[side].candidates }

  /// The segment of each unit on a side, by the unit's number; `UInt32.max` where it has none. The
  /// table is made when it is first asked for and costs 4 bytes a unit.
  func segments(_ side: MemorySide) -> [UInt32] {
    let (candidates, count) = (self[side].candidates, rows.count)
    return self[side].segments.withLock { kept in
      if let kept { return kept }
      var table = [UInt32](repeating: .max, count: count)
      for segment in 0..<candidates.segmentCount {
        let number = Int(candidates.rows[segment])
        if number < count { table[number] = UInt32(segment) }
      }
      kept = table
      return table
    }
  }

  /// Returns the id of a token key, or nil where no segment of the side holds it.
  package func token(of key: String, _ side: MemorySide) -> UInt32? {
    self[side].vocabulary.number(of: key)
  }

  /// Returns the key of a token id, or nil where there is none.
  package func key(of token: UInt32, _ side: MemorySide) -> String? {
    self[side].vocabulary.key(of: token)
  }

  /// Returns a unit's row in the store by its number.
  package func row(of number: UInt32) -> Int64 { rows[Int(number)] }

  private func number(of row: Int64) -> UInt32? {
    var (low, high) = (0, rows.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count - 1 && rows[low] == row ? UInt32(low) : nil
  }
}
