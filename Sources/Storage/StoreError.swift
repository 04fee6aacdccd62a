public import TextAnalysis

/// Why a store cannot be opened, read or written.
public enum StoreError: Error, Hashable, Sendable {
  /// SQLite could not do it.
  case database(String, SQLiteError)
  /// There is no such file, and it was not to be made.
  case missing(String)
  /// The name is a folder's.
  case isFolder(String)
  /// A database, but of another program, or with a schema that is not ours.
  case otherProgram(String)
  /// Written by a newer version of the program.
  case newerVersion(String, found: Int, known: Int)
  /// Written by an older version, and opened for reading only.
  case olderVersion(String, found: Int, known: Int)
  /// The file or its folder belongs to somebody else.
  case foreignOwner(String, user: Int)
  /// The file lies on a network share.
  case networkFileSystem(String, kind: String)
  /// The copy that must precede a change of layout did not come out whole.
  case backup(String, reason: Phrase)
  /// The bytes of a stored concept are no entry.
  case damagedEntry(String, id: String, EntryDamage)
  /// No concept has this identifier.
  case unknownConcept(String)
  /// A concept has this identifier already.
  case conceptExists(String)
  /// What cannot be an identifier.
  case unusableIdentifier(String, SourceLocation?)
  /// The concept was written since the caller read it.
  case changedMeanwhile(String, expected: Int, found: Int)
  /// The same identifier stands twice in one file.
  case duplicateIdentifier(String, SourceLocation, first: SourceLocation)
  /// A record without a term.
  case noTerms(SourceLocation)
  /// No change has this number.
  case unknownChange(Int)
  /// Concepts of the change were written since, so that it cannot be undone.
  case changedSince(change: Int, concepts: [String])
  /// Pruning would retire more than one in twenty.
  case pruneUnconfirmed(glossary: String, retired: Int, of: Int)
  /// The bytes of a stored unit are none.
  case damagedUnit(String, row: Int, EntryDamage)
  /// No unit has this row.
  case unknownUnit(Int)
  /// Another unit of the memory has this identifier.
  case unitIdentifierTaken(String, memory: String, row: Int)
  /// The unit was written since the caller read it.
  case unitChangedMeanwhile(Int, expected: Int, found: Int)
  /// Units of the change were written since, so that it cannot be undone: how many, and the rows of
  /// the first of them.
  case unitsChangedSince(change: Int, count: Int, rows: [Int])
  /// Pruning would forget more than one in twenty.
  case unitPruneUnconfirmed(memory: String, forgotten: Int, of: Int)
  /// A segment without text.
  case emptySegment(UnitSide, SourceLocation?)
  /// Both segments are in the same language.
  case sameLanguage(LanguageTag, LanguageTag, SourceLocation?)
  /// A segment of more bytes than ``UnitLimits/segmentByteCount``.
  case segmentTooLong(UnitSide, byteCount: Int, SourceLocation?)
  /// Codes that stand outside their segment, or not in order.
  case misplacedCodes(UnitSide, SourceLocation?)
  /// An identifier of more bytes than ``UnitLimits/idByteCount``.
  case unitIdentifierTooLong(byteCount: Int, SourceLocation?)
  /// A unit whose rest has more bytes than ``UnitLimits/restByteCount``.
  case unitTooLong(byteCount: Int, SourceLocation?)
}

/// What an identifier of a concept may look like in the store; what it should look like is the
/// glossary's rule.
enum ConceptIdentifier {
  static let byteLimit = 512

  static func isUsable(_ id: String) -> Bool {
    (1...byteLimit).contains(id.utf8.count)
      && id.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }
}
