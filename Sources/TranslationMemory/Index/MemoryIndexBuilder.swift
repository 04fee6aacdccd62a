package import DerivedFiles

/// Gathers the units of a store and lays them out as a ``MemoryIndex``.
package struct MemoryIndexBuilder {
  private var rows: [Int64] = []
  private var english = Side()
  private var chinese = Side()
  private var numbers: [UInt32] = []
  private var coverage: [Int64]

  private struct Side {
    var vocabulary = MemoryVocabularyBuilder()
    var candidates = CandidateIndexBuilder()
  }

  /// Starts with no unit.
  ///
  /// - Parameter earlier: The number of the change after which the index begins.
  package init(after earlier: Int = 0) { coverage = [Int64(earlier)] }

  /// Notes units that were forgotten since the index begins.
  ///
  /// - Parameter rows: Their rows in the store, ascending; once for all.
  package mutating func forget(_ rows: [Int]) { coverage += rows.lazy.map { Int64($0) } }

  /// The number of units that were added.
  package var unitCount: Int { rows.count }

  /// Adds a unit.
  ///
  /// - Parameters:
  ///   - row: Its row in the store, above that of the unit added before.
  ///   - english: The comparable token keys of its English segment.
  ///   - chinese: Those of its Chinese segment.
  /// - Returns: Whether the index has room for it: it holds 4 thousand million units and as many
  ///   tokens a side.
  @discardableResult
  package mutating func add(row: Int64, english: [String], chinese: [String]) -> Bool {
    precondition(rows.last.map { $0 < row } ?? true, "Units are added in the order of their rows.")
    let number = UInt32(truncatingIfNeeded: rows.count)
    // Han characters are never kept; what is left of a Chinese segment is short.
    let alike = chinese.filter { $0.utf8.first.map { $0 < 0x80 } ?? false }
    self.english.vocabulary.numbers(of: english, keptAs: alike, into: &numbers)
    guard self.english.candidates.add(row: number, tokens: numbers) else { return false }
    self.chinese.vocabulary.numbers(of: chinese, keptAs: english, into: &numbers)
    guard self.chinese.candidates.add(row: number, tokens: numbers) else { return false }
    rows.append(row)
    return true
  }

  /// Lays out everything added, and lets go of it.
  ///
  /// - Parameter writer: Takes the sections of ``MemoryIndex``.
  /// - Throws: ``DerivedFileError`` where the file cannot be written.
  package mutating func write(to writer: inout DerivedFileWriter) throws(DerivedFileError) {
    writer.beginSection(MemoryIndex.rowSection)
    try writer.append(contentsOf: rows)
    try writer.append(Int64.zero)
    rows = []
    writer.beginSection(MemoryIndex.coverageSection)
    try writer.append(contentsOf: coverage)
    try writer.append(Int64.zero)
    try english.vocabulary.write(
      to: &writer, firstSection: MemorySide.english.vocabularySection)
    try english.candidates.write(to: &writer, firstSection: MemorySide.english.candidateSection)
    try chinese.vocabulary.write(
      to: &writer, firstSection: MemorySide.chinese.vocabularySection)
    try chinese.candidates.write(to: &writer, firstSection: MemorySide.chinese.candidateSection)
  }
}
