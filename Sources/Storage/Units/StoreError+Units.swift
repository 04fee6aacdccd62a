import TextAnalysis

extension StoreError {
  /// What ``description`` says of units.
  var unitDescription: String {
    switch self {
    case .damagedUnit(let path, let row, let damage):
      "\(path): the stored unit \(row) is damaged (\(damage)). Put a backup in its place, or "
        + "import your files into a new store."
    case .unknownUnit(let row):
      "unit \(row): there is no such unit, or it was forgotten. See a match for its number."
    case .unitIdentifierTaken(let id, let memory, let row):
      "'\(short(id))': unit \(row) of '\(short(memory))' has this identifier; identifiers are "
        + "unique in a memory. Correct that one, or choose another."
    case .unitChangedMeanwhile(let row, let expected, let found):
      "unit \(row): the store has rev \(found), the change was made to rev \(expected). "
        + "Look at it again and repeat the change."
    case .unitsChangedSince(let change, let count, let rows):
      "change \(change): \(count == 1 ? "a unit" : "\(count) units") of it changed since "
        + "(\(rows.map(String.init).joined(separator: ", "))\(count > rows.count ? ", …" : "")); "
        + "a change is undone only while it is the last. Undo the later changes first, or correct."
    case .unitPruneUnconfirmed(let memory, let forgotten, let total):
      "\(memory): the file lacks \(forgotten) of \(total) units; more than one in twenty is "
        + "forgotten only when that is confirmed. Check the file, then say yes."
    default: segmentDescription
    }
  }

  private var segmentDescription: String {
    switch self {
    case .emptySegment(let side, let place):
      "\(prefix(place))the \(side.rawValue) segment has no text; a unit needs both. "
        + "Fill it in, or leave the unit out."
    case .sameLanguage(let source, let target, let place):
      "\(prefix(place))source (\(source)) and target (\(target)) are in one language; "
        + "a unit joins two. Check the languages."
    case .segmentTooLong(let side, let count, let place):
      "\(prefix(place))the \(side.rawValue) segment has \(count) bytes; at most "
        + "\(UnitLimits.segmentByteCount) are taken. Cut the text into sentences."
    case .misplacedCodes(let side, let place):
      "\(prefix(place))the codes of the \(side.rawValue) segment do not stand in order within its "
        + "text. Write the file again with the tool that made it."
    case .unitIdentifierTooLong(let count, let place):
      "\(prefix(place))the identifier has \(count) bytes; at most \(UnitLimits.idByteCount) are "
        + "taken. Shorten it, or leave it out."
    case .unitTooLong(let count, let place):
      "\(prefix(place))the codes, context, attributes and notes of the unit have \(count) bytes; "
        + "at most \(UnitLimits.restByteCount) are taken. Shorten them."
    default: ""
    }
  }

  private func prefix(_ place: SourceLocation?) -> String { place.map { "\($0): " } ?? "" }

  private func short(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
}
