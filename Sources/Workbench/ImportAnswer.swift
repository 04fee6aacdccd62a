public import Interchange
public import Storage
public import TextAnalysis

/// What an import did.
///
/// Sentences in it are phrases: each face words them for its reader, and JSON has the English.
public struct ImportAnswer: Sendable, Codable {
  /// The store.
  public var store: String
  /// Whether nothing was written.
  public var dryRun: Bool
  /// What became of each file.
  public var files: [File]

  /// What became of one file.
  public struct File: Sendable, Codable {
    /// The file as the user named it.
    public var file: String
    /// The glossary that its concepts went into.
    @ExplicitNull public var glossary: String?
    /// The memory that its units went into.
    @ExplicitNull public var memory: String?
    /// What it was read as: `csv`, `wide`, `sheet`, `tbx`, `tmx` or `table`.
    public var format: String
    /// How many concepts or units are new.
    public var added: Int
    /// How many were written anew.
    public var changed: Int
    /// How many were retired or taken out.
    public var removed: Int
    /// How many say nothing that the store does not have.
    public var unchanged: Int
    /// How many were left where somebody decided for the store.
    public var kept: Int
    /// Records that were not applied.
    public var conflicts: [Conflict]
    /// Records that may be one of several concepts.
    public var ambiguous: [Ambiguity]
    /// Records that could not be taken.
    public var refused: [Refusal]
    /// Concepts that records name and the store does not have.
    public var unresolved: [Phrase]
    /// What was changed, concept by concept.
    public var changes: [Change]
    /// What somebody should look at.
    public var notices: [Phrase]
    /// What the file holds and the model cannot.
    public var losses: [LossReport.Loss]
    /// The number of the change in the history.
    @ExplicitNull public var change: Int?
    /// The counts in a line.
    public var counts: Phrase
  }

  /// A record that was not applied.
  public struct Conflict: Sendable, Codable {
    /// The stored concept, or the number of the stored unit.
    public var id: String
    /// Where the record stands.
    public var place: String
    /// Why it was not applied.
    public var reason: Phrase
    /// In what the file's side differs from the store's.
    public var differences: [Difference]
  }

  /// One cell in which the two sides of a conflict differ.
  public struct Difference: Sendable, Codable {
    /// Which, in the words of the native CSV.
    public var what: String
    /// What the store says.
    @ExplicitNull public var store: String?
    /// What the file says.
    @ExplicitNull public var file: String?
  }

  /// A record that may be one of several concepts.
  public struct Ambiguity: Sendable, Codable {
    /// Where the record stands.
    public var place: String
    /// Its terms.
    public var terms: [String]
    /// The concepts that it may be.
    public var candidates: [String]
  }

  /// A record that could not be taken.
  public struct Refusal: Sendable, Codable {
    /// Why, with its place.
    public var reason: Phrase
  }

  /// What was done to one concept.
  public struct Change: Sendable, Codable {
    /// The concept.
    public var id: String
    /// What was done.
    public var action: ImportedChange.Action
    /// What differs.
    public var differences: [Phrase]
  }
}

extension ImportAnswer {
  /// Whether something was not taken that somebody has to decide or mend.
  public var needsSomebody: Bool {
    files.contains { !$0.conflicts.isEmpty || !$0.ambiguous.isEmpty || !$0.refused.isEmpty }
  }
}
