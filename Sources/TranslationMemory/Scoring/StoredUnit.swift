/// A unit as a store holds it.
package struct StoredUnit: Sendable {
  /// The store's number for it, by which ties are broken; it never changes.
  package var row: Int64
  /// The memory that it belongs to.
  package var memory: String
  /// The unit.
  package var unit: TranslationUnit

  /// Names a unit's place.
  package init(row: Int64, memory: String, unit: TranslationUnit) {
    self.row = row
    self.memory = memory
    self.unit = unit
  }
}
