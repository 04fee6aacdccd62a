import Foundation
import Terminology
import Testing
import TextAnalysis

@testable import Storage

struct ConcurrencyTests {
  let made: TemporaryStore
  var store: Store { made.store }

  init() throws {
    made = try TemporaryStore()
    try made.store.feed([twin])
  }

  @Test func `a reader sees one instant, whatever is written meanwhile`() throws {
    let other = try Store.open(path: made.path, mode: .readWrite)
    try store.read { snapshot in
      #expect(try snapshot.concept(id: twin.id)?.entry.note == nil)
      try other.edit(twin.id) { $0.note = "a" }
      try store.edit(twin.id) { $0.definition = "d" }
      #expect(try snapshot.concept(id: twin.id)?.entry == twin)
      #expect(try snapshot.lastChange.number == 1)
    }
    #expect(try store.entry(twin.id)?.note == "a")
    #expect(try other.entry(twin.id)?.definition == "d")
  }

  @Test func `readers go on while somebody writes`() throws {
    let other = try Store.open(path: made.path, mode: .readOnly)
    try store.write(by: "wang", verb: "edit") { transaction in
      try transaction.update(twin.id) { $0.note = "a" }
      #expect(try transaction.snapshot.concept(id: twin.id)?.entry.note == "a")
      #expect(try other.entry(twin.id) == twin)
      #expect(try store.entry(twin.id) == twin)
    }
    #expect(try other.entry(twin.id)?.note == "a")
  }

  @Test func `a reader may read within a reading`() throws {
    try store.feed([twin, cloud])
    var pairs: [String] = []
    try store.read { snapshot in
      try snapshot.forEachConcept { first in
        try snapshot.forEachConcept { second in
          pairs.append(first.entry.id + " " + second.entry.id)
        }
        try store.read { _ = try $0.concept(id: first.entry.id) }
      }
    }
    #expect(pairs.count == 4)
  }

  @Test func `a file is parsed without keeping others from writing`() throws {
    let other = try Store.open(path: made.path, mode: .readWrite)
    var rest = [record(cloud), record(with(twin) { $0.definition = "file" })]
    let summary = try store.importConcepts(
      into: "terms", file: FedFile(path: "x.csv", digest: "d"), by: "li"
    ) { () throws in
      if rest.count == 1 {
        try other.write(by: "wang", verb: "add") {
          try $0.add(with(cloud) { $0.note = "first" }, glossary: "terms")
          try $0.update(twin.id) { $0.definition = "by hand" }
        }
      }
      return rest.popLast()
    }
    // Both records meet what the other has written since they were read.
    #expect(summary.conflicts.map(\.id).sorted() == [twin.id])
    #expect(summary.unchanged == 1)
    #expect(try store.entry(cloud.id)?.note == "first")
    #expect(try store.entry(twin.id)?.definition == "by hand")
    #expect(try store.validate().isEmpty)
  }

  @Test func `a second writer is told that it waited`() throws {
    let connection = try Connection.open(made.path, as: .writing)
    try connection.execute("PRAGMA busy_timeout=0")
    try store.write(by: "wang", verb: "edit") { _ in
      #expect(throws: StoreError.database(made.path, .busy)) {
        try connection.execute("BEGIN IMMEDIATE")
      }
    }
    #expect(
      StoreError.database("store.sqlite", .busy).description
        == "store.sqlite: another program is writing to it (waited 5 s). "
        + "Try again when it has finished.")
  }

  @Test func `writers take turns`() async throws {
    let store = store
    let path = made.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let own = writer < 2 ? store : try Store.open(path: path, mode: .readWrite)
          for number in 0..<5 {
            try own.write(by: "w\(writer)", verb: "add") {
              try $0.add(
                concept("term.w\(writer)-\(number)", "w\(writer) \(number)", "词"),
                glossary: "terms")
            }
            _ = try own.allConcepts()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.allConcepts().count == 21)
    #expect(try store.read { try $0.lastChange.number } == 21)
    #expect(try store.validate().isEmpty)
  }

  @Test(arguments: 0..<20)
  func `several may make the same store at once`(round: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("new.sqlite")
    let ids = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 {
        group.addTask { try Store.open(path: path, mode: .readWriteCreating).id }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(ids.count == 1)
  }
}
