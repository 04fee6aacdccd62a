import Foundation
import Testing
import TextAnalysis
import TranslationMemory

@testable import Storage

struct UnitValidationTests {
  let made: TemporaryStore
  var store: Store { made.store }

  init() throws {
    made = try TemporaryStore()
    try made.store.takeUnits([scope, annex, fullUnit])
    try made.store.correct(2) { $0.notes = ["a"] }
    try made.store.forget(1)
  }

  private func damage(_ sql: String) throws {
    try Connection.open(made.path, as: .writing).execute("PRAGMA foreign_keys=OFF; " + sql)
  }

  @Test(
    arguments: [
      ("UPDATE unit SET rest=x'09' WHERE row=3", .damagedUnit(row: 3, rev: 1, .unknownFormat)),
      ("UPDATE unit SET rest=x'' WHERE row=3", .damagedUnit(row: 3, rev: 1, .cutShort)),
      (
        "UPDATE unit SET rest=x'01FFFFFFFFFFFFFFFFFF7F' WHERE row=3",
        .damagedUnit(row: 3, rev: 1, .unknownCode)
      ),
      ("UPDATE unit SET source='' WHERE row=3", .damagedUnit(row: 3, rev: 1, .unknownCode)),
      ("UPDATE unit SET state=77 WHERE row=3", .damagedUnit(row: 3, rev: 1, .unknownCode)),
      (
        "UPDATE unit SET source_language='!' WHERE row=3",
        .damagedUnit(row: 3, rev: 1, .unknownCode)
      ),
      ("UPDATE unit SET target='x' || target WHERE row=2", .unitKeys(row: 2)),
      ("DELETE FROM unit_key WHERE unit=2", .unitKeys(row: 2)),
      ("INSERT INTO unit_key VALUES (1, 2, 3, 77)", .strayUnit(row: 77)),
      ("INSERT INTO unit_key VALUES (1, 2, 3, 2)", .strayUnit(row: 2)),
      ("DELETE FROM unit_version WHERE unit=2", .unitVersions(row: 2)),
      ("DELETE FROM unit_version WHERE unit=1", .unitVersions(row: 1)),
      (
        "UPDATE unit_version SET entry=x'01' WHERE unit=2",
        .damagedUnit(row: 2, rev: 1, .cutShort)
      ),
      ("UPDATE unit_version SET entry=NULL WHERE unit=1", .unitVersions(row: 1)),
      ("UPDATE forgotten_unit SET pair=0", .unitKeys(row: 1)),
      ("DELETE FROM forgotten_unit", .strayUnit(row: 1)),
      ("INSERT INTO forgotten_unit VALUES (3, 1, 2, 1, 1, 1, 1, 0, 0, NULL)", .strayUnit(row: 3)),
      ("DELETE FROM memory", .danglingRow(table: "unit", target: "memory")),
    ] as [(String, StoreFault)])
  func `damage is found and named, and never a trap`(sql: String, fault: StoreFault) throws {
    #expect(try store.validate().isEmpty)
    try damage(sql)
    let faults = try store.validate()
    #expect(faults.contains(fault), "\(faults)")
    #expect(fault.isDamage)
    #expect(!fault.description.isEmpty)
    for row in 1...3 {
      _ = try? store.unit(row)
      _ = try? store.read { try $0.unitPair(row: row) }
      _ = try? store.read { try $0.unitContext(row: row) }
      _ = try? store.read { try $0.versions(ofUnit: row) }
      _ = try? store.correct(row) { $0.notes = ["later"] }
    }
    _ = try? store.remember(scope)
    _ = try? store.takeUnits([scope, annex, fullUnit])
    _ = try? store.revert(change: 1, by: "zhao")
    _ = try? store.validate()
  }

  @Test func `a damaged unit is an error where it is read, and the others are read`() throws {
    try damage("UPDATE unit SET rest=x'0102' WHERE row=3")
    #expect(throws: StoreError.damagedUnit(made.path, row: 3, .cutShort)) { try store.unit(3) }
    #expect(try store.unit(2)?.id == "annex")
  }

  @Test func `values of other types than the schema's are no trap`() throws {
    // Strict tables refuse them, and the defensive mode keeps the tables as they are.
    #expect(throws: StoreError.self) {
      try damage("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql='' WHERE name='unit'")
    }
    #expect(throws: StoreError.self) { try damage("UPDATE unit SET rest='text' WHERE row=3") }
    #expect(throws: StoreError.self) { try damage("UPDATE unit SET source=x'FF' WHERE row=3") }
    try damage("UPDATE unit SET source=CAST(x'41FF42' AS TEXT) WHERE row=2")
    #expect(try store.unit(2)?.source.segment.text == "A\u{FFFD}B")
    #expect(try store.validate().contains(.unitKeys(row: 2)))
  }

  @Test(arguments: [
    "UPDATE unit SET rev=9223372036854775807, first_rev=-9223372036854775807",
    "UPDATE unit SET row=9223372036854775807 WHERE row=2",
    "UPDATE unit SET row=-9223372036854775807 WHERE row=2",
    "UPDATE forgotten_unit SET rev=-9223372036854775808, first_rev=9223372036854775807",
    "UPDATE unit_version SET rev=9223372036854775807 WHERE unit=2",
    "UPDATE change SET id=9223372036854775807 WHERE id=3",
    "UPDATE unit SET changed_change=9223372036854775807, created_change=-5",
    "UPDATE unit SET taken_rev=9223372036854775807, memory=77",
  ])
  func `numbers at the ends of their range are no trap`(sql: String) throws {
    try damage(sql)
    #expect(try !store.validate().isEmpty)
    _ = try? store.read { try $0.versions(ofUnit: 2) }
    _ = try? store.read { try $0.lastUnitChange }
    _ = try? store.correct(3) { $0.notes = ["later"] }
    _ = try? store.remember(unit("New", "新"))
    _ = try? store.takeUnits([scope, annex, with(fullUnit) { $0.notes = ["file"] }])
    for change in 1...3 { _ = try? store.revert(change: change, by: "zhao") }
  }

  @Test func `bytes flipped anywhere in the file are no trap`() throws {
    try store.exclusively { connection in
      connection.rollBack()
      try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let whole = try Data(contentsOf: URL(filePath: made.path))
    for place in stride(from: 4_096, to: whole.count, by: 1_531) {
      var bytes = whole
      bytes[place] ^= 0x5A
      let path = made.folder.file("flipped.sqlite")
      try bytes.write(to: URL(filePath: path))
      guard let store = try? Store.open(path: path, mode: .readOnly) else { continue }
      _ = try? store.allUnits()
      _ = try? store.read { try $0.units(changedAfter: 0) }
      _ = try? store.validate()
    }
  }
}
