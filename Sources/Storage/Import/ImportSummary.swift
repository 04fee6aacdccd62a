public import Terminology
public import TextAnalysis

/// What an import did, or would do.
public struct ImportSummary: Sendable, Hashable {
  /// How many concepts are new.
  public var added = 0
  /// How many concepts were written anew.
  public var changed = 0
  /// How many concepts were retired, because the file lacks them and pruning was asked for.
  public var removed = 0
  /// How many records say nothing that the store does not have.
  public var unchanged = 0
  /// How many records differ where somebody decided for the store.
  public var kept = 0
  /// Records that were not applied, both sides of each.
  public var conflicts: [ImportConflict] = []
  /// Records that could not be taken.
  public var refused: [RefusedRecord] = []
  /// Records without an identifier whose names belong to several concepts.
  public var ambiguous: [AmbiguousRecord] = []
  /// Concepts named by records that the store does not have, each once.
  public var unresolved: [UnresolvedTarget] = []
  /// The concepts that were changed, proposed or retired, in the order of the file; those that
  /// were merely added are not listed.
  public var changes: [ImportedChange] = []
  /// The number of the change in the store's history, or nothing where nothing changed.
  public var change: Int?

  /// Starts with nothing done.
  public init() {}
}

/// A record that was not applied, because that would take back somebody's work.
public struct ImportConflict: Sendable, Hashable {
  /// The stored concept.
  public var id: String
  /// Where the record stands.
  public var location: SourceLocation
  /// Why it was not applied.
  public var reason: ConflictReason
  /// The file's side: the stored entry with all that the record says.
  public var file: ConceptEntry
  /// The store's side.
  public var store: StoredConcept
}

/// A record that could not be taken.
public struct RefusedRecord: Sendable, Hashable {
  /// Where it stands, where that is known.
  public var location: SourceLocation?
  /// Why, in a sentence.
  public var reason: Phrase
}

/// A record without an identifier whose names do not tell which concept it is.
public struct AmbiguousRecord: Sendable, Hashable {
  /// Where it stands.
  public var location: SourceLocation
  /// What it says.
  public var entry: ConceptEntry
  /// The concepts that it may be.
  public var candidates: [String]
}

/// A concept that a relation or an issuer names and the store does not have.
public struct UnresolvedTarget: Sendable, Hashable {
  /// Its identifier.
  public var target: String
  /// The first record that names it.
  public var namedBy: String
  /// Where that stands.
  public var location: SourceLocation
}

extension UnresolvedTarget: Worded {
  /// Where it is named, and that it does not exist.
  public func message(in language: MessageLanguage) -> String {
    Phrase(
      "\(location): '\(target)', which \(namedBy) names, does not exist yet.",
      "\(location)：\(namedBy) 提及的“\(target)”尚不存在。")(in: language)
  }
}

/// What an import did to one concept.
public struct ImportedChange: Sendable, Hashable {
  /// What was done.
  public enum Action: String, Sendable, Codable {
    /// It was written anew.
    case changed
    /// It was added as a proposal beside another.
    case proposed
    /// It was retired.
    case retired
  }

  /// The concept.
  public var id: String
  /// What was done.
  public var action: Action
  /// What differs; of a proposal, from the concept beside which it stands.
  public var differences: [EntryChange]
}

extension ImportSummary {
  /// The counts in a line: `3 added, 2 changed, 0 removed, 595 unchanged`, and what else there is.
  public var counts: Phrase {
    var counts = Phrase(
      "\(added) added, \(changed) changed, \(removed) removed, \(unchanged) unchanged",
      "新增 \(added)，修改 \(changed)，停用 \(removed)，未变 \(unchanged)")
    func add(_ count: Int, _ words: Phrase) {
      if count > 0 { counts = counts + Phrase(", \(count) ", "，") + words }
    }
    add(kept, Phrase("kept as the store has them", "保留库中内容 \(kept)"))
    add(conflicts.count, Phrase("in conflict", "冲突 \(conflicts.count)"))
    add(ambiguous.count, Phrase("ambiguous", "所指不明 \(ambiguous.count)"))
    add(refused.count, Phrase("refused", "未接受 \(refused.count)"))
    return counts
  }
}
