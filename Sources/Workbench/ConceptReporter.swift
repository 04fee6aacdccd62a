import Foundation
import Storage
import Terminology
import TextAnalysis

/// Turns stored concepts into answers, with the names of what they refer to.
struct ConceptReporter {
  let asOf: PartialDate?

  /// Returns the answer for one find.
  func result(_ find: Find, in snapshot: borrowing Snapshot) throws -> LookUpAnswer.Result {
    let entry = find.concept.entry
    return LookUpAnswer.Result(
      id: entry.id, kind: entry.kind, subjectField: entry.subjectField, process: entry.process,
      match: LookUpAnswer.Match(
        by: find.by, term: find.term.text, language: find.term.language, score: find.score,
        approximate: find.by == .misspelled),
      terms: terms(of: entry), relations: try relations(of: entry, in: snapshot),
      heirs: try heirs(of: entry, in: snapshot), issuers: entry.issuers,
      issuerNames: try names(of: entry.issuers, in: snapshot), number: entry.number,
      issued: entry.issued, effective: entry.effective, repealed: entry.repealed,
      force: force(of: entry), enforce: entry.enforce, glossary: find.concept.glossary,
      definition: entry.definition, source: entry.source, note: entry.note, rev: find.concept.rev,
      composed: find.title.map { composed($0, entry) })
  }

  /// Whether it applies on the day asked about, else today as far as its dates tell.
  private func force(of entry: ConceptEntry) -> Force? {
    if let asOf { return entry.force(on: asOf) }
    guard entry.effective != nil || entry.repealed != nil else { return entry.force }
    return entry.force(on: PartialDate(Date.now.formatted(.iso8601.year().month().day())))
      ?? entry.force
  }

  private func terms(of entry: ConceptEntry) -> [LookUpAnswer.Term] {
    let terms = entry.terms.map { LookUpAnswer.Term($0, on: asOf) }
    let places: [Validity?] = [nil, .valid, .sinceUnknown]
    return places.flatMap { place in terms.filter { $0.validity == place } }
      + terms.filter { $0.validity == .notYet || $0.validity == .over }
  }

  private func relations(
    of entry: ConceptEntry, in snapshot: borrowing Snapshot
  ) throws -> [LookUpAnswer.RelationAnswer] {
    var answers: [LookUpAnswer.RelationAnswer] = []
    for relation in entry.relations {
      if let asOf {
        let validity = Validity(since: relation.since, until: relation.until, on: asOf)
        if validity == .notYet || validity == .over { continue }
      }
      answers.append(
        LookUpAnswer.RelationAnswer(
          type: relation.kind, target: relation.target,
          name: try name(of: relation.target, in: snapshot), since: relation.since,
          until: relation.until, scope: relation.scope))
    }
    return answers
  }

  private func heirs(
    of entry: ConceptEntry, in snapshot: borrowing Snapshot
  ) throws -> [LookUpAnswer.HeirAnswer] {
    var answers: [LookUpAnswer.HeirAnswer] = []
    let heirs = try Succession.heirs(of: entry, on: asOf) { try snapshot.concept(id: $0)?.entry }
    for heir in heirs {
      answers.append(
        LookUpAnswer.HeirAnswer(
          id: heir.id, name: try name(of: heir.id, in: snapshot), since: heir.since,
          scope: heir.scope, via: heir.via, gone: heir.isGone))
    }
    return answers
  }

  private func names(
    of ids: [String], in snapshot: borrowing Snapshot
  ) throws -> [Names] {
    var names: [Names] = []
    for id in ids { names.append(try name(of: id, in: snapshot)) }
    return names
  }

  private func name(of id: String, in snapshot: borrowing Snapshot) throws -> Names {
    let entry = try snapshot.concept(id: id)?.entry
    return entry.map { Names(of: $0, on: asOf) } ?? Names(en: nil, zhHans: nil)
  }

  private func composed(_ title: ComposedTitle, _ entry: ConceptEntry) -> Names {
    let names = Names(of: entry, on: asOf)
    return Names(
      en: names.en.map { title.rendered($0, .english) },
      zhHans: names.zhHans.map { title.rendered($0, .chinese) })
  }
}

extension Names {
  /// Picks what a concept is called on a day: the preferred term that holds, else the best that
  /// there is.
  init(of entry: ConceptEntry, on day: PartialDate?) {
    func name(_ isWanted: (LanguageTag) -> Bool) -> String? {
      let ranked = entry.terms.filter { isWanted($0.language) }.enumerated().map { place, term in
        let holds =
          switch day.map({ Validity(since: term.since, until: term.until, on: $0) }) {
          case .valid: 0
          case .sinceUnknown: 1
          case .notYet, .over: 2
          case nil: term.until == nil ? 0 : 1
          }
        let isShortened = term.termType?.isShortened == true ? 1 : 0
        return (term.text, [holds, entry.rank(of: term), isShortened, place])
      }
      return ranked.min { $0.1.lexicographicallyPrecedes($1.1) }?.0
    }
    self.init(en: name(\.isEnglish), zhHans: name { $0.isChinese && $0.script == "Hans" })
  }
}

extension LookUpAnswer.Term {
  /// Reports a term as of a day.
  init(_ term: TermSection, on day: PartialDate?) {
    self.init(
      language: term.language, text: term.text, termType: term.termType,
      administrativeStatus: term.administrativeStatus, register: term.register, since: term.since,
      until: term.until,
      validity: day.map { Validity(since: term.since, until: term.until, on: $0) },
      authority: term.authority, source: term.source, seen: term.seen, verified: term.isVerified,
      official: term.isOfficial, geographicalUsage: term.geographicalUsage,
      partOfSpeech: term.partOfSpeech, case: term.isCaseSensitive, recognise: term.recognise,
      note: term.note)
  }
}
