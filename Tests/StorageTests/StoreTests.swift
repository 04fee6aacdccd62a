import Foundation
@testable import Storage
import Terminology
import Testing

struct StoreTests {
  @Test func `what was added is read back, in another store object too`() throws {
    let made = try TemporaryStore()
    try made.store.write(by: "wang", verb: "add", at: Date(timeIntervalSince1970: 1_000)) {
      try $0.add(twin, glossary: "terms")
    }
    let other = try Store.open(path: made.path, mode: .readOnly)
    let found = try #require(try other.stored(twin.id))
    #expect(found.entry == twin)
    #expect(found.rev == 1)
    #expect(found.glossary == "terms")
    #expect(found.created == Stamp(who: "wang", when: Date(timeIntervalSince1970: 1_000)))
    #expect(found.changed == found.created)
    #expect(other.id == made.store.id)
  }

  @Test func `an import adds concepts with their keys`() throws {
    let made = try TemporaryStore()
    let summary = try made.store.take([record(twin), record(cloud, line: 4)])
    #expect(summary.added == 2)
    #expect(summary.change == 1)
    try made.store.read { snapshot in
      let hits = try snapshot.keyHits(equalTo: "cloudcomputing")
      #expect(hits.count == 1)
      #expect(try snapshot.concept(row: hits[0].row)?.entry == cloud)
      #expect(try snapshot.keyHits(withPrefix: "digital", limit: 5).map(\.key) == ["digitaltwin"])
    }
  }
}
