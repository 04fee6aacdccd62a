import Foundation
import Interchange
import Terminology
import TestSupport
import TextAnalysis

/// A sink that keeps what it is given.
final class Written {
  private(set) var bytes: [UInt8] = []
  var text: String { String(decoding: bytes, as: UTF8.self) }
  var sink: ByteSink { ByteSink { self.bytes += $0 } }
}

/// Texts that have broken programs which read and write tables.
let nastyTexts = [
  "a,b", "say \"so\"", "\"", "two\nlines", "two\r\nlines", "\r", " lead", "trail ", "\t", "\\",
  "\\\\", "a|b", "a | b", "\\|", "ends\\", "=1+1", "+1", "-1", "@x", "'=1", "''=1", "'t Hooft", "'",
  "2018-03", "'2018-03", "Mar-18", "MARCH1", "TRUE", "007", "12345678901234567", "＝1", "'＝1", ";",
  "北京，上海", "𠮷野家", "e\u{301}", "\u{301}", "\u{200D})", "(", ")", "a (b", "a) b", "（国）", "\u{FEFF}x",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "NULL", "a since 2018-03 (b)", "\u{600})", "x (superseded)", "x \\(superseded)", "x (?)",
]

/// Makes concepts of every shape, the same for the same seed.
struct ConceptMaker {
  var generator: SeededGenerator

  mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }

  mutating func text() -> String {
    let first = nastyTexts.randomElement(using: &generator) ?? ""
    guard chance(3) else { return first }
    return first + (nastyTexts.randomElement(using: &generator) ?? "")
  }

  mutating func optionalText() -> String? { chance(2) ? text() : nil }

  mutating func date() -> PartialDate? {
    guard chance(2) else { return nil }
    let (year, month, day) = (
      Int.random(in: 1...9999, using: &generator), Int.random(in: 1...12, using: &generator),
      Int.random(in: 1...28, using: &generator)
    )
    return switch Int.random(in: 0..<3, using: &generator) {
    case 0: PartialDate(year: year)
    case 1: PartialDate(year: year, month: month)
    default: PartialDate(year: year, month: month, day: day)
    }
  }

  mutating func pick<Value: CaseIterable>(_ type: Value.Type) -> Value? {
    chance(3) ? nil : Array(Value.allCases).randomElement(using: &generator)
  }

  mutating func term(of tags: [String]) -> TermSection {
    TermSection(
      language: LanguageTag(tags.randomElement(using: &generator) ?? "en") ?? .english,
      text: "x" + text(), termType: pick(TermType.self),
      administrativeStatus: pick(AdministrativeStatus.self),
      register: pick(Register.self) ?? .neutral, geographicalUsage: optionalText(),
      isCaseSensitive: chance(2), partOfSpeech: pick(PartOfSpeech.self),
      recognise: pick(Recognition.self) ?? .text, since: date(), until: date(),
      authority: pick(Authority.self), source: optionalText(), seen: date(), note: optionalText())
  }

  mutating func concept(
    _ number: Int, tags: [String] = ["en", "zh", "zh-Hant-TW", "en-GB"]
  ) -> StoredConcept {
    var entry = ConceptEntry(
      id: "c\(number).\(["samr", "x-y", "真"][number % 3])", kind: pick(ConceptKind.self) ?? .name,
      subjectField: optionalText(), definition: optionalText(),
      process: pick(ProcessStatus.self) ?? .approved, enforce: chance(2),
      issuers: chance(2) ? [text(), text()] : [], number: optionalText(), issued: date(),
      effective: date(), repealed: date(), force: pick(Force.self), source: optionalText(),
      note: optionalText())
    for place in 0..<Int.random(in: 0..<3, using: &generator) {
      entry.relations.append(
        Relation(
          pick(Relation.Kind.self) ?? .related, "agency.a\(place)", since: date(), until: date(),
          scope: optionalText()))
    }
    for _ in 0..<Int.random(in: 0..<5, using: &generator) { entry.terms.append(term(of: tags)) }
    let stamp = Stamp(who: "somebody", when: Date(timeIntervalSince1970: 0))
    return StoredConcept(
      entry: entry, rev: Int.random(in: 1...99, using: &generator), glossary: "agencies",
      created: stamp, changed: stamp)
  }
}

/// The folder of the fixtures of tables.
let csvFixtures = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "Fixtures/csv")

/// The folder of the shared data, where there is one.
func sharedData() -> URL? {
  guard let path = ProcessInfo.processInfo.environment["ZHENGMING_DATA"] else {
    print("skipped: no shared data")
    return nil
  }
  return URL(filePath: path)
}
