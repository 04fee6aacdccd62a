public import TextAnalysis
public import TranslationMemory

/// What an import of units did, or would do.
public struct UnitImportSummary: Sendable, Hashable {
  /// How many units are new, or came back after an import had removed them.
  public var added = 0
  /// How many units were written anew.
  public var changed = 0
  /// How many units were forgotten, because the file lacks them and pruning was asked for.
  public var removed = 0
  /// How many records say nothing that the store does not have.
  public var unchanged = 0
  /// How many records differ where somebody decided for the store.
  public var kept = 0
  /// How many records have the segments of an earlier one of the file and say otherwise of the
  /// rest; they were not applied.
  public var repeated = 0
  /// How many records came without the identifier that the file gives them, because an earlier
  /// one of the file has it.
  public var identifiersLeftOut = 0
  /// How many records were not applied, because that would take back somebody's work.
  public var conflictCount = 0
  /// The first of these, both sides of each.
  public var conflicts: [UnitConflict] = []
  /// How many records could not be taken.
  public var refusedCount = 0
  /// The first of these.
  public var refused: [RefusedRecord] = []
  /// The number of the change in the store's history, or nothing where nothing changed.
  public var change: Int?

  /// Starts with nothing done.
  public init() {}
}

/// A record that was not applied, because that would take back somebody's work.
public struct UnitConflict: Sendable, Hashable {
  /// Why a record was not applied.
  public enum Reason: String, Sendable, Codable {
    /// The record was exported before the unit was last changed in the store.
    case olderRev
    /// The unit was changed in the store since the file last spoke of it, or never was in a file.
    case editedInStore
    /// The unit was forgotten.
    case forgotten
  }

  /// The number of the stored unit.
  public var row: Int
  /// Where the record stands.
  public var location: SourceLocation
  /// Why it was not applied.
  public var reason: Reason
  /// The file's side: the stored unit with all that the record says.
  public var file: TranslationUnit
  /// The store's side; nothing where the unit was forgotten.
  public var store: TranslationUnit?
}

extension UnitImportSummary {
  /// The counts in a line: `3 added, 2 changed, 0 removed, 595 unchanged`, and what else there is.
  public var counts: Phrase {
    var parts = [
      Phrase("\(added) added", "新增 \(added)"), Phrase("\(changed) changed", "修改 \(changed)"),
      Phrase("\(removed) removed", "移除 \(removed)"),
      Phrase("\(unchanged) unchanged", "未变 \(unchanged)"),
    ]
    if kept > 0 { parts.append(Phrase("\(kept) kept as the store has them", "保留库中内容 \(kept)")) }
    if repeated > 0 { parts.append(Phrase("\(repeated) repeated", "重复 \(repeated)")) }
    if identifiersLeftOut > 0 {
      parts.append(
        Phrase(
          "\(identifiersLeftOut) without their identifier", "去掉标识符 \(identifiersLeftOut)"))
    }
    if conflictCount > 0 {
      parts.append(Phrase("\(conflictCount) in conflict", "冲突 \(conflictCount)"))
    }
    if refusedCount > 0 { parts.append(Phrase("\(refusedCount) refused", "未接受 \(refusedCount)")) }
    return Phrase(
      parts.map(\.english).joined(separator: ", "), parts.map(\.chinese).joined(separator: "，"))
  }
}
