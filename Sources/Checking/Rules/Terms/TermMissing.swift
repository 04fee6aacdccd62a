import Terminology
import TextAnalysis

/// Finds terms of the source whose concept has no term in the translation.
struct TermMissing: SegmentRule {
  static let id = RuleID.termMissing
  static let severity = Severity.warning
  static let summary = Phrase(
    "terms and names whose established equivalent is not in the translation",
    "译文中没有既定译名的术语和名称")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    guard let source = segment.source, !source.terms.isEmpty, isTranslated(segment) else {
      return []
    }
    let rendered = Dictionary(
      grouping: segment.target.terms.flatMap { $0.readings }, by: \.concept)
    var findings: [Finding] = []
    var places: [String: Int] = [:]
    var presence: TermPresence?
    for mention in source.terms {
      let isRendered = mention.readings.contains { reading in
        rendered[reading.concept]?.contains {
          isAtHome($0, segment.target.language, context)
        } ?? false
      }
      if isRendered { continue }
      let terms = context.terms(of: mention)
      guard let first = terms.first, !isOther(first, mention, source),
        isMissing(terms, in: segment.target, &presence)
      else { continue }
      if let place = places[first.concept.id] {
        findings[place].source.append(mention.scalars)
      } else {
        places[first.concept.id] = findings.count
        let severity =
          isLoosely(first, in: segment.target, &presence)
          ? .hint : severity(first, mention, source, segment.target)
        findings.append(finding(segment, mention, first, severity, context))
      }
    }
    return findings
  }

  /// Whether there is a translation at all; that there is none, others say.
  private func isTranslated(_ segment: AnalysedSegment) -> Bool {
    segment.target.scalars.contains { !$0.properties.isWhitespace }
      && segment.target.text != segment.source?.text
  }

  /// Whether a term in the translation is one of its language and script: names of the other
  /// language are found in a text, too.
  private func isAtHome(
    _ reading: TermReading, _ language: LanguageTag, _ context: CheckContext
  ) -> Bool {
    KnownTerm(reading, in: context.termbase)?.term.isAtHome(in: language) ?? true
  }

  /// Whether what looks like a name is something else: initials in the plural (*NPCs*), or a word
  /// of a longer name that the glossary does not know (*Premier League*), or of another country.
  private func isOther(_ known: KnownTerm, _ mention: TermMention, _ source: AnalysedText) -> Bool {
    guard known.concept.isName else { return false }
    if source.isChinese {
      return known.concept.kind != .policy && ForeignBodies.isOther(mention.scalars, in: source)
    }
    let text = source.text(mention.scalars)
    if text.hasSuffix("s"), text.dropLast().allSatisfy(\.isUppercase), text.count > 2 {
      return true
    }
    return !text.contains(" ") && text.contains(where: \.isLowercase)
      && PartOfName.isFollowed(mention.scalars, in: source)
  }

  private func isMissing(
    _ terms: [KnownTerm], in target: AnalysedText, _ presence: inout TermPresence?
  ) -> Bool {
    for known in terms {
      let usable = known.concept.usableTerms(in: target.language)
      if !usable.contains(where: { $0.recognise == .text }) { return false }
      var text = presence ?? TermPresence(target)
      let isTitle = known.concept.kind == .policy || known.concept.kind == .standard
      let isThere = text.holdsAny(of: usable) || isTitle && text.holdsCore(ofAny: usable)
      presence = text
      if isThere { return false }
    }
    return true
  }
}

extension TermMissing {
  /// Whether a name that may be left to context is there without one of its words.
  private func isLoosely(
    _ known: KnownTerm, in target: AnalysedText, _ presence: inout TermPresence?
  ) -> Bool {
    guard known.concept.isName, !known.concept.enforce else { return false }
    for term in known.concept.usableTerms(in: target.language)
    where presence?.holdsMost(of: term) == true { return true }
    return false
  }

  private func severity(
    _ known: KnownTerm, _ mention: TermMention, _ source: AnalysedText, _ target: AnalysedText
  ) -> Severity {
    if known.concept.enforce { return .error }
    guard known.concept.isName else { return .hint }
    let text = source.text(mention.scalars)
    if known.term.language.isEnglish {
      let isShort = text.count <= 3 && text.allSatisfy(\.isUppercase)
      let isDesignation = text.first?.isLowercase == true
      if isShort || isDesignation || target.text.contains(text)
        || PartOfName.isFollowed(mention.scalars, in: source)
      {
        return .hint
      }
    }
    if source.isChinese, mention.scalars.count <= 2 { return .hint }
    return GenericReference.stands(in: target) ? .hint : .warning
  }

  private func finding(
    _ segment: AnalysedSegment, _ mention: TermMention, _ known: KnownTerm,
    _ severity: Severity, _ context: CheckContext
  ) -> Finding {
    let choice = TermChoice.term(
      of: known.concept, in: segment.target.language, on: context.asOf, like: known.term)
    let written = Phrase(quoting: segment.source?.text(mention.scalars) ?? known.term.text)
    let id = known.concept.id
    let wanted = choice.map { Phrase(quoting: $0.text) }
    let message =
      wanted.map {
        Phrase(
          "\(written.english) in the source is \($0.english) (\(id)); the target has no term of "
            + "this concept. Write \($0.english).",
          "原文\(written.chinese)即\($0.chinese)（\(id)），译文中没有这一概念的任何名称。应写\($0.chinese)。")
      }
      ?? Phrase(
        "\(written.english) in the source (\(id)) has no counterpart in the target.",
        "原文\(written.chinese)（\(id)）在译文中没有对应。")
    return Finding(
      Self.id, severity, segment: segment.number, source: [mention.scalars],
      suggestion: choice?.text,
      evidence: Finding.Evidence(
        concept: id, source: choice?.source ?? known.term.source ?? known.concept.source),
      message)
  }
}

/// Whether a name in English is the beginning of a longer one.
enum PartOfName {
  /// Whether a word with a capital goes on what stands at a place, by itself or after *of*:
  /// *Premier League*, *Ministry of Education of Jiangxi*.
  static func isFollowed(_ range: Range<Int>, in text: AnalysedText) -> Bool {
    let scalars = text.scalars
    var place = range.upperBound
    guard place + 1 < scalars.count, scalars[place] == " " else { return false }
    if place + 4 < scalars.count, text.text(place..<place + 4) == " of " { place += 3 }
    return scalars[place + 1].properties.isUppercase
  }
}
