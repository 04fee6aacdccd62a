import Checking
import TextAnalysis

/// The comments of a document that stand on lines of their own: taken out, and read where they
/// switch rules off.
///
///     <!-- zhengming-ignore spacing -->
///     <!-- zhengming-ignore-file repeated-word -->
struct DocumentComments {
  private(set) var notices: [Phrase] = []
  private var ofFile: Set<RuleID> = []
  /// Where the comments end that switch rules off for what comes next, and the rules.
  private var ofNext: [(end: Int, rules: Set<RuleID>)] = []
  /// Where text begins, behind each comment.
  private var starts: [Int] = []

  /// Takes the comments out of a document; spaces stand for them, so that all else keeps its place.
  ///
  /// - Parameters:
  ///   - scalars: The document.
  ///   - format: How it is written; comments inside program code are left alone.
  ///   - name: What notices call it.
  init(in scalars: inout [Unicode.Scalar], format: DocumentFormat, name: String) {
    let ranges = Self.ranges(in: scalars)
    guard !ranges.isEmpty else { return }
    let code = Segmenter.segments(
      of: String(String.UnicodeScalarView(scalars)), format: format
    ).filter { $0.block == .code }.map(\.scalars)
    for range in ranges where !code.contains(where: { $0.overlaps(range) }) {
      let words = String(String.UnicodeScalarView(scalars[range].dropFirst(4).dropLast(3)))
      let line = 1 + scalars[..<range.lowerBound].count { $0 == "\n" }
      take(words, end: range.upperBound, at: "\(name):\(line)")
      for place in range where scalars[place] != "\n" && scalars[place] != "\r" {
        scalars[place] = " "
      }
    }
    for (end, _) in ofNext {
      let start = scalars[end...].firstIndex { !$0.properties.isWhitespace }
      starts.append(start ?? scalars.count)
    }
  }

  /// The rules that are switched off for a block.
  ///
  /// - Parameter start: Where the text of its first segment begins. A comment counts for the block
  ///   that begins next, whatever marks (of a heading, of a list) stand before its text.
  /// - Returns: The rules.
  func rules(at start: Int) -> Set<RuleID> {
    var rules = ofFile
    for (place, comment) in ofNext.enumerated()
    where starts[place] <= start && start < starts[place] + 12 && comment.end <= start {
      rules.formUnion(comment.rules)
    }
    return rules
  }

  private mutating func take(_ words: String, end: Int, at place: String) {
    let words = words.drop { $0.isWhitespace }
    guard words.hasPrefix(Suppression.word) else { return }
    var rest = words.dropFirst(Suppression.word.count)
    let isOfFile = rest.hasPrefix("-file")
    if isOfFile { rest = rest.dropFirst(5) }
    guard rest.first?.isWhitespace ?? true else { return }
    var suppression = Suppression()
    suppression.add(rest.isEmpty ? " " : rest, at: place)
    notices += suppression.notices
    if isOfFile {
      ofFile.formUnion(suppression.rules)
    } else {
      ofNext.append((end, suppression.rules))
    }
  }

  /// The comments that have their lines for themselves.
  private static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    while place + 6 < scalars.count {
      guard scalars[place] == "<", scalars[place...].starts(with: "<!--".unicodeScalars) else {
        place += 1
        continue
      }
      guard let end = end(of: place, scalars) else { break }
      if isAlone(place..<end, scalars) { ranges.append(place..<end) }
      place = end
    }
    return ranges
  }

  private static func end(of start: Int, _ scalars: [Unicode.Scalar]) -> Int? {
    var place = start + 4
    while place + 2 < scalars.count {
      if scalars[place] == "-", scalars[place + 1] == "-", scalars[place + 2] == ">" {
        return place + 3
      }
      place += 1
    }
    return nil
  }

  private static func isAlone(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
    let before = scalars[..<range.lowerBound].reversed().prefix { !isLineEnd($0) }
    let behind = scalars[range.upperBound...].prefix { !isLineEnd($0) }
    return before.allSatisfy(\.properties.isWhitespace)
      && behind.allSatisfy(\.properties.isWhitespace)
  }
}
