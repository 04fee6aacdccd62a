import Foundation
import Terminology
import Testing
import TextAnalysis

@testable import Storage

/// Files that are no store, or not one for us, and what is said of each.
struct StoreOpeningTests {
  let folder: TemporaryFolder
  var path: String { folder.file("store.sqlite") }

  init() throws { folder = try TemporaryFolder() }

  private func refusal(
    _ mode: Store.Mode = .readWriteCreating, path: String? = nil
  ) -> StoreError? {
    do throws(StoreError) {
      _ = try Store.open(path: path ?? self.path, mode: mode)
      return nil
    } catch {
      return error
    }
  }

  private func write(_ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  @Test func `a missing file is made only when that is asked for`() throws {
    #expect(refusal(.readOnly) == .missing(path))
    #expect(refusal(.readWrite) == .missing(path))
    #expect(!FileManager.default.fileExists(atPath: path))
    let deep = folder.file("a/b/store.sqlite")
    #expect(refusal(path: deep) == nil)
    let folderMode = try FileManager.default.attributesOfItem(atPath: folder.file("a/b"))[
      .posixPermissions]
    #expect(folderMode as? Int == 0o700)
  }

  @Test func `a folder is no store`() {
    #expect(refusal(path: folder.path) == .isFolder(folder.path))
  }

  @Test(arguments: [Store.Mode.readWriteCreating, .readWrite, .readOnly])
  func `what is not a database is said not to be one`(mode: Store.Mode) throws {
    try write(Array(repeating: UInt8(ascii: "x"), count: 5_000))
    #expect(refusal(mode) == .database(path, .notADatabase))
    #expect(
      refusal(mode)?.description
        == "\(path): this is not a database; a store of Zhengming is required. Check the name.")
  }

  @Test func `a database of another program is refused and left alone`() throws {
    let other = try Connection.open(path, as: .creating)
    try other.execute("CREATE TABLE t(x); PRAGMA application_id=77")
    #expect(refusal() == .otherProgram(path))
    #expect(refusal(.readOnly) == .otherProgram(path))
    #expect(try other.integer("SELECT count(*) FROM sqlite_schema") == 1)
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM concept; END",
    "CREATE VIEW v AS SELECT * FROM concept",
    "CREATE TABLE t(x)",
    "DROP TABLE taken",
    "ALTER TABLE concept ADD COLUMN x INT",
  ])
  func `a schema that is not ours is refused`(tampering: String) throws {
    _ = try Store.open(path: path, mode: .readWriteCreating)
    try Connection.open(path, as: .writing).execute(tampering)
    #expect(refusal() == .otherProgram(path))
    #expect(refusal(.readOnly) == .otherProgram(path))
  }

  @Test func `a store of a newer version is refused`() throws {
    _ = try Store.open(path: path, mode: .readWriteCreating)
    try Connection.open(path, as: .writing).execute("PRAGMA user_version=9")
    #expect(refusal() == .newerVersion(path, found: 9, known: 2))
    #expect(refusal(.readOnly) == .newerVersion(path, found: 9, known: 2))
    #expect(refusal()?.description.contains("layout 9; this program knows those up to 2.") == true)
  }

  @Test func `a truncated store is an error and never a trap`() throws {
    let store = try Store.open(path: path, mode: .readWriteCreating)
    try store.feed((0..<300).map { concept("term.t\($0)", "word \($0)", "词\($0)") })
    let whole = try Data(contentsOf: URL(filePath: path))
    for part in [1, 50, 100, 4_096, 8_192, whole.count / 2, whole.count - 4_096] {
      let cut = folder.file("cut-\(part).sqlite")
      try whole.prefix(part).write(to: URL(filePath: cut))
      #expect(throws: StoreError.self) {
        let store = try Store.open(path: cut, mode: .readOnly)
        let faults = try store.validate()
        if !faults.isEmpty { throw StoreError.database(cut, .corrupt) }
      }
    }
  }

  @Test func `an empty file is made a store, or said to be missing`() throws {
    try write([])
    #expect(refusal(.readOnly) == .missing(path))
    #expect(refusal() == nil)
  }

  @Test func `a full disk is said to be full, and nothing is lost`() throws {
    let store = try Store.open(path: path, mode: .readWriteCreating)
    try store.feed([twin])
    let entries = (0..<500).map { concept("term.t\($0)", "word \($0)", "词\($0)") }
    #expect(throws: StoreError.database(path, .full)) {
      try store.exclusively { connection in
        let pages = try connection.integer("PRAGMA page_count") ?? 0
        try connection.execute("PRAGMA max_page_count=\(pages + 4)")
        let change = ChangeRecorder(
          connection, who: "li", verb: "add", summary: "", date: Date())
        let writer = ConceptWriter(connection: connection, change: change)
        for entry in entries { try writer.add(entry, glossary: 1) }
        try connection.execute("COMMIT")
      }
    }
    #expect(try store.allConcepts().map(\.entry) == [twin])
    #expect(try store.validate().isEmpty)
  }

  @Test func `a store that was opened for reading is not written`() throws {
    _ = try Store.open(path: path, mode: .readWriteCreating)
    let store = try Store.open(path: path, mode: .readOnly)
    #expect(throws: StoreError.database(path, .readOnly)) { try store.feed([twin]) }
    #expect(throws: StoreError.database(path, .readOnly)) {
      try store.write(by: "li", verb: "add") { try $0.add(twin, glossary: "terms") }
    }
  }

  @Test func `a place where nothing can be written is read`() throws {
    let store = try Store.open(path: path, mode: .readWriteCreating)
    try store.feed([twin])
    let copy = folder.file("frozen.sqlite")
    try store.exclusively { try $0.execute("COMMIT") }
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let connection = try Connection.open(copy, as: .immutable)
    #expect(try connection.integer("SELECT count(*) FROM concept") == 1)
    #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
  }

  /// In a process of its own, so that the superuser, who may write everywhere, can become somebody
  /// else for good.
  @Test func `a folder that may not be written is read, and not written`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let path = folder.file("store.sqlite")
      try Store.open(path: path, mode: .readWriteCreating).feed([twin])
      unsafe chmod(folder.path, 0o555)
      if geteuid() == 0 { #expect(setuid(65_534) == 0) }
      #expect(try Store.open(path: path, mode: .readOnly).entry(twin.id) == twin)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["store.sqlite"])
      for mode in [Store.Mode.readWrite, .readWriteCreating] {
        #expect(throws: StoreError.database(path, .readOnly)) {
          try Store.open(path: path, mode: mode)
        }
      }
      unsafe chmod(folder.path, 0o755)
    }
  }

  @Test func `odd names do not confuse what reads without a log`() throws {
    let odd = folder.file("a%41?mode=memory#x.sqlite")
    do {
      let store = try Store.open(path: odd, mode: .readWriteCreating)
      try store.feed([twin])
    }
    #expect(
      try Connection.open(odd, as: .immutable).integer("SELECT count(*) FROM concept") == 1)
  }

  @Test func `the folder of another owner is refused unless one says so`() throws {
    guard geteuid() == 0 else {
      print("skipped: only the superuser can give folders away")
      return
    }
    try Store.open(path: path, mode: .readWriteCreating).feed([twin])
    unsafe chown(folder.path, 1_234, 1_234)
    #expect(refusal() == .foreignOwner(folder.path, user: 1_234))
    #expect(refusal(.readOnly) == .foreignOwner(folder.path, user: 1_234))
    let store = try Store.open(path: path, mode: .readOnly, owner: .anybody)
    #expect(try store.entry(twin.id) == twin)
    unsafe chown(folder.path, 0, 0)
    unsafe chown(path, 1_234, 1_234)
    #expect(refusal() == .foreignOwner(path, user: 1_234))
  }

  @Test(
    arguments: [
      (1_000, 1_000, true), (0, 1_000, true), (1_001, 1_000, false), (1_000, 0, false),
      (0, 0, true),
    ] as [(UInt32, UInt32, Bool)])
  func `one trusts one's own files and the system's`(owner: UInt32, user: UInt32, isTrusted: Bool) {
    #expect(StoreLocation.isTrusted(owner: owner, user: user) == isTrusted)
  }

  @Test(
    arguments: [
      (0x6969, "NFS"), (0xFF53_4D42, "SMB"), (0xFE53_4D42, "SMB"), (0x517B, "SMB"),
      (0xEF53, nil), (0x0102_1994, nil), (0x794C_7630, nil), (0x6573_5546, nil),
      (0x0102_1997, nil), (0x9123_683E, nil), (0x5846_5342, nil),
    ] as [(UInt32, String?)])
  func `network shares are told from local disks`(magic: UInt32, kind: String?) {
    #expect(StoreLocation.networkKind(magic: magic) == kind)
  }
}

struct MigrationTests {
  let folder: TemporaryFolder
  var path: String { folder.file("store.sqlite") }

  /// The next layout: one more table.
  private var next: StoreSchema {
    var schema = StoreSchema.current
    schema.version += 1
    schema.statements.append("CREATE TABLE later(x INTEGER) STRICT")
    schema.steps = [2: ["CREATE TABLE later(x INTEGER) STRICT"]]
    return schema
  }

  init() throws {
    folder = try TemporaryFolder()
    try Store.open(path: path, mode: .readWriteCreating).feed([twin])
  }

  @Test func `an older store is led here after a backup`() throws {
    let store = try Store.open(
      path: path, mode: .readWrite, owner: .oneself, schema: next)
    #expect(try store.entry(twin.id) == twin)
    #expect(try store.exclusively { try $0.integer("PRAGMA user_version") } == 3)
    let backup = try Store.open(path: path + ".layout-2.backup", mode: .readOnly)
    #expect(try backup.entry(twin.id) == twin)
    #expect(backup.id == store.id)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".partial") }.isEmpty)
    let now = try Store.open(path: path, mode: .readOnly, owner: .oneself, schema: next)
    #expect(try now.entry(twin.id) == twin)
  }

  @Test func `a step that fails leaves the store as it was`() throws {
    var broken = next
    broken.steps = [2: ["CREATE TABLE later(x INTEGER) STRICT", "INSERT INTO nowhere VALUES (1)"]]
    #expect(throws: StoreError.self) {
      try Store.open(path: path, mode: .readWrite, owner: .oneself, schema: broken)
    }
    #expect(try Store.open(path: path, mode: .readWrite).entry(twin.id) == twin)
  }

  @Test func `an older store is not read without being led here`() throws {
    #expect(throws: StoreError.olderVersion(path, found: 2, known: 3)) {
      try Store.open(path: path, mode: .readOnly, owner: .oneself, schema: next)
    }
  }

  @Test func `no backup, no change of layout`() throws {
    try FileManager.default.createDirectory(
      atPath: path + ".layout-2.backup", withIntermediateDirectories: false)
    #expect(throws: StoreError.self) {
      try Store.open(path: path, mode: .readWrite, owner: .oneself, schema: next)
    }
    #expect(try Store.open(path: path, mode: .readWrite).entry(twin.id) == twin)
  }

  @Test func `keys of an older folding are made anew`() throws {
    try Connection.open(path, as: .writing).execute("UPDATE term_key SET key='old ' || key")
    let store = try Store.open(
      path: path, mode: .readWrite, owner: .oneself, schema: .current, keyVersion: 2)
    #expect(try store.read { try $0.keyHits(equalTo: "digitaltwin") }.count == 1)
    #expect(try store.read { try $0.keyHits(equalTo: "old digital twin") }.isEmpty)
    #expect(try store.validate().isEmpty)
  }
}
