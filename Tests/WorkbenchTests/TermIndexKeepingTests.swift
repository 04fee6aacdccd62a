import Foundation
import Storage
import Terminology
import Testing
import TextAnalysis
import TranslationMemory
@testable import Workbench

/// Whether the index of terms keeps up with the store.
struct TermIndexKeepingTests {
  /// A store with a few concepts, and the file of its index.
  private final class Sample {
    let folder = FileManager.default.temporaryDirectory.path + "/zhengming-\(UUID().uuidString)"

    init() throws {
      let bench = try open()
      for (id, english, chinese) in [
        ("agency.sac", "Standards Body", "标准机构"), ("term.alpha", "alpha wave", "甲波"),
      ] {
        let entry = ConceptEntry(
          id: id, kind: id.hasPrefix("agency") ? .agency : .technical,
          terms: [
            TermSection(language: .english, text: english, administrativeStatus: .preferred),
            TermSection(
              language: .simplifiedChinese, text: chinese, administrativeStatus: .preferred),
          ])
        _ = try bench.add(AddRequest(entry, who: "tester"))
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func open() throws -> Workbench {
      let store = try Store.open(path: folder + ".sqlite", mode: .readWriteCreating)
      return Workbench(store: store, name: "sample", cacheFolder: folder)
    }

    /// Where the index stands.
    func file(of bench: Workbench) -> String { "\(folder)/\(bench.store.id)/recognition" }
  }

  private func ids(_ bench: Workbench, _ text: String) throws -> [String] {
    try bench.annotate(AnnotateRequest(.segment(text))).segments.flatMap(\.terms)
      .flatMap(\.readings).map(\.id)
  }

  @Test func `what was written since is seen at once, in this process and another`() throws {
    let sample = try Sample()
    let (bench, other) = (try sample.open(), try sample.open())
    let text = "The Standards Body on alpha waves and beta waves."
    #expect(try ids(bench, text) == ["agency.sac", "term.alpha"])
    #expect(try ids(other, text) == ["agency.sac", "term.alpha"])
    _ = try bench.bring(["agency.sac"], to: .retired, by: "tester")
    let entry = ConceptEntry(
      id: "term.beta", kind: .technical,
      terms: [TermSection(language: .english, text: "beta wave")])
    _ = try bench.add(AddRequest(entry, who: "tester"))
    #expect(try ids(bench, text) == ["term.alpha", "term.beta"])
    #expect(try ids(other, text) == ["term.alpha", "term.beta"])
    #expect(try ids(sample.open(), text) == ["term.alpha", "term.beta"])
  }

  @Test func `units that were written leave the file alone`() throws {
    let sample = try Sample()
    let bench = try sample.open()
    #expect(try ids(bench, "alpha wave") == ["term.alpha"])
    let path = sample.file(of: bench)
    let made = try Data(contentsOf: URL(fileURLWithPath: path))
    _ = try bench.remember(
      RememberRequest(source: "One.", target: "一。", memory: "own", who: "tester"))
    #expect(try ids(bench, "alpha wave") == ["term.alpha"])
    #expect(try ids(sample.open(), "alpha wave") == ["term.alpha"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == made)
  }

  @Test(arguments: [0, 8, 60, 100, 130, 400, -1, -40])
  func `a damaged file is made again`(place: Int) throws {
    let sample = try Sample()
    let bench = try sample.open()
    #expect(try ids(bench, "alpha wave") == ["term.alpha"])
    let path = sample.file(of: bench)
    let made = try Data(contentsOf: URL(fileURLWithPath: path))
    var damaged = made
    damaged[place < 0 ? damaged.count + place : place] ^= 0x55
    try damaged.write(to: URL(fileURLWithPath: path))
    #expect(try ids(sample.open(), "alpha wave") == ["term.alpha"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == made)
    try made.prefix(made.count / 2).write(to: URL(fileURLWithPath: path))
    #expect(try ids(sample.open(), "alpha wave") == ["term.alpha"])
    try FileManager.default.removeItem(atPath: path)
    #expect(try ids(sample.open(), "alpha wave") == ["term.alpha"])
  }
}
