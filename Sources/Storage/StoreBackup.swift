import Foundation
import TextAnalysis

/// Writes a whole, verified copy of a store beside it, before its layout is changed.
///
/// - Parameters:
///   - connection: The store, no transaction open.
///   - version: The layout that the copy has; it names the file.
/// - Returns: The path of the copy.
/// - Throws: ``StoreError/backup(_:reason:)``; then no copy is left.
@discardableResult
func backUp(_ connection: Connection, version: Int) throws(StoreError) -> String {
  let final = "\(connection.path).layout-\(version).backup"
  let partial = final + ".partial"
  unsafe unlink(partial)
  do throws(StoreError) {
    try connection.run("VACUUM INTO ?", .text(partial))
    let copy = try Connection.open(partial, as: .reading)
    let verdict = try copy.text("PRAGMA integrity_check")
    guard verdict == "ok", try copy.integer("PRAGMA user_version") == version else {
      throw StoreError.backup(
        connection.path,
        reason: verdict.map { Phrase($0) } ?? Phrase("it cannot be read", "无法读取"))
    }
    for table in try tables(of: connection) {
      let sql = "SELECT count(*) FROM \(table)"
      guard try copy.integer(sql) == connection.integer(sql) else {
        throw StoreError.backup(
          connection.path,
          reason: Phrase("rows of \(table) are missing", "\(table) 中缺少若干行"))
      }
    }
    try sync(partial, store: connection.path)
    guard unsafe rename(partial, final) == 0 else {
      throw StoreError.backup(connection.path, reason: Phrase("it cannot be renamed", "无法改名"))
    }
    try sync((final as NSString).deletingLastPathComponent, store: connection.path)
    return final
  } catch {
    unsafe unlink(partial)
    guard case .backup = error else {
      throw .backup(connection.path, reason: Phrase(error))
    }
    throw error
  }
}

private func tables(of connection: Connection) throws(StoreError) -> [String] {
  let rows = try connection.statement("SELECT name FROM sqlite_schema WHERE type='table'")
  defer { rows.reset() }
  var names: [String] = []
  while try rows.step() { names.append("\"\(rows.text(0).replacing("\"", with: "\"\""))\"") }
  return names
}

private func sync(_ path: String, store: String) throws(StoreError) {
  let descriptor = unsafe open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    throw .backup(store, reason: Phrase("it cannot be opened", "无法打开"))
  }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else {
    throw .backup(store, reason: Phrase("it cannot be synced", "无法同步到磁盘"))
  }
}
