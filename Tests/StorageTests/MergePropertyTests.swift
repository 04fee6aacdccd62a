import Foundation
import Terminology
import TestSupport
import Testing
import TextAnalysis

@testable import Storage

/// What must hold of every merge, whatever the three sides are.
struct MergePropertyTests {
  private let stamp = Stamp(who: "li", when: Date(timeIntervalSince1970: 0))

  private func stored(_ entry: ConceptEntry, rev: Int = 5) -> StoredConcept {
    StoredConcept(entry: entry, rev: rev, glossary: "g", created: stamp, changed: stamp)
  }

  /// An entry and two others that somebody made of it by some edits each.
  private func sides(
    _ generator: inout SeededGenerator
  ) -> (base: ConceptEntry, store: ConceptEntry, file: ConceptEntry) {
    var base = randomEntry("agency.x", using: &generator)
    base.process = .approved
    base.terms = Dictionary(grouping: base.terms, by: \.text).values.compactMap(\.first)
      .sorted { $0.text < $1.text }
    var (store, file) = (base, base)
    edit(&store, &generator)
    edit(&file, &generator)
    return (base, store, file)
  }

  private func edit(_ entry: inout ConceptEntry, _ generator: inout SeededGenerator) {
    let other = randomEntry("agency.x", using: &generator)
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      switch Int.random(in: 0...6, using: &generator) {
      case 0: entry.note = other.note
      case 1: entry.definition = other.definition
      case 2: entry.relations = other.relations
      case 3: entry.enforce = other.enforce
      case 4: entry.terms.append(TermSection(language: .english, text: "new \(entry.terms.count)"))
      case 5 where entry.terms.count > 1: entry.terms.removeLast()
      default:
        let place = Int.random(in: entry.terms.indices, using: &generator)
        entry.terms[place].note = other.terms[0].note
        entry.terms[place].since = other.terms[0].since
      }
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `an export with the current rev gives exactly what it says`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (_, store, file) = sides(&generator)
    let outcome = ConceptMerge(record(file, rev: 5), absence: .saysNothing)
      .outcome(for: stored(store), base: nil, glossary: "g")
    #expect(outcome == (file == store ? .unchanged : .changed(file)))
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `a file merged twice changes nothing the second time`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (base, store, file) = sides(&generator)
    for absence in [ConceptMerge.Absence.saysNothing, .counts] {
      let merge = ConceptMerge(record(file), absence: absence)
      guard
        case .changed(let result) = merge.outcome(
          for: stored(store), base: base, glossary: "g")
      else { continue }
      let next = merge.nextBase(after: base, stored: result)
      #expect(merge.outcome(for: stored(result), base: next, glossary: "g") == .unchanged)
      #expect(merge.nextBase(after: next, stored: result) == next)
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `nothing is taken back that was edited in the store`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (base, store, file) = sides(&generator)
    let outcome = ConceptMerge(record(file), absence: .counts)
      .outcome(for: stored(store), base: base, glossary: "g")
    guard case .changed(let result) = outcome else { return }
    for edit in base.changes(to: store) where edit != .termOrder {
      #expect(base.changes(to: result).contains { keeps($0, edit) }, "\(edit)")
    }
    for edit in base.changes(to: file) where edit != .termOrder {
      #expect(base.changes(to: result).contains { keeps($0, edit) }, "\(edit)")
    }
  }

  /// Whether an edit is the other one, perhaps with more fields of the same term.
  private func keeps(_ edit: EntryChange, _ other: EntryChange) -> Bool {
    if case .termChanged(let language, let text, let fields) = edit,
      case .termChanged(language, text, let others) = other
    {
      return Set(others).isSubset(of: fields)
    }
    return edit == other
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `a file that nobody contradicts is taken as it is`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (base, _, file) = sides(&generator)
    let outcome = ConceptMerge(record(file), absence: .counts)
      .outcome(for: stored(base), base: base, glossary: "g")
    #expect(outcome == (file == base ? .unchanged : .changed(file)))
  }
}
