package import DerivedFiles
import Foundation
import Synchronization

/// The translation memory of a store, laid out for search by tokens: for each side the keys of its
/// tokens, and the index of its segments.
///
/// It is a derived file: it may be deleted at any time and is made again from the store. Opening
/// decodes nothing.
///
/// ## Sections, version 1
///
/// | No    | Contents                                                                       |
/// | ----- | ------------------------------------------------------------------------------ |
/// | 1     | for each unit, ascending: its row in the store (8), and a zero                 |
/// | 16–25 | English: ``CandidateIndex``, whose rows count the units of section 1 from 0    |
/// | 32–36 | English: ``MemoryVocabulary``                                                  |
/// | 48–57 | Chinese: ``CandidateIndex``                                                    |
/// | 64–68 | Chinese: ``MemoryVocabulary``                                                  |
package final class MemoryIndex: Sendable {
  /// The mark of such files.
  package static let mark = "ZMMEMORY"
  /// The version of the layout above, and of the keys of tokens.
  package static let formatVersion: UInt32 = 1
  static let rowSection: UInt32 = 1

  private let file: DerivedFile
  private let rows: MappedElements<Int64>
  private let english: Side
  private let chinese: Side

  private final class Side: Sendable {
    let vocabulary: MemoryVocabulary
    let candidates: CandidateIndex
    /// Searchers that nobody uses at the moment.
    let searchers = Mutex<[IdleSearcher]>([])

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
  private init?(_ file: DerivedFile) {
    guard let rows = MappedElements<Int64>(file.section(Self.rowSection)),
      let english = Side(file, .english), let chinese = Side(file, .chinese)
    else { return nil }
    (self.file, self.rows, self.english, self.chinese) = (file, rows, english, chinese)
  }

  /// What the index was made from.
  package var stamp: DerivedFileStamp { file.stamp }

  /// The length of the file in bytes.
  package var byteCount: Int { file.byteCount }

  /// Reads the whole file and compares it with its checksum.
  ///
  /// - Throws: ``DerivedFileError``: `damaged`, where they differ.
  package func verify() throws(DerivedFileError) { try file.verify() }

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
  ///   - fill: Adds every unit, in the order of rows.
  /// - Returns: The index.
  /// - Throws: What `fill` throws, and ``DerivedFileError`` where no file can be written at all.
  package static func open(
    in folder: String?, stamp: DerivedFileStamp,
    orMake fill: (inout MemoryIndexBuilder) throws -> Void
  ) throws -> MemoryIndex {
    let path = folder.map { Self.path(in: $0, storeID: stamp.storeID) }
    if let path, let file = try? DerivedFile.open(path: path, expecting: stamp),
      let found = MemoryIndex(file)
    {
      return found
    }
    var builder = MemoryIndexBuilder()
    try fill(&builder)
    if let path, var writer = try? DerivedFileWriter(path: path, stamp: stamp) {
      try builder.write(to: &writer)
      try writer.finish()
      return try opened(path, stamp)
    }
    let passing = FileManager.default.temporaryDirectory.path + "/zhengming-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: passing) }
    var writer = try DerivedFileWriter(path: passing + "/units", stamp: stamp)
    try builder.write(to: &writer)
    try writer.finish()
    return try opened(passing + "/units", stamp)
  }

  /// Opens the index of a store as it is, whatever state of the store it was made from; nil where
  /// there is none that can be used. ``stamp`` tells which; units changed since are to be masked.
  package static func existing(in folder: String, storeID: String) -> MemoryIndex? {
    let file = try? DerivedFile.open(
      path: path(in: folder, storeID: storeID), mark: mark, formatVersion: formatVersion)
    guard let file, file.stamp.storeID == storeID else { return nil }
    return MemoryIndex(file)
  }

  static func path(in folder: String, storeID: String) -> String {
    "\(folder)/\(storeID)/units"
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
  let rows: Set<UInt32>
  /// No unit.
  package static let none = MemoryMask(rows: [])
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

  /// How many segments of a side hold a token key: the *df* of the idf rate.
  package func documentFrequency(of key: String, _ side: MemorySide) -> Int {
    let vocabulary = self[side].vocabulary
    return vocabulary.number(of: key).map { vocabulary.frequency(of: $0) } ?? 0
  }

  /// What a token costs where it differs, ln((N + 1) / (df + ½)).
  package func weight(of key: String, _ side: MemorySide) -> Double {
    log((Double(unitCount(side)) + 1) / (Double(documentFrequency(of: key, side)) + 0.5))
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
