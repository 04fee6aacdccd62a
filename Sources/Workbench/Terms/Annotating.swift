import Checking
import Storage
import Terminology
import TextAnalysis

extension Workbench {
  /// Shows the terms of a text and what they are called in the other language.
  ///
  /// - Parameter request: The text, and which terms are wanted.
  /// - Returns: The terms, segment by segment.
  /// - Throws: ``WorkbenchError`` where the text is empty, there is no such glossary, or the store
  ///   cannot be read.
  public func annotate(_ request: AnnotateRequest) throws(WorkbenchError) -> AnnotateAnswer {
    let texts = request.text.segments
    guard
      texts.contains(where: { $0.text.unicodeScalars.contains { !$0.properties.isWhitespace } })
    else { throw .request(.emptyText) }
    let lines = TextLines(of: request.text.whole.unicodeScalars)
    return try read { snapshot in
      let recogniser = TermRecogniser(try self.termIndex(of: request.glossaries, snapshot))
      var reader = ReadingTable(asOf: request.asOf)
      var segments: [AnnotateAnswer.Segment] = []
      for segment in texts {
        let language = request.from ?? LanguageTag(guessedFor: segment.text)
        let scalars = Array(segment.text.unicodeScalars)
        var terms: [AnnotateAnswer.Occurrence] = []
        let found = recogniser.occurrences(
          in: segment.text, language: language.isChinese ? .chinese : .english)
        for occurrence in found {
          let readings = try reader.readings(
            recogniser.references(of: occurrence), to: request.to ?? language.opposite, snapshot)
          guard !readings.isEmpty else { continue }
          let place = lines.position(
            of: segment.documentOffset(of: occurrence.scalars.lowerBound))
          terms.append(
            AnnotateAnswer.Occurrence(
              range: occurrence.scalars.bounds,
              text: String(String.UnicodeScalarView(scalars[occurrence.scalars])),
              line: place.line, column: place.column, readings: readings))
        }
        segments.append(
          AnnotateAnswer.Segment(
            text: segment.text, language: language, block: segment.block.rawValue,
            blockNumber: segment.blockNumber,
            terms: terms))
      }
      return AnnotateAnswer(store: self.storeName, asOf: request.asOf, segments: segments)
    }
  }
}

/// What terms mean, each looked up once.
private struct ReadingTable {
  let asOf: PartialDate?
  private var concepts: [Int: StoredConcept?] = [:]

  init(asOf: PartialDate?) { self.asOf = asOf }

  /// The readings of an occurrence: those that hold on the day first, then by how far the term is to
  /// be used, each concept once.
  mutating func readings(
    _ references: [TermReference], to language: LanguageTag, _ snapshot: borrowing Snapshot
  ) throws -> [AnnotateAnswer.Reading] {
    var ranked: [(rank: [Int], reading: AnnotateAnswer.Reading)] = []
    for reference in references {
      guard let concept = try concept(reference.concept, snapshot),
        concept.entry.terms.indices.contains(reference.term)
      else { continue }
      let term = concept.entry.terms[reference.term]
      let rank = [Self.distance(of: term, from: asOf), concept.entry.rank(of: term), ranked.count]
      ranked.append((rank, reading(concept, term, to: language)))
    }
    ranked.sort { $0.rank.lexicographicallyPrecedes($1.rank) }
    var seen: Set<String> = []
    return ranked.map(\.reading).filter { seen.insert($0.id).inserted }
  }

  private mutating func concept(
    _ row: Int, _ snapshot: borrowing Snapshot
  ) throws -> StoredConcept? {
    if let known = concepts[row] { return known }
    let concept = try snapshot.concept(row: row)
    concepts[row] = .some(concept)
    return concept
  }

  private func reading(
    _ concept: StoredConcept, _ term: TermSection, to language: LanguageTag
  ) -> AnnotateAnswer.Reading {
    let entry = concept.entry
    let isDated = Self.distance(of: term, from: asOf) == 2
    let isOut =
      term.administrativeStatus == .deprecated || term.administrativeStatus == .superseded
    let instead =
      isOut || isDated ? best(of: entry, in: term.language).flatMap { $0 == term ? nil : $0 } : nil
    return AnnotateAnswer.Reading(
      id: entry.id, kind: entry.kind, term: AnnotateAnswer.Term(term, on: asOf),
      instead: instead.map { AnnotateAnswer.Term($0, on: asOf) },
      equivalent: best(of: entry, in: language).map { AnnotateAnswer.Term($0, on: asOf) },
      glossary: concept.glossary)
  }

  /// The term of a language that is to be used on the day: one of the variant asked for before
  /// others of the language.
  private func best(of entry: ConceptEntry, in language: LanguageTag) -> TermSection? {
    let ranked = entry.terms.filter { $0.language.language == language.language }.enumerated()
      .map { place, term in
        let variant =
          language.matches(term.language) ? 0 : language.script == term.language.script ? 1 : 2
        let isShortened = term.termType?.isShortened == true ? 1 : 0
        let holds = Self.distance(of: term, from: asOf)
        return (term: term, rank: [variant, holds, entry.rank(of: term), isShortened, place])
      }
    return ranked.min { $0.rank.lexicographicallyPrecedes($1.rank) }?.term
  }

  /// How far a term is from holding on a day: 0 it holds, 1 nobody knows, 2 it does not.
  private static func distance(of term: TermSection, from day: PartialDate?) -> Int {
    switch day.map({ Validity(since: term.since, until: term.until, on: $0) }) {
    case .valid: 0
    case .sinceUnknown: 1
    case .notYet, .over: 2
    case nil: term.until == nil ? 0 : 1
    }
  }
}
