import Terminology
import TextAnalysis

/// Renderings that belong to one term of a document and stand for another, too.
///
/// It counts where a segment has one term without its rendering and one rendering without its
/// term, and where a rendering that two concepts have is the preferred one of the concept that is
/// not in the source, while that which is has a better one.
struct SharedRenderings {
  /// A place where a term has the rendering of another.
  struct Shared {
    /// The term of the source.
    var own: TermReading
    /// The term of the translation, as one of the other concept.
    var other: TermReading
    var segment: Int
    var source: Range<Int>
    var target: Range<Int>
    /// A segment where the rendering stands for the other concept.
    var elsewhere: Int
  }

  private struct Pair: Hashable {
    var own: Int64
    var other: TermReading
  }

  private let renderings: Renderings
  private let context: CheckContext
  private var seen: Set<Pair> = []
  private(set) var found: [Shared] = []

  init(renderings: Renderings, context: CheckContext) {
    (self.renderings, self.context) = (renderings, context)
  }

  /// Looks at a segment; each pair of terms counts once.
  mutating func add(_ segment: AnalysedSegment) {
    guard let source = segment.source, !source.terms.isEmpty, !segment.target.terms.isEmpty
    else { return }
    let asked = source.terms.flatMap { $0.readings }
    func isAsked(_ reading: TermReading) -> Bool {
      asked.contains { $0.concept == reading.concept }
    }
    var unclaimed: [TermMention] = []
    for mention in segment.target.terms {
      if !mention.readings.contains(where: isAsked) {
        unclaimed.append(mention)
      } else if mention.readings.count > 1 {
        addHomograph(mention, segment, source, isAsked)
      }
    }
    guard unclaimed.count == 1, let target = unclaimed.first, let other = elsewhere(target, segment)
    else {
      return
    }
    let given = segment.target.terms.flatMap { $0.readings }
    let missing = source.terms.filter { mention in
      !mention.readings.contains { reading in given.contains { $0.concept == reading.concept } }
    }
    guard missing.count == 1, let mention = missing.first, let own = mention.readings.first,
      isMuch(mention, of: source), isMuch(target, of: segment.target),
      !isPart(other, of: mention, source),
      !seen.contains(Pair(own: own.concept, other: other)), isUnlike(own, in: segment.target)
    else { return }
    add(own, other, segment, mention, target)
  }

  /// The reading of a mention that renders its concept in another segment.
  private func elsewhere(_ mention: TermMention, _ segment: AnalysedSegment) -> TermReading? {
    mention.readings.first { renderings.firstSegment[$0] != nil && isAtHome($0, segment) }
  }

  private func isAtHome(_ reading: TermReading, _ segment: AnalysedSegment) -> Bool {
    KnownTerm(reading, in: context.termbase)?.term.isAtHome(in: segment.target.language) ?? false
  }

  /// Whether a term of the source has a term of another concept in it, whose rendering is then a
  /// part of its own.
  private func isPart(_ other: TermReading, of mention: TermMention, _ source: AnalysedText) -> Bool {
    let whole = Array(KeyFolder.spaced(source.text(mention.scalars)).utf8)
    return context.termbase.entry(other)?.terms.contains { term in
      term.language.language == source.language.language
        && TermPresence.stands(Array(KeyFolder.spaced(term.text).utf8), in: whole)
    } ?? false
  }

  /// Whether a term is so much of its text that a rendering there is most likely of it.
  private func isMuch(_ mention: TermMention, of text: AnalysedText) -> Bool {
    mention.scalars.count * 3 >= text.scalars.count
  }

  /// Whether a term has nothing in the translation that is like one of its own.
  private func isUnlike(_ own: TermReading, in target: AnalysedText) -> Bool {
    guard let known = KnownTerm(own, in: context.termbase) else { return false }
    let usable = known.concept.usableTerms(in: target.language)
    var presence = TermPresence(target)
    return !usable.isEmpty && !presence.holdsAny(of: usable)
  }

  private mutating func addHomograph(
    _ target: TermMention, _ segment: AnalysedSegment, _ source: AnalysedText,
    _ isAsked: (TermReading) -> Bool
  ) {
    guard
      let other = target.readings.first(where: {
        !isAsked($0) && isAtHome($0, segment)
          && renderings.firstSegment[$0].map { $0 != segment.number } ?? false
      }), let reading = target.readings.first(where: isAsked),
      let mention = source.terms.first(where: {
        $0.readings.contains { $0.concept == reading.concept }
      }), let own = mention.readings.first(where: { $0.concept == reading.concept }),
      let known = KnownTerm(reading, in: context.termbase),
      let rival = KnownTerm(other, in: context.termbase),
      known.term.administrativeStatus != .preferred, known.term.isUsable,
      rival.term.administrativeStatus == .preferred,
      known.concept.usableTerms(in: segment.target.language).contains(where: {
        $0.administrativeStatus == .preferred
      })
    else { return }
    add(own, other, segment, mention, target)
  }

  private mutating func add(
    _ own: TermReading, _ other: TermReading, _ segment: AnalysedSegment, _ mention: TermMention,
    _ target: TermMention
  ) {
    guard own.concept != other.concept,
      seen.insert(Pair(own: own.concept, other: other)).inserted
    else { return }
    found.append(
      Shared(
        own: own, other: other, segment: segment.number, source: mention.scalars,
        target: target.scalars, elsewhere: renderings.firstSegment[other] ?? segment.number))
  }
}
