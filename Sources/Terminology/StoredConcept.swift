public import Foundation

/// A concept as the store holds it.
public struct StoredConcept: Sendable, Hashable {
  /// The concept.
  public var entry: ConceptEntry
  /// Counts the times it was written: from 1, or from the rev of the export that it was added from.
  public var rev: Int
  /// The named set that it belongs to.
  public var glossary: String
  /// Who added it and when.
  public var created: Stamp
  /// Who wrote it last and when.
  public var changed: Stamp

  /// Gathers a concept and what the store says of it.
  public init(
    entry: ConceptEntry, rev: Int, glossary: String, created: Stamp, changed: Stamp
  ) {
    self.entry = entry
    self.rev = rev
    self.glossary = glossary
    self.created = created
    self.changed = changed
  }
}

/// Who did something, and when.
public struct Stamp: Sendable, Hashable, Codable {
  /// The person's name.
  public var who: String
  /// The moment, to the second.
  public var when: Date

  /// Signs and dates an act.
  public init(who: String, when: Date) { (self.who, self.when) = (who, when) }
}
