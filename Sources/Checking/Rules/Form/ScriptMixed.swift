import TextAnalysis

/// Finds Traditional characters in Simplified text and Simplified ones in Traditional text.
///
/// Characters that both scripts write (后, 里, 干) tell nothing. What stands in quotation marks or
/// brackets, or beside the word for the other script (繁體中文), is quoted.
struct ScriptMixed: SegmentRule {
  static let id = RuleID.scriptMixed
  static let severity = Severity.warning
  static let summary = Phrase("Traditional characters in Simplified text, or the reverse", "繁简混用")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    let target = segment.target
    guard target.isChinese, let script = target.language.script else { return [] }
    let foreign: ScriptForms.Form = script == "Hant" ? .simplifiedOnly : .traditionalOnly
    let forms = ScriptForms.shared
    let scalars = target.scalars
    guard let first = scalars.firstIndex(where: { forms.has($0, foreign) }) else { return [] }
    let enclosures = Enclosures(scalars)
    var ranges: [Range<Int>] = []
    var place = first
    while place < scalars.count, ranges.count < mostRanges {
      guard forms.has(scalars[place], foreign) else {
        place += 1
        continue
      }
      var (start, end) = (place, place + 1)
      while start > (ranges.last?.upperBound ?? 0), place - start < Self.longestWord,
        scalars[start - 1].isHan
      {
        start -= 1
      }
      while end < scalars.count, end - place < Self.longestWord, scalars[end].isHan { end += 1 }
      if enclosures.of(place).isDisjoint(with: [.bracket, .quotation]),
        !isName(scalars, start..<end)
      {
        var last = place + 1
        while last < end, forms.has(scalars[last], foreign) { last += 1 }
        ranges.append(place..<last)
        place = last
      } else {
        place = end
      }
    }
    guard let range = ranges.first else { return [] }
    return [finding(range, ranges, foreign, segment)]
  }

  /// How far around a character its word is looked for.
  private static let longestWord = 4

  /// Whether a run names a script or a language in its own script: 繁體, 正體, 简体.
  private func isName(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.dropLast().contains { place in
      guard scalars[place + 1] == "體" || scalars[place + 1] == "体" else { return false }
      return "繁正簡简".unicodeScalars.contains(scalars[place])
    }
  }

  private func finding(
    _ range: Range<Int>, _ ranges: [Range<Int>], _ foreign: ScriptForms.Form,
    _ segment: AnalysedSegment
  ) -> Finding {
    let text = segment.target.text(range)
    guard foreign == .traditionalOnly else {
      return Finding(
        Self.id, Self.severity, segment: segment.number, target: ranges,
        Phrase("'\(text)' is Simplified; the text is Traditional.", "“\(text)”是简体字；全文为繁体。"))
    }
    var simplified = String.UnicodeScalarView()
    for scalar in segment.target.scalars[range] {
      simplified.append(ScriptVariants.simplified(scalar))
    }
    return Finding(
      Self.id, Self.severity, segment: segment.number, target: ranges,
      suggestion: String(simplified),
      Phrase(
        "'\(text)' is Traditional; the text is Simplified: '\(String(simplified))'.",
        "“\(text)”是繁体字；全文为简体，应为“\(String(simplified))”。"))
  }
}

/// Which Han characters only one of the two scripts writes, as a table of bits.
final class ScriptForms: Sendable {
  /// A script that a character belongs to alone.
  enum Form: UInt8 {
    case traditionalOnly = 1
    case simplifiedOnly = 2
  }

  /// Made once, at first use, in some milliseconds.
  static let shared = ScriptForms()

  private static let covered: ClosedRange<UInt32> = 0x3400...0x9FFF
  private let forms: [UInt8]

  /// Characters that Simplified text keeps in names: those that 通用规范汉字表 of 2013 gave back to
  /// names of persons and places, and the one of a company (宏碁).
  private static let namesInBoth = "昇邨甦龢迺堃犇喆淼碁"

  private init() {
    let shared = Set(Self.namesInBoth.unicodeScalars.map(\.value))
    forms = Self.covered.map { value in
      guard let scalar = Unicode.Scalar(value), !shared.contains(value) else { return 0 }
      let text = String(Character(scalar))
      return (ScriptVariants.looksTraditional(text) ? Form.traditionalOnly.rawValue : 0)
        | (ScriptVariants.looksSimplified(text) ? Form.simplifiedOnly.rawValue : 0)
    }
  }

  /// Whether only one of the scripts writes a character.
  @inline(__always)
  func has(_ scalar: Unicode.Scalar, _ form: Form) -> Bool {
    let value = scalar.value
    guard value &- 0x3400 < 0x6C00 else { return false }
    return forms[Int(value &- 0x3400)] & form.rawValue != 0
  }
}
