import Checking
import TextAnalysis

/// Rules that a test can see through: *bad* in a target is an error, *odd* a hint, and a target
/// without text a warning.
enum SampleRule {
  static let rules = RuleSet(segmentRules: [Bad(), Odd(), Empty()], documentRules: [])

  struct Bad: SegmentRule {
    static let id = RuleID.spacing
    static let severity = Severity.error
    static let summary = Phrase("bad", "坏")
    func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
      occurrences(of: "bad", in: segment).map {
        Finding(Self.id, Self.severity, segment: segment.number, target: [$0], Phrase("Bad.", "坏。"))
      }
    }
  }

  struct Odd: SegmentRule {
    static let id = RuleID.repeatedWord
    static let severity = Severity.hint
    static let summary = Phrase("odd", "奇")
    func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
      occurrences(of: "odd", in: segment).map {
        Finding(Self.id, Self.severity, segment: segment.number, target: [$0], Phrase("Odd.", "奇。"))
      }
    }
  }

  struct Empty: SegmentRule {
    static let id = RuleID.emptyTarget
    static let severity = Severity.warning
    static let summary = Phrase("empty", "空")
    func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
      guard segment.target.scalars.allSatisfy(\.properties.isWhitespace) else { return [] }
      return [Finding(Self.id, Self.severity, segment: segment.number, Phrase("Empty.", "空。"))]
    }
  }

  private static func occurrences(of word: String, in segment: AnalysedSegment) -> [Range<Int>] {
    let (text, word) = (segment.target.scalars, Array(word.unicodeScalars))
    return text.indices.filter { text[$0...].starts(with: word) }.map { $0..<$0 + word.count }
  }
}
