/// A file that a store is fed.
public struct FedFile: Sendable, Hashable {
  /// Its path, by which it is known again the next time.
  public var path: String
  /// A digest of its bytes, by which one sees that it has changed.
  public var digest: String
  /// How many bytes it has.
  public var byteCount: Int
  /// Whether its concepts live in it (`Glossaries/`), so that what is emptied or removed there
  /// was meant to be.
  public var isStarter: Bool

  /// Names a file.
  public init(path: String, digest: String, byteCount: Int = 0, isStarter: Bool = false) {
    (self.path, self.digest, self.byteCount) = (path, digest, byteCount)
    self.isStarter = isStarter
  }
}

/// What becomes of records that conflict with the store.
public enum ConflictPolicy: String, Sendable, Codable, CaseIterable {
  /// They are listed and not applied.
  case report
  /// Each becomes a proposed concept beside the stored one.
  case propose
  /// The file's side is applied.
  case takeFile = "take-file"
  /// The store's side stays, and is not listed.
  case keepStore = "keep-store"
}

/// How a file is imported.
public struct ImportOptions: Sendable {
  /// Whether everything is done but kept.
  public var dryRun: Bool
  /// Whether records that cannot be taken are reported and the rest is imported; otherwise the
  /// first one ends the import without a trace.
  public var keepGoing: Bool
  /// What becomes of conflicts.
  public var onConflict: ConflictPolicy
  /// Whether new concepts, and changes to old ones, come in as proposals.
  public var propose: Bool
  /// Whether concepts of other glossaries than the one imported into are changed where they are;
  /// otherwise they conflict.
  public var acrossGlossaries: Bool
  /// Whether concepts of the glossary that the file lacks are retired.
  public var prune: Bool
  /// Whether that may be more than one in twenty.
  public var pruneConfirmed: Bool

  /// Chooses; by default an import applies what does not conflict and stops at the first error.
  public init(
    dryRun: Bool = false, keepGoing: Bool = false, onConflict: ConflictPolicy = .report,
    propose: Bool = false, acrossGlossaries: Bool = false, prune: Bool = false,
    pruneConfirmed: Bool = false
  ) {
    self.dryRun = dryRun
    self.keepGoing = keepGoing
    self.onConflict = onConflict
    self.propose = propose
    self.acrossGlossaries = acrossGlossaries
    self.prune = prune
    self.pruneConfirmed = pruneConfirmed
  }
}
