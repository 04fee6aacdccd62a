import Terminology

/// The keys of the records of an import, which go into the store in their own order: the table is
/// then written front to back, several times faster than here and there.
///
/// They are kept in memory up to a limit, and from there on in a temporary table, which SQLite
/// sorts.
final class StagedKeys {
  private let connection: Connection
  private let memoryLimit: Int
  private var bytes: [UInt8] = []
  private var places: [Place] = []
  private var isSpilled = false

  /// One key: where its bytes are, and what it leads to.
  private struct Place {
    /// The first eight bytes as a number that orders as they do.
    var head: UInt64
    var start: UInt32
    var length: UInt32
    var ordinal: UInt32
    var term: UInt32
    var rank: Int32
    var kind: UInt8
  }

  /// Starts without keys.
  ///
  /// - Parameters:
  ///   - connection: The connection of the import.
  ///   - memoryLimit: How many bytes of keys may be kept in memory.
  /// - Throws: ``StoreError``.
  init(_ connection: Connection, memoryLimit: Int = 48 << 20) throws(StoreError) {
    self.connection = connection
    self.memoryLimit = memoryLimit
    try connection.execute(
      "CREATE TEMP TABLE staged_key(key TEXT, kind INT, ordinal INT, term INT, rank INT)")
  }

  /// Adds a key of a record.
  func add(_ key: TermKey, ordinal: Int) throws(StoreError) {
    let start = bytes.count
    bytes.append(contentsOf: key.text.utf8)
    let length = bytes.count - start
    var head: UInt64 = 0
    for offset in 0..<8 {
      head = head << 8 | (offset < length ? UInt64(bytes[start + offset]) : 0)
    }
    places.append(
      Place(
        head: head, start: UInt32(start), length: UInt32(length), ordinal: UInt32(ordinal),
        term: UInt32(key.term), rank: Int32(clamping: key.rank), kind: UInt8(key.kind.rawValue)))
    if bytes.count + places.count * MemoryLayout<Place>.stride > memoryLimit { try spill() }
  }

  /// Moves the keys of the new records into the store, in the transaction that is open.
  ///
  /// - Parameters:
  ///   - isFiltered: Whether some of the records turned out not to be new.
  ///   - offset: What the row of a new concept is ahead of the record's ordinal.
  /// - Throws: ``StoreError``.
  func move(isFiltered: Bool, offset: Int) throws(StoreError) {
    guard !isSpilled else {
      try spill()
      let new =
        isFiltered ? "WHERE ordinal IN (SELECT ordinal FROM temp.staged WHERE isNew=1)" : ""
      return try connection.run(
        """
        INSERT OR IGNORE INTO term_key(key, kind, concept, term, rank)
        SELECT key, kind, ordinal + ?, term, rank FROM temp.staged_key \(new)
        ORDER BY key, kind, ordinal, term, rank
        """,
        .integer(offset))
    }
    var known: Set<UInt32> = []
    if isFiltered {
      let rows = try connection.statement("SELECT ordinal FROM temp.staged WHERE isNew=0")
      defer { rows.reset() }
      while try rows.step() { known.insert(UInt32(rows.integer(0))) }
    }
    sort()
    let insertion = try connection.statement(
      "INSERT OR IGNORE INTO term_key(key, kind, concept, term, rank) VALUES (?, ?, ?, ?, ?)")
    for place in places where !known.contains(place.ordinal) {
      bind(place, to: insertion, row: Int(place.ordinal) + offset)
      try insertion.run()
    }
    (bytes, places) = ([], [])
  }

  /// Puts the keys into the order of the table.
  private func sort() {
    let bytes = bytes
    places.sort { left, right in
      if left.head != right.head { return left.head < right.head }
      let shorter = Int(min(left.length, right.length))
      var offset = min(8, shorter)
      let (leftStart, rightStart) = (Int(left.start), Int(right.start))
      while offset < shorter {
        let (byte, other) = (bytes[leftStart + offset], bytes[rightStart + offset])
        if byte != other { return byte < other }
        offset += 1
      }
      if left.length != right.length { return left.length < right.length }
      if left.kind != right.kind { return left.kind < right.kind }
      if left.ordinal != right.ordinal { return left.ordinal < right.ordinal }
      return (left.term, left.rank) < (right.term, right.rank)
    }
  }

  private func spill() throws(StoreError) {
    let insertion = try connection.statement("INSERT INTO temp.staged_key VALUES (?, ?, ?, ?, ?)")
    for place in places {
      bind(place, to: insertion, row: Int(place.ordinal))
      try insertion.run()
    }
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    isSpilled = true
  }

  private func bind(_ place: Place, to statement: Statement, row: Int) {
    let start = Int(place.start)
    statement.bind(utf8: bytes[start..<start + Int(place.length)], at: 1)
    statement.bind(Int(place.kind), at: 2)
    statement.bind(row, at: 3)
    statement.bind(Int(place.term), at: 4)
    statement.bind(Int(place.rank), at: 5)
  }
}
