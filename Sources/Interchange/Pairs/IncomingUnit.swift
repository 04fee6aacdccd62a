public import TextAnalysis
public import TranslationMemory

/// A unit that a reader has read, on its way into a memory.
public struct IncomingUnit: Hashable, Sendable {
  /// The unit.
  public var unit: TranslationUnit
  /// Where it stands in its file.
  public var location: SourceLocation
  /// The memory that the file says it is of; most files hold one memory and do not say so.
  public var memory: String?

  /// Joins a unit and its place.
  public init(_ unit: TranslationUnit, at location: SourceLocation, memory: String? = nil) {
    (self.unit, self.location, self.memory) = (unit, location, memory)
  }
}
