import Foundation
import Terminology
import TextAnalysis

/// The concepts of `Fixtures/csv/native.csv` and, as far as it goes, `wide.csv`.
let sampleConcepts: [StoredConcept] = {
  let stamp = Stamp(who: "somebody", when: Date(timeIntervalSince1970: 0))
  let address = "https://www.samr.gov.cn/, \"About\""
  let day = PartialDate("2026-11-23")
  let samr = ConceptEntry(
    id: "agency.samr", kind: .agency, subjectField: "administration", enforce: true,
    relations: [
      Relation(
        .replaces, "agency.aqsiq", since: PartialDate("2018-03"),
        scope: "quality supervision; border inspection went to Customs (海关)"),
      Relation(.partOf, "agency.state-council"),
    ],
    note: "one line\nand another",
    terms: [
      TermSection(
        language: .english, text: "State Administration for Market Regulation",
        termType: .fullForm, administrativeStatus: .preferred, partOfSpeech: .noun,
        since: PartialDate("2018-03"), authority: .issuer, source: address, seen: day),
      TermSection(
        language: .english, text: "SAMR", termType: .acronym, administrativeStatus: .admitted,
        isCaseSensitive: true),
      TermSection(
        language: .simplifiedChinese, text: "国家市场监督管理总局", administrativeStatus: .preferred,
        since: PartialDate("2018-03")),
      TermSection(
        language: .simplifiedChinese, text: "市监总局", termType: .abbreviation,
        administrativeStatus: .deprecated, register: .colloquial, authority: .press,
        note: "in the press"),
      TermSection(
        language: .simplifiedChinese, text: "工商总局", administrativeStatus: .superseded,
        recognise: .lookup, until: PartialDate("2018-03-21")),
    ])
  let law = ConceptEntry(
    id: "policy.data-security-law", kind: .policy, definition: "Made to \"protect\" data",
    process: .proposed, issuers: ["agency.npcsc", "agency.npc"], number: "主席令第八十四号",
    issued: PartialDate("2021-06-10"), effective: PartialDate("2021-09-01"), force: .inForce,
    source: "http://www.npc.gov.cn",
    terms: [
      TermSection(language: .english, text: "Data Security Law"),
      TermSection(
        language: LanguageTag("zh-Hant-TW") ?? .traditionalChinese, text: "資料安全法",
        geographicalUsage: "TW"),
    ])
  let empty = ConceptEntry(id: "term.empty", kind: .technical)
  return [(samr, 3), (law, 1), (empty, 12)].map { entry, rev in
    StoredConcept(entry: entry, rev: rev, glossary: "agencies", created: stamp, changed: stamp)
  }
}()
