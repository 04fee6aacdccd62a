import Foundation
@testable import Storage
import Terminology
import Testing
import TextAnalysis

/// The sentences of the design about imports, one by one.
struct ImportTests {
  let made: TemporaryStore
  var store: Store { made.store }

  init() throws { made = try TemporaryStore() }

  @Test func `the same file imported twice changes nothing, not even the history`() throws {
    #expect(try store.feed([twin, cloud]).added == 2)
    let before = try store.allConcepts()
    let again = try store.feed([twin, cloud])
    #expect(again.counts.english == "0 added, 0 changed, 0 removed, 2 unchanged")
    #expect(again.change == nil)
    #expect(try store.allConcepts() == before)
    #expect(try store.read { try $0.changes() }.count == 1)
  }

  @Test func `a changed file updates by id and counts`() throws {
    try store.feed([twin, cloud, concept("term.edge", "edge computing", "边缘计算")])
    let summary = try store.feed([
      twin, with(cloud) { $0.note = "new" }, concept("term.edge", "edge computing", "边缘计算"),
      concept("term.fog", "fog computing", "雾计算"),
    ])
    #expect(summary.counts.english == "1 added, 1 changed, 0 removed, 2 unchanged")
    #expect(
      summary.changes == [
        ImportedChange(id: cloud.id, action: .changed, differences: [.field("concept_note")])
      ])
    #expect(try store.stored(cloud.id)?.rev == 2)
    #expect(try store.stored(twin.id)?.rev == 1)
  }

  @Test func `an import is all or nothing`() throws {
    try store.feed([twin])
    var rest = [record(cloud), record(with(twin) { $0.note = "x" })]
    #expect(throws: Broken.self) {
      try store.importConcepts(
        into: "terms", file: FedFile(path: "x.csv", digest: "d"), by: "li"
      ) { () throws(Broken) in
        if rest.isEmpty { throw Broken() }
        return rest.removeFirst()
      }
    }
    #expect(try store.allConcepts().map(\.entry) == [twin])
    #expect(try store.read { try $0.feeds() }.count == 1)
  }

  @Test func `keeping going takes all but the records that are reported`() throws {
    let summary = try store.take(
      [
        record(twin, line: 2), record(cloud, line: 3), record(twin, line: 5),
        record(with(cloud) { $0.id = "a b" }, line: 6),
        record(with(cloud) { ($0.id, $0.terms) = ("term.x", []) }, line: 7),
      ], options: ImportOptions(keepGoing: true))
    #expect(summary.added == 2)
    #expect(
      summary.refused.map(\.reason.english) == [
        "terms.csv:5: 'term.digital-twin' stands in terms.csv:2 already; a file names each concept "
          + "once. Put its rows together, or give one another id.",
        "terms.csv:6: 'a b' cannot be an identifier; one has 1 to 512 bytes and neither spaces nor "
          + "control characters. Name it like agency.samr.",
        "terms.csv:7: the concept has no term; at least one is required. Add one, or leave the row "
          + "out.",
      ])
  }

  @Test func `keeping going ends where the reader cannot go on`() throws {
    var first: IncomingConcept? = record(twin)
    let summary = try store.importConcepts(
      into: "terms", file: FedFile(path: "x.csv", digest: "d"), by: "li",
      options: ImportOptions(keepGoing: true)
    ) { () throws(Broken) in
      guard let record = first else { throw Broken() }
      first = nil
      return record
    }
    #expect(summary.added == 1)
    #expect(summary.refused == [RefusedRecord(location: nil, reason: Phrase("Broken()"))])
  }

  @Test func `an identifier that stands twice ends the import with both places`() throws {
    let error = #expect(throws: StoreError.self) {
      try store.take([record(twin, line: 2), record(cloud), record(twin, line: 9)])
    }
    #expect(
      error
        == .duplicateIdentifier(
          twin.id, SourceLocation(file: "terms.csv", line: 9),
          first: SourceLocation(file: "terms.csv", line: 2)))
    #expect(try store.allConcepts().isEmpty)
  }

  @Test func `a dry run says the same and writes nothing`() throws {
    try store.feed([twin])
    let records = [record(with(twin) { $0.note = "x" }), record(cloud)]
    let before = try store.read { try $0.lastChange }
    let dry = try store.take(records, options: ImportOptions(dryRun: true))
    #expect(dry.counts.english == "1 added, 1 changed, 0 removed, 0 unchanged")
    #expect(dry.change == nil)
    #expect(try store.allConcepts().map(\.entry) == [twin])
    #expect(try store.read { try $0.lastChange } == before)
    let real = try store.take(records)
    #expect((real.counts, real.changes) == (dry.counts, dry.changes))
  }

  @Test func `an old export imported again takes nothing back`() throws {
    try store.take([record(twin, rev: 1), record(cloud, rev: 1)])
    let export = try store.allConcepts().map { record($0.entry, rev: $0.rev) }
    try store.edit(twin.id) { $0.note = "by hand" }
    let summary = try store.take(export, from: "old-export.csv")
    #expect(summary.counts.english == "0 added, 0 changed, 0 removed, 1 unchanged, 1 in conflict")
    let conflict = try #require(summary.conflicts.first)
    #expect(conflict.id == twin.id)
    #expect(conflict.reason == .olderRevision(file: 1, store: 2))
    #expect(conflict.file == twin)
    #expect(conflict.store.entry.note == "by hand")
    #expect(try store.entry(twin.id)?.note == "by hand")
  }

  @Test func `an export that was edited is taken in, and its old source does not undo it`() throws {
    try store.feed([twin])
    let edited = with(twin) { $0.note = "from the sheet" }
    #expect(try store.take([record(edited, rev: 1)], from: "sheet.csv").changed == 1)
    #expect(try store.feed([twin]).unchanged == 1)
    #expect(try store.entry(twin.id) == edited)
    // A copy of the old file at another place has no word of its own yet, and the same effect.
    #expect(try store.take([record(twin)], from: "copy.csv").unchanged == 1)
    #expect(try store.entry(twin.id) == edited)
  }

  @Test func `a format that lost the dates leaves them alone`() throws {
    let dated = with(twin) { $0.terms[0].since = PartialDate("2018-03") }
    try store.feed([dated])
    let lossy = record(
      with(twin) { $0.note = "new" }, rev: 1,
      carries: DataCategories.all.subtracting([.since, .until]))
    #expect(try store.take([lossy], from: "terms.tbx").changed == 1)
    #expect(try store.entry(twin.id) == with(dated) { $0.note = "new" })
  }

  @Test func `a starter file's changed, emptied and removed cells count`() throws {
    let full = with(twin) {
      $0.note = "n"
      $0.definition = "d"
      $0.terms.append(TermSection(language: .english, text: "DT", termType: .acronym))
    }
    try store.feed([full])
    let later = with(full) {
      $0.note = nil
      $0.definition = "e"
      $0.terms.removeLast()
    }
    #expect(try store.feed([later]).changed == 1)
    #expect(try store.entry(twin.id) == later)
  }

  @Test func `a starter file conflicts only where the store's value was edited since`() throws {
    try store.feed([with(twin) { ($0.note, $0.definition) = ("n", "d") }])
    try store.edit(twin.id) { $0.note = "by hand" }
    let other = with(twin) { ($0.note, $0.definition) = ("n", "e") }
    #expect(try store.feed([other]).changed == 1)
    #expect(try store.entry(twin.id)?.note == "by hand")
    #expect(try store.entry(twin.id)?.definition == "e")

    let same = with(twin) { ($0.note, $0.definition) = ("m", "f") }
    let summary = try store.feed([same])
    #expect(summary.conflicts.map(\.reason) == [.editedSince(["concept_note"])])
    #expect(try store.entry(twin.id)?.definition == "e")

    let emptied = with(twin) { ($0.note, $0.definition) = (nil, "e") }
    #expect(try store.feed([emptied]).conflicts.count == 1)
    #expect(try store.entry(twin.id)?.note == "by hand")
  }

  @Test func `merges over several imports never take an edit back`() throws {
    try store.feed([with(twin) { $0.note = "a" }])
    try store.edit(twin.id) { $0.note = "by hand" }
    for definition in ["d", "e", "f"] {
      let file = with(twin) { ($0.note, $0.definition) = ("a", definition) }
      #expect(try store.feed([file]).changed == 1)
      #expect(try store.feed([file]).unchanged == 1)
      #expect(try store.entry(twin.id)?.note == "by hand")
    }
  }

  @Test func `two files that disagree do not take turns`() throws {
    try store.take([record(with(twin) { $0.note = "a" })], from: "a.csv")
    try store.take([record(with(twin) { $0.note = "b" })], from: "b.csv")
    #expect(try store.entry(twin.id)?.note == "b")
    #expect(try store.take([record(with(twin) { $0.note = "a" })], from: "a.csv").unchanged == 1)
    #expect(try store.entry(twin.id)?.note == "b")
  }

  @Test func `an emptied cell of a file that is not a starter says nothing`() throws {
    try store.take([record(with(twin) { $0.note = "n" })])
    #expect(try store.take([record(twin)]).unchanged == 1)
    #expect(try store.entry(twin.id)?.note == "n")
  }

  @Test func `a filled-in file of conflicts is applied, once`() throws {
    try store.feed([twin, cloud])
    try store.edit(twin.id) { $0.note = "by hand" }
    try store.edit(cloud.id) { $0.note = "by hand" }
    let conflicts = try store.feed([
      with(twin) { $0.note = "file" }, with(cloud) { $0.note = "file" },
    ]).conflicts
    #expect(conflicts.count == 2)
    let decided = zip(conflicts, [.file, .store] as [ConflictDecision]).map {
      record($0.file, rev: $0.store.rev, decision: $1)
    }
    let summary = try store.take(decided, from: "conflicts.csv")
    #expect(
      summary.counts.english
        == "0 added, 1 changed, 0 removed, 0 unchanged, 1 kept as the store has them")
    #expect(try store.entry(twin.id)?.note == "file")
    #expect(try store.entry(cloud.id)?.note == "by hand")
    try store.edit(twin.id) { $0.note = "moved on" }
    #expect(try store.take(decided, from: "conflicts.csv").conflicts.map(\.id) == [twin.id])
  }

  @Test func `conflicts go as they are told to`() throws {
    try store.feed([twin])
    try store.edit(twin.id) { $0.note = "by hand" }
    let file = [with(twin) { $0.note = "file" }]

    let kept = try store.feed(file, options: ImportOptions(onConflict: .keepStore))
    #expect((kept.kept, kept.conflicts.count, kept.change) == (1, 0, nil))

    let proposed = try store.feed(file, options: ImportOptions(onConflict: .propose))
    #expect(proposed.changes.map(\.id) == ["term.digital-twin.proposed-2"])
    let proposal = try #require(try store.entry("term.digital-twin.proposed-2"))
    #expect(proposal.process == .proposed)
    #expect(proposal.note == "file")
    #expect(proposal.relations == [Relation(.related, twin.id)])
    #expect(try store.entry(twin.id)?.note == "by hand")
    #expect(try store.feed(file, options: ImportOptions(onConflict: .propose)).change == nil)

    let taken = try store.feed(file, options: ImportOptions(onConflict: .takeFile))
    #expect(taken.changed == 1)
    #expect(try store.entry(twin.id)?.note == "file")
    #expect(try store.feed(file).counts.english == "0 added, 0 changed, 0 removed, 1 unchanged")
  }

  @Test func `what is proposed comes in beside what there is`() throws {
    try store.feed([twin])
    let options = ImportOptions(propose: true)
    let records = [record(with(twin) { $0.note = "x" }, rev: 1), record(cloud)]
    let summary = try store.take(records, from: "p.csv", options: options)
    #expect(summary.added == 2)
    #expect(try store.entry(twin.id) == twin)
    #expect(try store.entry(cloud.id)?.process == .proposed)
    #expect(try store.entry("term.digital-twin.proposed-2")?.note == "x")
    #expect(try store.take(records, from: "p.csv", options: options).change == nil)
  }

  @Test func `pruning retires what the file lacks, much of it only when confirmed`() throws {
    let many = (0..<40).map { concept("term.t\($0)", "word \($0)", "词\($0)") }
    try store.feed(many)
    try store.write(by: "wang", verb: "add") { try $0.add(cloud, glossary: "others") }
    let prune = ImportOptions(prune: true)
    let summary = try store.feed(Array(many.dropLast(2)), options: prune)
    #expect(summary.removed == 2)
    #expect(summary.changes.map(\.action) == [.retired, .retired])
    #expect(try store.entry("term.t39")?.process == .retired)
    #expect(try store.entry(cloud.id)?.process == .approved)
    #expect(throws: StoreError.pruneUnconfirmed(glossary: "terms", retired: 3, of: 38)) {
      try store.feed(Array(many.prefix(35)), options: prune)
    }
    #expect(try store.entry("term.t35")?.process == .approved)
    let confirmed = ImportOptions(prune: true, pruneConfirmed: true)
    #expect(try store.feed(Array(many.prefix(35)), options: confirmed).removed == 3)
    #expect(try store.feed(Array(many.prefix(35)), options: confirmed).change == nil)
  }

  @Test func `a concept of another glossary is a conflict unless it is the same`() throws {
    try store.feed([twin])
    #expect(try store.take([record(twin)], into: "others").unchanged == 1)
    let summary = try store.take([record(with(twin) { $0.note = "x" })], into: "others")
    #expect(summary.conflicts.map(\.reason) == [.otherGlossary("terms")])
  }

  @Test func `a retired concept is not brought back`() throws {
    try store.feed([twin])
    try store.write(by: "wang", verb: "retire") { try $0.retire(twin.id) }
    #expect(try store.feed([twin]).unchanged == 1)
    #expect(try store.entry(twin.id)?.process == .retired)
    let changed = try store.feed([with(twin) { $0.note = "x" }])
    #expect(changed.conflicts.map(\.reason) == [.outOfUse(.retired)])
  }

  @Test func `a relation to nothing is reported with its place, and taken`() throws {
    let pointing = with(twin) {
      $0.relations = [Relation(.related, cloud.id), Relation(.partOf, "term.nothing")]
    }
    let summary = try store.take([record(pointing, line: 7), record(cloud)])
    #expect(
      summary.unresolved == [
        UnresolvedTarget(
          target: "term.nothing", namedBy: twin.id,
          location: SourceLocation(file: "terms.csv", line: 7))
      ])
    #expect(try store.entry(twin.id) == pointing)
    #expect(try store.read { try $0.relationsPointing(to: cloud.id) }.map(\.id) == [twin.id])
  }

  @Test func `the rev of an export is kept in a new store`() throws {
    try store.take([record(twin, rev: 7)])
    #expect(try store.stored(twin.id)?.rev == 7)
    #expect(try store.validate().isEmpty)
    try store.edit(twin.id) { $0.note = "x" }
    #expect(try store.read { try $0.versions(of: twin.id) }.map(\.rev) == [7, 8])
    #expect(try store.validate().isEmpty)
  }

  @Test func `the store remembers the files that it was fed`() throws {
    try store.feed([twin])
    #expect(
      try store.read { try $0.feeds() } == [
        StoredFeed(
          path: "Glossaries/terms.csv", digest: "d", byteCount: 0, glossary: "terms", change: 1)
      ])
  }
}

private struct Broken: Error {}

/// The entry with something changed.
func with(_ entry: ConceptEntry, _ change: (inout ConceptEntry) -> Void) -> ConceptEntry {
  var entry = entry
  change(&entry)
  return entry
}
