/// What becomes of records of units that conflict with the store.
public enum UnitConflictPolicy: String, Sendable, Codable, CaseIterable {
  /// They are listed and not applied.
  case report
  /// The file's side is applied.
  case takeFile = "take-file"
  /// The store's side stays, and is not listed.
  case keepStore = "keep-store"
}

/// How a file of units is imported.
public struct UnitImportOptions: Sendable {
  /// Whether everything is done but kept.
  public var dryRun: Bool
  /// Whether records that cannot be taken are reported and the rest is imported; otherwise the
  /// first one ends the import without a trace.
  public var keepGoing: Bool
  /// What becomes of conflicts.
  public var onConflict: UnitConflictPolicy
  /// Whether units of the memory that the file lacks are forgotten.
  public var prune: Bool
  /// Whether that may be more than one in twenty.
  public var pruneConfirmed: Bool
  /// How many conflicts and refused records are listed at most; all are counted.
  public var listLimit: Int

  /// Chooses; by default an import applies what does not conflict and stops at the first error.
  public init(
    dryRun: Bool = false, keepGoing: Bool = false, onConflict: UnitConflictPolicy = .report,
    prune: Bool = false, pruneConfirmed: Bool = false, listLimit: Int = 1_000
  ) {
    self.dryRun = dryRun
    self.keepGoing = keepGoing
    self.onConflict = onConflict
    self.prune = prune
    self.pruneConfirmed = pruneConfirmed
    self.listLimit = listLimit
  }
}
