import Foundation
import Terminology
import TestSupport
import TextAnalysis

@testable import Storage

/// A folder that is gone at the end of the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "zhengming-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

/// A new store in a folder of its own.
struct TemporaryStore {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.open(path: folder.file("store.sqlite"), mode: .readWriteCreating)
  }

  var path: String { store.path }
}

/// A concept of an English and a Chinese name.
func concept(
  _ id: String, _ english: String, _ chinese: String, note: String? = nil,
  relations: [Relation] = []
) -> ConceptEntry {
  ConceptEntry(
    id: id, kind: .technical, relations: relations, note: note,
    terms: [
      TermSection(language: .english, text: english, administrativeStatus: .preferred),
      TermSection(language: .simplifiedChinese, text: chinese, administrativeStatus: .preferred),
    ])
}

let twin = concept("term.digital-twin", "digital twin", "数字孪生")
let cloud = concept("term.cloud", "cloud computing", "云计算")

/// A record that says all of an entry, as the native CSV does.
func record(
  _ entry: ConceptEntry, rev: Int? = nil, carries: DataCategories = .all,
  listsAllTerms: Bool = true, decision: ConflictDecision? = nil, line: Int = 2
) -> IncomingConcept {
  IncomingConcept(
    entry: entry, isIdentified: !entry.id.isEmpty, carries: carries,
    listsAllTerms: listsAllTerms, rev: rev, decision: decision,
    location: SourceLocation(file: "terms.csv", line: line))
}

/// A record of a sheet without identifiers: names, and what else is given.
func nameless(
  _ english: String?, _ chinese: String?, note: String? = nil, line: Int = 2
) -> IncomingConcept {
  var entry = ConceptEntry(id: "", kind: .technical, note: note)
  if let english { entry.terms.append(TermSection(language: .english, text: english)) }
  if let chinese { entry.terms.append(TermSection(language: .simplifiedChinese, text: chinese)) }
  return IncomingConcept(
    entry: entry, isIdentified: false, carries: [.conceptNote], listsAllTerms: false,
    location: SourceLocation(file: "sheet.csv", line: line))
}

extension Store {
  /// Imports records as a file.
  @discardableResult
  func take(
    _ records: [IncomingConcept], from path: String = "terms.csv", isStarter: Bool = false,
    into glossary: String = "terms", options: ImportOptions = ImportOptions()
  ) throws -> ImportSummary {
    var rest = records[...]
    return try importConcepts(
      into: glossary, file: FedFile(path: path, digest: "d", isStarter: isStarter), by: "li",
      options: options
    ) { rest.popFirst() }
  }

  /// Takes entries in as `Glossaries/` does: everything said, no rev.
  @discardableResult
  func feed(
    _ entries: [ConceptEntry], from path: String = "Glossaries/terms.csv",
    options: ImportOptions = ImportOptions()
  ) throws -> ImportSummary {
    try take(entries.map { record($0) }, from: path, isStarter: true, options: options)
  }

  /// Changes a concept by hand.
  func edit(_ id: String, _ change: (inout ConceptEntry) -> Void) throws {
    try write(by: "wang", verb: "edit") { try $0.update(id) { change(&$0) } }
  }

  func entry(_ id: String) throws -> ConceptEntry? { try read { try $0.concept(id: id)?.entry } }

  func stored(_ id: String) throws -> StoredConcept? { try read { try $0.concept(id: id) } }

  /// Everything that a person would notice: concepts, keys, changes.
  func allConcepts() throws -> [StoredConcept] {
    var all: [StoredConcept] = []
    try read { try $0.forEachConcept { all.append($0) } }
    return all
  }
}
