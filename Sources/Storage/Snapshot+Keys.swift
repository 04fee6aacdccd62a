public import Terminology

/// A term that a key leads to.
public struct KeyHit: Sendable, Hashable {
  /// The row of the concept, for ``Snapshot/concept(row:)``.
  public var row: Int
  /// The kind of the key.
  public var kind: TermKeyKind
  /// The term's place in the entry's terms.
  public var term: Int
  /// Where the hit stands among hits of its kind, lower first.
  public var rank: Int
  /// The key itself.
  public var key: String
}

extension Snapshot {
  /// How many keys a search by prefix looks at: the first so many in the order of the keys are
  /// ranked, the rest is not seen.
  public static let prefixScanLimit = 1_024

  /// The terms of a key, the better ranked first.
  ///
  /// - Parameter key: The folded query.
  /// - Returns: A hit a term and kind of key.
  /// - Throws: ``StoreError``.
  public func keyHits(equalTo key: String) throws(StoreError) -> [KeyHit] {
    let rows = try connection.statement(
      "SELECT key, kind, concept, term, rank FROM term_key WHERE key=? ORDER BY rank, kind, concept, term"
    )
    rows.bind(key, at: 1)
    return try hits(of: rows)
  }

  /// The terms of the keys of a kind that begin with a text and go on after it, ordered by rank,
  /// then by the length of the key in bytes, then by the key.
  ///
  /// - Parameters:
  ///   - prefix: The folded query; an empty one begins nothing.
  ///   - kind: The kind of key.
  ///   - limit: How many hits are wanted at most.
  /// - Returns: The best of the keys that were looked at.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(``prefixScanLimit``), however many keys begin so.
  public func keyHits(
    withPrefix prefix: String, kind: TermKeyKind = .name, limit: Int
  ) throws(StoreError) -> [KeyHit] {
    guard let end = Self.end(ofKeysWithPrefix: prefix), limit > 0 else { return [] }
    let rows = try connection.statement(
      """
      SELECT key, kind, concept, term, rank FROM term_key
      WHERE key > ? AND key < ? AND kind=? LIMIT ?
      """)
    defer { rows.reset() }
    rows.bind([
      .text(prefix), .text(end), .integer(kind.rawValue), .integer(Self.prefixScanLimit),
    ])
    // The rows come in the order of their keys, so that of equals the earlier stays ahead; a key
    // becomes a String only when it is among the best so far.
    var best: [(length: Int, hit: KeyHit)] = []
    while try rows.step() {
      let (length, rank) = (rows.withSpan(0) { $0.count }, rows.integer(4))
      let isFull = best.count == limit
      if isFull, let last = best.last, (last.hit.rank, last.length) <= (rank, length) { continue }
      guard let hit = hit(of: rows) else { continue }
      var place = best.count
      while place > 0, (best[place - 1].hit.rank, best[place - 1].length) > (rank, length) {
        place -= 1
      }
      if isFull { best.removeLast() }
      best.insert((length, hit), at: min(place, best.count))
    }
    return best.map(\.hit)
  }

  /// Goes through all keys of a kind in their order, for files that are made of them.
  ///
  /// - Parameters:
  ///   - kind: The kind of key.
  ///   - body: Called with the key's UTF-8 bytes, which are lent, the concept's row, the term's
  ///     place and the rank.
  /// - Throws: ``StoreError`` and what `body` throws.
  public func forEachTerm(
    kind: TermKeyKind = .name,
    _ body: (_ key: Span<UInt8>, _ row: Int, _ term: Int, _ rank: Int) throws -> Void
  ) throws {
    let rows = try connection.statement(
      "SELECT key, concept, term, rank FROM term_key WHERE kind=? ORDER BY key, concept, term")
    defer { rows.reset() }
    rows.bind(kind.rawValue, at: 1)
    while try rows.step() {
      try rows.withSpan(0) { key in
        try body(key, rows.integer(1), rows.integer(2), rows.integer(3))
      }
    }
  }

  private func hits(of rows: Statement) throws(StoreError) -> [KeyHit] {
    defer { rows.reset() }
    var hits: [KeyHit] = []
    while try rows.step() {
      if let hit = hit(of: rows) { hits.append(hit) }
    }
    return hits
  }

  private func hit(of rows: Statement) -> KeyHit? {
    guard let kind = TermKeyKind(rawValue: rows.integer(1)) else { return nil }
    return KeyHit(
      row: rows.integer(2), kind: kind, term: rows.integer(3), rank: rows.integer(4),
      key: rows.text(0))
  }

  /// The first text after all that begin with this one, in the order of UTF-8 and of SQLite, which
  /// is that of code points; nothing for an empty one.
  static func end(ofKeysWithPrefix prefix: String) -> String? {
    var scalars = Array(prefix.unicodeScalars)
    while let last = scalars.popLast() {
      guard last.value < 0x10FFFF else { continue }
      scalars.append(Unicode.Scalar(last.value + 1) ?? "\u{E000}")
      return String(String.UnicodeScalarView(scalars))
    }
    return nil
  }
}
