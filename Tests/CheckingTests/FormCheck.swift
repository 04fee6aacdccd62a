import Checking
import Terminology
import TextAnalysis

/// Asks one rule about form of one segment.
struct FormCheck {
  var rule: RuleID
  var profile = Profile.mainlandGeneral
  var chinese = LanguageTag.simplifiedChinese
  var block = DocumentSegment.Block.paragraph
  var termbase: any Termbase = NoTermbase()
  var settings: [RuleID: [String: RuleOption.Value]] = [:]

  init(_ rule: RuleID) { self.rule = rule }

  private var checker: Checker {
    Checker(
      rules: RuleSet.all.keeping { $0 == rule },
      context: CheckContext(profile: profile, termbase: termbase, settings: settings))
  }

  /// What is found in a translation from English into Chinese.
  func intoChinese(_ source: Segment, _ target: Segment) -> [Finding] {
    checker.findings(in: [pair(source, target)])
  }

  /// What is found in a translation from Chinese into English.
  func intoEnglish(_ source: Segment, _ target: Segment) -> [Finding] {
    checker.findings(in: [
      CheckedSegment(
        source: CheckedText(source, language: chinese),
        target: CheckedText(target, language: .english), block: block)
    ])
  }

  /// What is found in a document of translations into Chinese.
  func document(_ pairs: [(Segment, Segment)]) -> [Finding] {
    checker.findings(in: pairs.map { pair($0.0, $0.1) })
  }

  /// What is found in a document in one language, its segments of one paragraph.
  func alone(_ texts: Segment..., language: LanguageTag) -> [Finding] {
    checker.findings(
      in: texts.map {
        CheckedSegment(source: nil, target: CheckedText($0, language: language), block: block)
      })
  }

  private func pair(_ source: Segment, _ target: Segment) -> CheckedSegment {
    CheckedSegment(
      source: CheckedText(source, language: .english),
      target: CheckedText(target, language: chinese), block: block)
  }
}

/// A glossary that finds some titles of policies letter for letter.
struct TitleTermbase: Termbase {
  var entries: [ConceptEntry]

  init(_ titles: [String], kind: ConceptKind = .policy, termType: TermType? = nil) {
    entries = titles.enumerated().map { number, title in
      ConceptEntry(
        id: "policy.title-\(number)", kind: kind,
        terms: [TermSection(language: .simplifiedChinese, text: title, termType: termType)])
    }
  }

  func mentions(in text: String, language: LanguageTag) -> [TermMention] {
    let scalars = Array(text.unicodeScalars)
    var mentions: [TermMention] = []
    for (number, entry) in entries.enumerated() {
      let title = Array(entry.terms[0].text.unicodeScalars)
      guard scalars.count >= title.count else { continue }
      for start in 0...(scalars.count - title.count)
      where scalars[start..<start + title.count].elementsEqual(title) {
        mentions.append(
          TermMention(
            scalars: start..<start + title.count,
            readings: [TermReading(concept: Int64(number), term: 0)]))
      }
    }
    return mentions.sorted { $0.scalars.lowerBound < $1.scalars.lowerBound }
  }

  func entry(_ reading: TermReading) -> ConceptEntry? { entries[Int(reading.concept)] }

  func entry(id: String) -> ConceptEntry? { entries.first { $0.id == id } }
}
