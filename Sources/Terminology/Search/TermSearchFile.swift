package import DerivedFiles
import Foundation

/// The sections of a ``TermSearchFile`` by number.
enum TermSearchSection: UInt32 {
  case lengthStarts = 1
  case signatures, rows, terms, textStarts, texts, wordStarts, words, postingStarts, postings
  case wordSignatures
}

/// All terms of a store that look-ups find, laid out for what a table of keys cannot answer: words
/// inside terms, and misspellings.
///
/// Terms stand in the order of their length; *place* is where a term stands.
///
/// ## Sections, version 1
///
/// Integers are little-endian; a list of *starts* ends with one more, the end of the last.
///
/// | No | Contents                                                                          |
/// | -- | --------------------------------------------------------------------------------- |
/// | 1  | for each length in scalars, without spaces, from 0: the first place (4)           |
/// | 2  | for each place: which characters occur, hashed into 64 bits (8)                   |
/// | 3  | for each place: the row of the concept in the store (4)                           |
/// | 4  | for each place: the term in its concept (upper 2 bytes), its rank (lower 2)       |
/// | 5  | for each place: where its text starts in section 6 (4)                            |
/// | 6  | the folded texts with their spaces, UTF-8                                         |
/// | 7  | for each word or pair of Han characters, in the order of bytes: where it starts in section 8 (4) |
/// | 8  | the words, UTF-8                                                                  |
/// | 9  | for each word: where its places start in section 10 (4)                           |
/// | 10 | the places of the terms that hold each word, ascending (4)                        |
/// | 11 | for each word: which characters occur, as in section 2 (8)                        |
package struct TermSearchFile: Sendable {
  /// The mark of such files.
  package static let mark = "ZMTERMS!"
  /// The version of the layout above and of the folding of texts.
  package static let formatVersion: UInt32 = 1

  private let file: DerivedFile
  private let sections: TermSearchSections

  /// Takes an opened file, or nothing where it lacks a section.
  private init?(_ file: DerivedFile) {
    guard let sections = TermSearchSections(file) else { return nil }
    (self.file, self.sections) = (file, sections)
  }

  /// Whether the file was made from a state of a store.
  package func covers(_ stamp: DerivedFileStamp) -> Bool { file.stamp == stamp }

  /// Opens the file that was made from a state of a store; where there is none that can be used,
  /// it is made.
  ///
  /// - Parameters:
  ///   - folder: Where such files are kept. Where it cannot be written, or there is none, the file
  ///     lasts as long as it is open.
  ///   - stamp: The state.
  ///   - fill: Adds every concept.
  /// - Returns: The file.
  /// - Throws: What `fill` throws, and ``DerivedFileError`` where no file can be written at all.
  package static func open(
    in folder: String?, stamp: DerivedFileStamp, fill: (inout TermSearchFileBuilder) throws -> Void
  ) throws -> TermSearchFile {
    let path = folder.map { "\($0)/\(stamp.storeID)/terms" }
    if let path, let file = try? DerivedFile.open(path: path, expecting: stamp),
      let found = TermSearchFile(file)
    {
      return found
    }
    var builder = TermSearchFileBuilder()
    try fill(&builder)
    if let path, let made = try? make(path, stamp, builder) { return made }
    let passing =
      FileManager.default.temporaryDirectory.path + "/zhengming-\(UUID().uuidString)/terms"
    defer {
      try? FileManager.default.removeItem(atPath: (passing as NSString).deletingLastPathComponent)
    }
    return try make(passing, stamp, builder)
  }

  private static func make(
    _ path: String, _ stamp: DerivedFileStamp, _ builder: TermSearchFileBuilder
  ) throws -> TermSearchFile {
    var builder = builder
    var writer = try DerivedFileWriter(path: path, stamp: stamp)
    try builder.write(to: &writer)
    try writer.finish()
    guard let file = try DerivedFile.open(path: path, expecting: stamp),
      let made = TermSearchFile(file)
    else { throw DerivedFileError.damaged(path: path, part: .header) }
    return made
  }

  /// Returns the terms in which all words of a query stand; see ``TermSearchSections``.
  package func termsHolding(_ spaced: String, limit: Int) -> [TermSearchHit] {
    sections.termsHolding(spaced, limit: limit)
  }

  /// Returns the terms that a query may be a misspelling of: as a whole, else in single words; see
  /// ``TermSearchSections``.
  package func termsNear(_ query: (spaced: String, squeezed: String), limit: Int) -> [TermSearchHit]
  {
    let whole = sections.termsNear(query.squeezed, limit: limit)
    return whole.isEmpty ? sections.termsHoldingWordsNear(query.spaced, limit: limit) : whole
  }
}
