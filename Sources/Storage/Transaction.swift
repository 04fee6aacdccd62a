public import Terminology

/// What ``Store/write(by:verb:summary:at:_:)`` lends to write with.
public struct Transaction: ~Copyable {
  let writer: ConceptWriter
  /// The store with what this transaction has written so far.
  public let snapshot: Snapshot

  init(_ connection: Connection, change: ChangeRecorder) {
    writer = ConceptWriter(connection: connection, change: change)
    snapshot = Snapshot(connection)
  }

  /// The number of the change, or nothing as long as nothing was written.
  public var changeNumber: Int? { writer.change.assignedNumber }

  /// Adds a concept.
  ///
  /// - Parameters:
  ///   - entry: The concept; its identifier must be new.
  ///   - glossary: The name of its glossary, which is made where it is missing.
  /// - Throws: ``StoreError/conceptExists(_:)`` and others.
  public func add(_ entry: ConceptEntry, glossary: String) throws(StoreError) {
    try writer.add(entry, glossary: writer.glossary(named: glossary))
  }

  /// Changes a concept.
  ///
  /// - Parameters:
  ///   - id: Its identifier, which stays.
  ///   - expectedRev: The rev that the caller has seen, or nothing if any will do.
  ///   - change: Changes the entry.
  /// - Returns: Whether it differs from before; only then is anything written.
  /// - Throws: ``StoreError/unknownConcept(_:)``, ``StoreError/changedMeanwhile(_:expected:found:)``
  ///   and what `change` throws.
  @discardableResult
  public func update(
    _ id: String, expectedRev: Int? = nil, _ change: (inout ConceptEntry) throws -> Void
  ) throws -> Bool {
    guard let row = try writer.row(id: id) else { throw StoreError.unknownConcept(id) }
    if let expectedRev, expectedRev != row.rev {
      throw StoreError.changedMeanwhile(id, expected: expectedRev, found: row.rev)
    }
    var entry = row.entry
    try change(&entry)
    entry.id = id
    return try writer.put(entry, over: row)
  }

  /// Takes a concept out of use; it keeps its history and is found by its identifier only.
  ///
  /// - Parameter id: Its identifier.
  /// - Returns: Whether it was in use.
  /// - Throws: ``StoreError/unknownConcept(_:)``.
  @discardableResult
  public func retire(_ id: String) throws -> Bool { try update(id) { $0.process = .retired } }

  /// Takes a concept into use.
  ///
  /// - Parameter id: Its identifier.
  /// - Returns: Whether it was not.
  /// - Throws: ``StoreError/unknownConcept(_:)``.
  @discardableResult
  public func approve(_ id: String) throws -> Bool { try update(id) { $0.process = .approved } }

  /// Turns a proposed concept down.
  ///
  /// - Parameter id: Its identifier.
  /// - Returns: Whether it was not yet.
  /// - Throws: ``StoreError/unknownConcept(_:)``.
  @discardableResult
  public func reject(_ id: String) throws -> Bool { try update(id) { $0.process = .rejected } }
}
