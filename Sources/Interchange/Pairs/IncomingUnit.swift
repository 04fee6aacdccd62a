public import TextAnalysis
public import TranslationMemory

/// A unit that a reader has read, on its way into a memory.
public struct IncomingUnit: Hashable, Sendable {
  /// The unit.
  public var unit: TranslationUnit
  /// Where it stands in its file.
  public var location: SourceLocation

  /// Joins a unit and its place.
  public init(_ unit: TranslationUnit, at location: SourceLocation) {
    (self.unit, self.location) = (unit, location)
  }
}
