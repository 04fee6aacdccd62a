import Foundation

/// The change that a transaction makes: it gets its row when the first thing is written, and its
/// digest at the end.
final class ChangeRecorder {
  private let connection: Connection
  /// Who makes it.
  let who: String
  private let verb: String
  /// When it is made.
  let date: Date
  /// What was done, in a line.
  var summary: String
  private var digest = ContentDigest()
  /// The change's number, once it has one.
  private(set) var assignedNumber: Int?

  init(_ connection: Connection, who: String, verb: String, summary: String, date: Date) {
    self.connection = connection
    self.who = who
    self.verb = verb
    self.summary = summary
    self.date = date
  }

  /// The change's number; the first call makes its row.
  func number() throws(StoreError) -> Int {
    if let assignedNumber { return assignedNumber }
    let last = try connection.integer("SELECT max(id) FROM change") ?? 0
    guard connection.isCountable(last) else { throw .database(connection.path, .corrupt) }
    digest.add(
      try connection.text("SELECT digest FROM change WHERE id=?", .integer(last)) ?? "")
    try connection.run(
      "INSERT INTO change(id, who, at, verb, summary, digest) VALUES (?, ?, ?, ?, '', '')",
      .integer(last + 1), .text(who), .integer(Int(date.timeIntervalSince1970.rounded(.down))),
      .text(verb))
    assignedNumber = last + 1
    return last + 1
  }

  /// Takes what was written into the digest.
  func add(id: String, rev: Int, entry: [UInt8]) {
    digest.add(id)
    digest.add(rev)
    digest.add(entry)
  }

  /// Takes a unit that was written, or forgotten, into the digest.
  func add(unit row: Int, rev: Int, bytes: [UInt8]) {
    digest.add(row)
    digest.add(rev)
    digest.add(bytes)
  }

  /// Takes the digest of many entries that were written at once into this one's.
  func add(_ entries: ContentDigest) { digest.add(entries.hexadecimal) }

  /// Completes the row.
  ///
  /// - Returns: Whether anything was written.
  func finish() throws(StoreError) -> Bool {
    guard let assignedNumber else { return false }
    digest.add(who)
    digest.add(Int(date.timeIntervalSince1970.rounded(.down)))
    digest.add(verb)
    digest.add(summary)
    try connection.run(
      "UPDATE change SET summary=?, digest=? WHERE id=?", .text(summary),
      .text(digest.hexadecimal), .integer(assignedNumber))
    return true
  }
}
