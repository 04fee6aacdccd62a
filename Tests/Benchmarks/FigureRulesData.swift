import Checking
import Foundation
import TestSupport
import TextAnalysis

/// A segment with its professional translation.
struct FigurePair {
  /// The set that it is from.
  var origin: String
  /// Its place in that set, from 1.
  var number: Int
  var source: String
  var target: String
  /// Whether the source is Chinese.
  var isFromChinese: Bool

  private var languages: (source: LanguageTag, target: LanguageTag) {
    isFromChinese ? (.simplifiedChinese, .english) : (.english, .simplifiedChinese)
  }

  var segment: CheckedSegment { segment(withTarget: target) }

  func segment(withTarget text: String) -> CheckedSegment {
    CheckedSegment(
      source: CheckedText(Segment(source), language: languages.source),
      target: CheckedText(Segment(text), language: languages.target))
  }

  var targetFigures: [Figure] { Figures.find(in: target, language: languages.target) }

  var holdsFigure: Bool {
    !targetFigures.isEmpty || !Figures.find(in: source, language: languages.source).isEmpty
  }
}

/// A pair with a figure of its target made wrong.
struct MutatedPair {
  var pair: FigurePair
  var mutation: FigureMutation
  var segment: CheckedSegment { pair.segment(withTarget: mutation.text) }
}

/// The professional translations of the shared data: TICO-19, NTREX and the news test sets.
enum FigureRulesData {
  static func pairs() -> [FigurePair] {
    guard let text = SharedData.text(of: "tm/en-zh.tsv.xz") else { return [] }
    var (pairs, numbers): ([FigurePair], [Substring: Int]) = ([], [:])
    for line in text.split(separator: "\n")
    where line.hasPrefix("tico19\t") || line.hasPrefix("news:") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 3 else { continue }
      numbers[cells[0], default: 0] += 1
      let isFromChinese = cells[0].contains("zhen")
      pairs.append(
        FigurePair(
          origin: String(cells[0]), number: numbers[cells[0]] ?? 0,
          source: String(cells[isFromChinese ? 2 : 1]),
          target: String(cells[isFromChinese ? 1 : 2]), isFromChinese: isFromChinese))
    }
    return pairs
  }

  /// One figure made wrong in each target that has some.
  static func mutations(of pairs: [FigurePair], seed: UInt64) -> [MutatedPair] {
    var generator = SeededGenerator(seed: seed)
    return pairs.compactMap { pair in
      FigureMutation(pair.target, figures: pair.targetFigures, using: &generator).map {
        MutatedPair(pair: pair, mutation: $0)
      }
    }
  }
}

/// The pairs as PO files, the form that translate-toolkit's checks read.
struct PortableObjects {
  private let pairs: [FigurePair]
  private let seed: UInt64

  init(_ pairs: [FigurePair], seed: UInt64) { (self.pairs, self.seed) = (pairs, seed) }

  /// Writes `right.po` and, with a figure of each target made wrong, `wrong.po`.
  func write(to folder: String) throws {
    let right = pairs.map { ("\($0.origin)-\($0.number)", $0.source, $0.target) }
    let wrong = FigureRulesData.mutations(of: pairs, seed: seed).map {
      ("\($0.pair.origin)-\($0.pair.number)", $0.pair.source, $0.mutation.text)
    }
    for (name, rows) in [("right", right), ("wrong", wrong)] {
      let head = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
      let body = rows.map { id, source, target in
        "\n#: \(id)\nmsgctxt \"\(id)\"\nmsgid \(quoted(source))\nmsgstr \(quoted(target))\n"
      }
      try (head + body.joined()).write(
        toFile: folder + "/" + name + ".po", atomically: true, encoding: .utf8)
    }
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
