public import Foundation
import Storage
public import Terminology
public import TextAnalysis

/// Who changed what, and when.
public struct HistoryAnswer: Sendable, Codable {
  /// The store.
  public var store: String
  /// The changes, the latest first.
  public var changes: [Change]

  /// One change.
  public struct Change: Sendable, Codable {
    /// Its number, by which it is reverted.
    public var change: Int
    /// Who made it.
    public var who: String
    /// When, as ISO 8601 in UTC.
    public var when: String
    /// What was done, in a word.
    public var verb: String
    /// What was done, in a line.
    public var summary: String
    /// How many concepts it wrote.
    public var concepts: Int
    /// Of one concept, the revision that it made; nothing in a list of the whole store.
    @ExplicitNull public var rev: Int?
    /// Of one concept, what differs from the revision before.
    public var differences: [Difference]
  }

  /// One thing that differs.
  public struct Difference: Sendable, Codable {
    /// What, in the words of the native CSV.
    public var what: String
    /// What it was before.
    @ExplicitNull public var before: String?
    /// What it was after.
    @ExplicitNull public var after: String?
  }
}
