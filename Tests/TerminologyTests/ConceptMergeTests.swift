import Foundation
import Terminology
import Testing
import TextAnalysis

/// One merge: what the store has, what the file says, what the file said before.
private struct Case: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var store: ConceptEntry
  var file: ConceptEntry
  var base: ConceptEntry?
  var storeRev = 3
  var fileRev: Int?
  var carries: DataCategories = .all
  var listsAllTerms = true
  var decision: ConflictDecision?
  var absence = ConceptMerge.Absence.saysNothing
  var languages: Set<LanguageTag>?
  var glossary: String? = "agencies"
  var expected: MergeOutcome

  var outcome: MergeOutcome {
    let stamp = Stamp(who: "li", when: Date(timeIntervalSince1970: 0))
    return ConceptMerge(
      IncomingConcept(
        entry: file, isIdentified: true, carries: carries, listsAllTerms: listsAllTerms,
        languages: languages, rev: fileRev, decision: decision,
        location: SourceLocation(file: "x.csv", line: 2)),
      absence: absence
    ).outcome(
      for: StoredConcept(
        entry: store, rev: storeRev, glossary: "agencies", created: stamp, changed: stamp),
      base: base, glossary: glossary)
  }
}

private let english = TermSection(
  language: .english, text: "State Administration", administrativeStatus: .preferred,
  since: PartialDate("2018-03"), note: "t")
private let chinese = TermSection(language: .simplifiedChinese, text: "总局")
private let short = TermSection(language: .english, text: "SA", termType: .acronym)

/// The concept of all cases: note `n`, definition `d`, two terms; or with this changed.
private func entry(_ change: (inout ConceptEntry) -> Void = { _ in }) -> ConceptEntry {
  var entry = ConceptEntry(
    id: "agency.x", kind: .agency, definition: "d", note: "n", terms: [english, chinese])
  change(&entry)
  return entry
}

private let plain = entry()
private let noteM = entry { $0.note = "m" }
private let noteO = entry { $0.note = "o" }
private let noNote = entry { $0.note = nil }
private let noteAndShort = entry { $0.terms.append(short) }
private let onlyEnglish = entry { $0.terms = [english] }

struct ConceptMergeTests {
  @Test(arguments: [
    Case(
      testDescription: "the current rev speaks for everything: a value is replaced", store: plain,
      file: noteM, fileRev: 3, expected: .changed(noteM)),
    Case(
      testDescription: "an empty cell clears", store: plain, file: noNote, fileRev: 3,
      expected: .changed(noNote)),
    Case(
      testDescription: "a term that is missing is removed", store: plain, file: onlyEnglish,
      fileRev: 3, expected: .changed(onlyEnglish)),
    Case(
      testDescription: "a term that is missing stays where the file does not list all",
      store: plain, file: onlyEnglish, fileRev: 3, listsAllTerms: false, expected: .unchanged),
    Case(
      testDescription: "what the file cannot hold is left alone", store: plain,
      file: entry {
        $0.note = nil
        $0.definition = "e"
        $0.terms[0].since = nil
        $0.terms[0].administrativeStatus = .admitted
      }, fileRev: 3, carries: [.definition, .status],
      expected: .changed(
        entry {
          $0.definition = "e"
          $0.terms[0].administrativeStatus = .admitted
        })),
    Case(
      testDescription: "terms come in the order of the file", store: plain,
      file: entry { $0.terms = [short, chinese, english] }, fileRev: 3,
      expected: .changed(entry { $0.terms = [short, chinese, english] })),
    Case(
      testDescription:
        "languages in another order, as a file grouped by language has them, say nothing",
      store: entry { $0.terms = [english, chinese, short] },
      file: entry { $0.terms = [english, short, chinese] }, fileRev: 3, expected: .unchanged),
    Case(
      testDescription: "terms in languages that the file cannot hold stay", store: plain,
      file: onlyEnglish, fileRev: 3, languages: [.english], expected: .unchanged),
    Case(
      testDescription: "any glossary will do where none was named", store: plain, file: noteM,
      fileRev: 3, glossary: nil, expected: .changed(noteM)),
    Case(
      testDescription: "a new term stands after its neighbour where the file does not list all",
      store: plain, file: entry { $0.terms = [english, short] }, fileRev: 3,
      listsAllTerms: false, expected: .changed(entry { $0.terms = [english, short, chinese] })),
    Case(
      testDescription: "a changed term is not mistaken for another of the same text",
      store: entry { $0.terms = [dropped, english] },
      file: entry { $0.terms = [dropped, englishUntil] }, fileRev: 3,
      expected: .changed(entry { $0.terms = [dropped, englishUntil] })),
    Case(
      testDescription: "the same text of another region is the same term in a plain sheet",
      store: entry { $0.terms[1] = mainland }, file: plain, fileRev: 3, listsAllTerms: false,
      expected: .unchanged),
  ])
  private func `a record with the current rev`(_ sample: Case) {
    #expect(sample.outcome == sample.expected)
  }

  @Test(arguments: [
    Case(
      testDescription: "an old export that differs is a conflict", store: noteO, file: noteM,
      base: plain, fileRev: 2,
      expected: .conflict(.olderRevision(file: 2, store: 3), entry: noteM)),
    Case(
      testDescription: "an old export that says the same is nothing", store: plain, file: plain,
      fileRev: 1, expected: .unchanged),
    Case(
      testDescription: "an old export that cannot say what differs is nothing", store: plain,
      file: noteM, fileRev: 1, carries: [.definition], expected: .unchanged),
    Case(
      testDescription: "a rev of another store is a conflict of its own", store: plain, file: noteM,
      fileRev: 9, expected: .conflict(.newerRevision(file: 9, store: 3), entry: noteM)),
    Case(
      testDescription: "a rev of another store that says the same is nothing", store: plain,
      file: plain, fileRev: 9, expected: .unchanged),
  ])
  private func `a record with another rev`(_ sample: Case) {
    #expect(sample.outcome == sample.expected)
  }

  @Test(arguments: [
    Case(
      testDescription: "a value that the file has changed is applied", store: plain, file: noteM,
      base: plain, expected: .changed(noteM)),
    Case(
      testDescription: "it is a conflict where the store was edited since", store: noteO,
      file: noteM, base: plain, expected: .conflict(.editedSince(["concept_note"]), entry: noteM)),
    Case(
      testDescription: "what the file has not changed is left as the store has it", store: noteO,
      file: plain, base: plain, expected: .unchanged),
    Case(
      testDescription: "both made the same change", store: noteM, file: noteM, base: plain,
      expected: .unchanged),
    Case(
      testDescription: "edits of different values go together", store: noteO,
      file: entry { $0.definition = "e" }, base: plain,
      expected: .changed(
        entry {
          $0.definition = "e"
          $0.note = "o"
        })),
    Case(
      testDescription: "an empty cell of any file says nothing", store: plain, file: noNote,
      base: plain, expected: .unchanged),
    Case(
      testDescription: "an emptied cell of the file that it is from counts", store: plain,
      file: noNote, base: plain, absence: .counts, expected: .changed(noNote)),
    Case(
      testDescription: "an emptied cell is a conflict where the store was edited", store: noteO,
      file: noNote, base: plain, absence: .counts,
      expected: .conflict(.editedSince(["concept_note"]), entry: noNote)),
    Case(
      testDescription: "a cell that was empty before clears nothing", store: noteO, file: noNote,
      base: noNote, absence: .counts, expected: .unchanged),
    Case(
      testDescription: "a term removed from the file that it is from is removed", store: plain,
      file: onlyEnglish, base: plain, absence: .counts, expected: .changed(onlyEnglish)),
    Case(
      testDescription: "a term removed from any other file stays", store: plain, file: onlyEnglish,
      base: plain, expected: .unchanged),
    Case(
      testDescription: "a removed term that was edited is a conflict",
      store: entry { $0.terms[1].note = "edited" }, file: onlyEnglish, base: plain,
      absence: .counts,
      expected: .conflict(.editedSince(["term '总局'"]), entry: onlyEnglish)),
    Case(
      testDescription: "a term that somebody removed stays removed", store: onlyEnglish,
      file: plain, base: plain, absence: .counts, expected: .unchanged),
    Case(
      testDescription: "a term that somebody added stays", store: noteAndShort, file: plain,
      base: plain, absence: .counts, expected: .unchanged),
    Case(
      testDescription: "a new term of the file is added", store: plain, file: noteAndShort,
      base: plain, expected: .changed(noteAndShort)),
    Case(
      testDescription: "another order in the file that it is from counts", store: plain,
      file: entry { $0.terms = [chinese, english] }, base: plain, absence: .counts,
      expected: .changed(entry { $0.terms = [chinese, english] })),
    Case(
      testDescription: "by hand and different is a conflict", store: plain, file: noteM,
      expected: .conflict(.madeByHand(["concept_note"]), entry: noteM)),
    Case(
      testDescription: "by hand and the same is nothing", store: plain, file: plain,
      expected: .unchanged),
    Case(
      testDescription: "by hand, and the file knows less", store: plain, file: noNote,
      expected: .unchanged),
    Case(
      testDescription: "by hand, edited, and the file knows more: it may have been taken out",
      store: noNote, file: plain, expected: .conflict(.madeByHand(["concept_note"]), entry: plain)),
    Case(
      testDescription: "by hand, written once, and the file knows more", store: noNote,
      file: noteAndShort, storeRev: 1, expected: .changed(noteAndShort)),
  ])
  private func `a record without rev`(_ sample: Case) {
    #expect(sample.outcome == sample.expected)
  }

  @Test(arguments: [
    Case(
      testDescription: "the file's side, decided at the store's rev, is applied", store: noteO,
      file: noteM, base: plain, fileRev: 3, decision: .file, expected: .changed(noteM)),
    Case(
      testDescription: "the store has moved on since: a conflict again", store: noteO, file: noteM,
      base: plain, fileRev: 2, decision: .file,
      expected: .conflict(.olderRevision(file: 2, store: 3), entry: noteM)),
    Case(
      testDescription: "the store's side is left", store: noteO, file: noteM, base: plain,
      fileRev: 3, decision: .store, expected: .kept),
    Case(
      testDescription: "the store's side is left, whatever the rev", store: noteO, file: noteM,
      base: plain, fileRev: 2, decision: .store, expected: .kept),
    Case(
      testDescription: "the file's side without rev", store: noteO, file: noteM, base: plain,
      decision: .file, expected: .changed(noteM)),
    Case(
      testDescription: "the store's side without rev", store: noteO, file: noteM, base: plain,
      decision: .store, expected: .kept),
    Case(
      testDescription: "another glossary is a conflict of its own", store: plain, file: noteM,
      base: plain, glossary: "others",
      expected: .conflict(.otherGlossary("agencies"), entry: noteM)),
    Case(
      testDescription: "another glossary that says the same is nothing", store: plain,
      file: plain, base: plain, glossary: "others", expected: .unchanged),
    Case(
      testDescription: "what is retired stays so", store: retired, file: plain, base: plain,
      carries: notProcess, expected: .unchanged),
    Case(
      testDescription: "what is retired is not changed by a file that does not say so",
      store: retired, file: noteM, base: plain, carries: notProcess,
      expected: .conflict(.outOfUse(.retired), entry: retiredM)),
    Case(
      testDescription: "what is retired is changed by an export that says so", store: retired,
      file: retiredM, fileRev: 3, expected: .changed(retiredM)),
    Case(
      testDescription: "an approved row of an old feed does not take a retired one back",
      store: retired, file: plain, base: plain, absence: .counts, expected: .unchanged),
  ])
  private func `decisions, glossaries, concepts out of use`(_ sample: Case) {
    #expect(sample.outcome == sample.expected)
  }

  @Test func `the next base is what the file has said, not what the store has`() {
    let merge = ConceptMerge(
      IncomingConcept(
        entry: entry { $0.definition = "e" }, isIdentified: true, carries: .all,
        listsAllTerms: true, location: SourceLocation(file: "x.csv")),
      absence: .counts)
    let base = merge.nextBase(after: plain, stored: noteO)
    #expect(base == entry { $0.definition = "e" })
    #expect(merge.nextBase(after: nil, stored: noteO) == base)
  }

  @Test func `differences are named`() {
    let later = entry {
      $0.note = "m"
      $0.terms = [chinese, short]
    }
    #expect(
      plain.changes(to: later).map(\.description) == [
        "concept_note", "- en State Administration", "+ en SA",
      ])
    #expect(
      plain.changes(to: entry { $0.terms = [chinese, english] }) == [.termOrder])
    #expect(
      plain.changes(to: entry { $0.terms[0].note = nil }).map(\.description) == [
        "en State Administration: note"
      ])
    #expect(plain.changes(to: plain).isEmpty)
  }
}

private let dropped = TermSection(
  language: .english, text: "State Administration", since: PartialDate("1998"),
  until: PartialDate("2001"))
private var englishUntil: TermSection {
  var term = english
  term.until = PartialDate("2030")
  return term
}
private let mainland = TermSection(
  language: LanguageTag("zh-CN") ?? .simplifiedChinese, text: "总局")
private let retired = entry { $0.process = .retired }
private let retiredM = entry {
  $0.process = .retired
  $0.note = "m"
}
private let notProcess = DataCategories.all.subtracting(.process)
