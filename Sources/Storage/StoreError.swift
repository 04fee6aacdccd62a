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
  case backup(String, reason: String)
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

extension StoreError: CustomStringConvertible {
  /// The place, what was found there, what is required, and what to do, in one sentence or two.
  public var description: String {
    switch self {
    case .database(let path, let problem): "\(path): \(problem.message)"
    case .missing(let path): "\(path): there is no such store. Check the name, or import into it."
    case .isFolder(let path): "\(path): this is a folder; a store is one file. Name the file in it."
    case .otherProgram(let path):
      "\(path): this is a database of another program; a store of Zhengming is required. "
        + "Name another file."
    case .newerVersion(let path, let found, let known):
      "\(path): the store has layout \(found); this program knows those up to \(known). "
        + "Use the newer version of the program that wrote it."
    case .olderVersion(let path, let found, let known):
      "\(path): the store has layout \(found), this program's is \(known), and the place cannot "
        + "be written. Copy the store to a folder of your own and open it there."
    case .foreignOwner(let path, let user):
      "\(path): it belongs to another user (number \(user)); a store that others can change is "
        + "not trusted. Copy it to a folder of your own."
    case .networkFileSystem(let path, let kind):
      "\(path): it lies on a network share (\(kind)), where SQLite cannot keep its log. "
        + "Put the store on a local disk."
    case .backup(let path, let reason):
      "\(path): the backup before a change of layout did not come out whole (\(reason)); "
        + "nothing was changed. Make room beside the file and try again."
    case .damagedEntry(let path, let id, let damage):
      "\(path): the stored concept '\(id)' is damaged (\(damage)). Put a backup in its place, or "
        + "import your files into a new store."
    default: conceptDescription
    }
  }

  private var conceptDescription: String {
    switch self {
    case .unknownConcept(let id): "\(id): no concept has this identifier. Look its name up."
    case .conceptExists(let id):
      "\(id): a concept has this identifier already; identifiers are unique. "
        + "Edit that one, or choose another."
    case .unusableIdentifier(let id, let place):
      "\(place.map { "\($0): " } ?? "")'\(shortened(id))' cannot be an identifier; one has 1 to "
        + "\(ConceptIdentifier.byteLimit) bytes and neither spaces nor control characters. "
        + "Name it like agency.samr."
    case .changedMeanwhile(let id, let expected, let found):
      "\(id): the store has rev \(found), the change was made to rev \(expected). "
        + "Look at it again and repeat the change."
    case .duplicateIdentifier(let id, let place, let first):
      "\(place): '\(shortened(id))' stands in \(first) already; a file names each concept once. "
        + "Put its rows together, or give one another id."
    case .noTerms(let place):
      "\(place): the concept has no term; at least one is required. Add one, or leave the row out."
    case .unknownChange(let number):
      "change \(number): there is no such change. See the history for their numbers."
    case .changedSince(let change, let concepts):
      "change \(change): \(concepts.count == 1 ? "a concept" : "\(concepts.count) concepts") of it "
        + "changed since (\(list(concepts))); a change is undone only while it is the last. "
        + "Undo the later changes first, or edit."
    case .pruneUnconfirmed(let glossary, let retired, let total):
      "\(glossary): the file lacks \(retired) of \(total) concepts; more than one in twenty is "
        + "retired only when that is confirmed. Check the file, then say yes."
    default: unitDescription
    }
  }

  private func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }

  private func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ")
      + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }
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
