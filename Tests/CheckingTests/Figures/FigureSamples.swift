import Terminology
import TextAnalysis

@testable import Checking

/// A pair of texts and what the rules about figures say of it.
func figureFindings(
  _ source: String, _ target: String, profile: Profile = .mainlandGeneral,
  termbase: some Termbase = NoTermbase(),
  settings: [RuleID: [String: RuleOption.Value]] = [:]
) -> [Finding] {
  let segment = CheckedSegment(
    source: CheckedText(Segment(source), language: language(of: source)),
    target: CheckedText(Segment(target), language: language(of: target)))
  let analysed = AnalysedSegment(segment, number: 0, termbase: termbase)
  let context = CheckContext(profile: profile, termbase: termbase, settings: settings)
  return FigureRules.rules.flatMap { $0.findings(in: analysed, context) }
}

private func language(of text: String) -> LanguageTag {
  TextScript(of: text) == .han || TextScript(of: text) == .mixed ? .simplifiedChinese : .english
}

/// Reads a table of one pair a line, the sides parted by ` | `.
func pairs(_ table: String) -> [(String, String)] {
  table.split(separator: "\n").compactMap { line in
    let sides = line.split(separator: "|", maxSplits: 1).map { side in
      String(side.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return sides.count == 2 ? (sides[0], sides[1]) : nil
  }
}
