import TextAnalysis
public import TranslationMemory

/// What became of a unit that was to be remembered.
public struct RememberedUnit: Sendable, Hashable {
  /// What was done.
  public enum Outcome: String, Sendable, Codable {
    /// It is new.
    case added
    /// It was there and said otherwise, or had been forgotten.
    case corrected
    /// It was there and said the same.
    case unchanged
  }

  /// Its number.
  public var row: Int
  /// What was done.
  public var outcome: Outcome
}

extension Transaction {
  private var units: UnitWriter {
    UnitWriter(connection: writer.connection, change: writer.change)
  }

  /// Adds a unit to a memory, or corrects the one that it is.
  ///
  /// It is the unit of the memory that has its identifier; else the one that has the same
  /// languages, segments and context (any context, where it has none). What it says then replaces
  /// what is stored; what it leaves empty stays. A unit that was forgotten comes back under its old
  /// number. Another target for a source that is there is another unit, unless the identifier says
  /// that it is the same: who knows which unit is wrong calls ``correct(unit:expectedRev:_:)``.
  ///
  /// Whoever makes the change is noted in the unit as who made or changed it, unless it names
  /// somebody itself.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - memory: The name of its memory, which is made where it is missing.
  /// - Returns: Its number, and what was done.
  /// - Throws: What ``UnitLimits/check(_:at:)`` throws, and others.
  @discardableResult
  public func remember(
    _ unit: TranslationUnit, memory: String
  ) throws(StoreError) -> RememberedUnit {
    var unit = unit
    if unit.id?.isEmpty == true { unit.id = nil }
    try UnitLimits.check(unit)
    let (units, now) = (units, Authorship(who: writer.change.who, date: writer.change.date))
    let number = try writer.connection.integer("SELECT id FROM memory WHERE name=?", .text(memory))
    if let number, let row = try match(unit, memory: number) {
      let incoming = IncomingUnit(unit, location: SourceLocation(file: ""))
      let before =
        try units.words(of: row) ?? TranslationUnit(source: unit.source, target: unit.target)
      var merged = incoming.laid(over: before)
      if row.unit != nil, UnitCodec.encode(merged) == UnitCodec.encode(before) {
        return RememberedUnit(row: row.row, outcome: .unchanged)
      }
      if merged.change == before.change { merged.change = now }
      try units.put(merged, over: row, by: .person)
      return RememberedUnit(row: row.row, outcome: .corrected)
    }
    if unit.creation == Authorship() { unit.creation = now }
    let row = try units.add(unit, memory: units.memory(named: memory), by: .person)
    return RememberedUnit(row: row, outcome: .added)
  }

  private func match(
    _ unit: TranslationUnit, memory: Int
  ) throws(StoreError) -> UnitWriter.Row? {
    let matcher = try UnitMatcher(units, memory: memory)
    if let id = unit.id, let row = try matcher.match(id: id) { return row }
    return try matcher.match(unit, content: UnitContent(unit))
  }

  /// Changes a unit.
  ///
  /// - Parameters:
  ///   - row: Its number.
  ///   - expectedRev: The rev that the caller has seen, or nothing if any will do.
  ///   - change: Changes the unit; who and when are noted in it unless `change` notes them.
  /// - Returns: Whether it differs from before; only then is anything written.
  /// - Throws: ``StoreError/unknownUnit(_:)``,
  ///   ``StoreError/unitChangedMeanwhile(_:expected:found:)``,
  ///   ``StoreError/unitIdentifierTaken(_:memory:row:)``, what ``UnitLimits/check(_:at:)`` throws
  ///   and what `change` throws.
  @discardableResult
  public func correct(
    unit row: Int, expectedRev: Int? = nil, _ change: (inout TranslationUnit) throws -> Void
  ) throws -> Bool {
    let old = try self.row(row, expectedRev: expectedRev)
    guard let before = old.unit else { throw StoreError.unknownUnit(row) }
    var unit = before
    try change(&unit)
    if unit.id?.isEmpty == true { unit.id = nil }
    try UnitLimits.check(unit)
    guard UnitCodec.encode(unit) != UnitCodec.encode(before) else { return false }
    if unit.change == before.change {
      unit.change = Authorship(who: writer.change.who, date: writer.change.date)
    }
    return try units.put(unit, over: old, by: .person)
  }

  /// Takes a unit out of its memory; its history stays, and ``Store/revert(change:by:at:)`` brings
  /// it back.
  ///
  /// - Parameters:
  ///   - row: Its number.
  ///   - expectedRev: The rev that the caller has seen, or nothing if any will do.
  /// - Throws: ``StoreError/unknownUnit(_:)``,
  ///   ``StoreError/unitChangedMeanwhile(_:expected:found:)``.
  public func forget(unit row: Int, expectedRev: Int? = nil) throws(StoreError) {
    try units.put(nil, over: self.row(row, expectedRev: expectedRev), by: .person)
  }

  private func row(_ number: Int, expectedRev: Int?) throws(StoreError) -> UnitWriter.Row {
    guard let row = try units.row(number), row.unit != nil else { throw .unknownUnit(number) }
    if let expectedRev, expectedRev != row.rev {
      throw .unitChangedMeanwhile(number, expected: expectedRev, found: row.rev)
    }
    return row
  }
}
