import Terminology
import TestSupport
import TextAnalysis

/// An entry with anything in it that an entry may have.
func randomEntry(_ id: String, using generator: inout SeededGenerator) -> ConceptEntry {
  var entry = ConceptEntry(id: id, kind: pick(ConceptKind.allCases, &generator))
  entry.process = pick(ProcessStatus.allCases, &generator)
  entry.enforce = Bool.random(using: &generator)
  entry.subjectField = perhapsText(&generator)
  entry.definition = perhapsText(&generator)
  entry.number = perhapsText(&generator)
  entry.issued = perhapsDate(&generator)
  entry.effective = perhapsDate(&generator)
  entry.repealed = perhapsDate(&generator)
  entry.force = perhaps(Force.allCases, &generator)
  entry.source = perhapsText(&generator)
  entry.note = perhapsText(&generator)
  entry.issuers = (0..<Int.random(in: 0...2, using: &generator)).map { "agency.\($0)" }
  for target in 0..<Int.random(in: 0...2, using: &generator) {
    entry.relations.append(
      Relation(
        pick(Relation.Kind.allCases, &generator), "agency.\(target)",
        since: perhapsDate(&generator), until: perhapsDate(&generator),
        scope: perhapsText(&generator)))
  }
  for _ in 0..<Int.random(in: 1...5, using: &generator) {
    entry.terms.append(randomTerm(using: &generator))
  }
  return entry
}

/// A term with anything in it that a term may have.
func randomTerm(using generator: inout SeededGenerator) -> TermSection {
  let languages = ["en", "zh-Hans", "zh-Hant-TW", "en-AU", "de", "zh-Latn"].compactMap {
    LanguageTag($0)
  }
  var term = TermSection(language: pick(languages, &generator), text: randomText(&generator))
  term.termType = perhaps(TermType.allCases, &generator)
  term.administrativeStatus = perhaps(AdministrativeStatus.allCases, &generator)
  term.register = pick(Register.allCases, &generator)
  term.geographicalUsage = perhapsText(&generator)
  term.isCaseSensitive = Bool.random(using: &generator)
  term.partOfSpeech = perhaps(PartOfSpeech.allCases, &generator)
  term.recognise = pick(Recognition.allCases, &generator)
  term.since = perhapsDate(&generator)
  term.until = perhapsDate(&generator)
  term.authority = perhaps(Authority.allCases, &generator)
  term.source = Bool.random(using: &generator) ? "a source" : perhapsText(&generator)
  term.seen = perhapsDate(&generator)
  term.note = perhapsText(&generator)
  return term
}

func pick<Value>(_ values: [Value], _ generator: inout SeededGenerator) -> Value {
  values[Int.random(in: values.indices, using: &generator)]
}

private func perhaps<Value>(_ values: [Value], _ generator: inout SeededGenerator) -> Value? {
  Bool.random(using: &generator) ? values.randomElement(using: &generator) : nil
}

private func randomText(_ generator: inout SeededGenerator) -> String {
  pick(
    ["SAMR", "市场监管总局", "数据\u{0}安全", "é", "e\u{301}", "𠮷野家", "a b", "| \"x\"\n"],
    &generator) + String(Int.random(in: 0...9, using: &generator))
}

private func perhapsText(_ generator: inout SeededGenerator) -> String? {
  switch Int.random(in: 0...4, using: &generator) {
  case 0: ""
  case 1: String(repeating: "长", count: Int.random(in: 1...90, using: &generator))
  case 2: randomText(&generator)
  default: nil
  }
}

private func perhapsDate(_ generator: inout SeededGenerator) -> PartialDate? {
  perhaps(["2018", "2018-03", "2018-03-17", "0001", "9999-12-31"], &generator)
    .flatMap { PartialDate($0) }
}
