import TextAnalysis

/// Finds quotation marks of another kind than the place of the text has, or, in English, than the
/// document mostly has.
///
/// A document that keeps to another kind throughout has made a choice: that is said once, at the
/// first of them, and names the others.
struct QuotationStyleRule: DocumentRule {
  static let id = RuleID.quotationStyle
  static let severity = Severity.warning
  static let summary = Phrase("quotation marks of the wrong kind", "引号样式不符")

  func findings(in document: [AnalysedSegment], _ context: CheckContext) -> [Finding] {
    var uses: [Use] = []
    var counts = [Int](repeating: 0, count: QuotationStyle.allCases.count * 2)
    for index in document.indices where document[index].segment.block != .code {
      guard document[index].target.scalars.contains(where: { Self.style(of: $0) != nil }) else {
        continue
      }
      let segment = document[index]
      let use = Self.use(in: segment.target.scalars, isChinese: segment.target.isChinese, index)
      guard !use.styles.isEmpty else { continue }
      uses.append(use)
      for style in use.styles { counts[style.rawValue + (use.isChinese ? 0 : 3)] += 1 }
    }
    var findings: [Finding] = []
    for style in QuotationStyle.allCases {
      findings += chinese(style, uses, counts, document, context)
    }
    findings += english(uses, counts, document)
    return findings
  }

  /// The marks of one segment.
  private struct Use {
    var index: Int
    var isChinese: Bool
    var styles: [QuotationStyle]
  }

  /// How often a kind must prevail for it to be the document's choice.
  private static let prevalence = 4

  private func chinese(
    _ style: QuotationStyle, _ uses: [Use], _ counts: [Int], _ document: [AnalysedSegment],
    _ context: CheckContext
  ) -> [Finding] {
    if style == .straight, context.profile.domain == .code { return [] }
    let segments = uses.filter {
      $0.isChinese && $0.styles.contains(style)
        && QuotationMarks.style(of: context.profile, document[$0.index].target.language) != style
    }.map(\.index)
    guard let first = segments.first else { return [] }
    let language = document[first].target.language
    let expected = QuotationMarks.style(of: context.profile, language)
    let source = QuotationMarks.source(of: context.profile, language)
    let advice = Phrase(
      "the quotation marks \(style.written) stand in Chinese text; this place has "
        + "\(expected.written).",
      "此处使用了引号\(style.written)；按所选地区惯例应为\(expected.written)。")
    if segments.count >= Self.prevalence,
      counts[style.rawValue] > Self.prevalence * counts[expected.rawValue]
    {
      return [
        finding(
          style, expected, document[first], advice + Self.throughout(segments.count),
          Finding.Evidence(
            source: source,
            segments: Array(segments.dropFirst().prefix(mostRanges)).map {
              document[$0].number
            }))
      ]
    }
    return segments.map {
      finding(style, expected, document[$0], advice, Finding.Evidence(source: source))
    }
  }

  private func english(
    _ uses: [Use], _ counts: [Int], _ document: [AnalysedSegment]
  ) -> [Finding] {
    let corner = uses.filter { !$0.isChinese && $0.styles.contains(.corner) }.map { use in
      finding(
        .corner, .curly, document[use.index],
        Phrase("Chinese quotation marks 「」 stand in English text; write “”.", "英文里用了引号「」；请写“”。"),
        nil)
    }
    let (curly, straight) = (
      counts[QuotationStyle.curly.rawValue + 3], counts[QuotationStyle.straight.rawValue + 3]
    )
    let rare: QuotationStyle = curly < straight ? .curly : .straight
    let common: QuotationStyle = curly < straight ? .straight : .curly
    guard min(curly, straight) > 0, max(curly, straight) >= Self.prevalence * min(curly, straight)
    else { return corner }
    return corner
      + uses.filter { !$0.isChinese && $0.styles.contains(rare) }.map { use in
        var finding = finding(
          rare, common, document[use.index],
          Phrase(
            "the quotation marks \(rare.written) stand here; the document mostly has "
              + "\(common.written).", "此处使用了引号\(rare.written)；全文多用\(common.written)。"), nil)
        finding.severity = .hint
        return finding
      }
  }

  private static func throughout(_ count: Int) -> Phrase {
    Phrase(
      " It is so in \(count) segments, and is reported once.", "共\(count)个句段如此，只报告一次。")
  }

  private func finding(
    _ style: QuotationStyle, _ expected: QuotationStyle, _ segment: AnalysedSegment,
    _ message: Phrase, _ evidence: Finding.Evidence?
  ) -> Finding {
    let scalars = segment.target.scalars
    var ranges: [Range<Int>] = []
    for (place, scalar) in scalars.enumerated()
    where Self.style(of: scalar) == style && ranges.count < mostRanges {
      ranges.append(place..<place + 1)
    }
    return Finding(
      Self.id, Self.severity, segment: segment.number, target: ranges,
      suggestion: expected.marks.opening, evidence: evidence, message)
  }
}

extension QuotationStyle {
  /// Both marks, side by side.
  var written: String { marks.opening + marks.closing }
}

extension QuotationStyleRule {
  private static func style(of scalar: Unicode.Scalar) -> QuotationStyle? {
    if scalar.value &- 0x4E00 < 0x5200 { return nil }
    return switch scalar {
    case "“", "”": .curly
    case "「", "」", "『", "』": .corner
    case "\"": .straight
    default: nil
    }
  }

  /// The kinds of marks in a text. Straight ones count in Chinese only where what they quote is
  /// Chinese: code is quoted so.
  private static func use(in scalars: [Unicode.Scalar], isChinese: Bool, _ index: Int) -> Use {
    var use = Use(index: index, isChinese: isChinese, styles: [])
    var straight: Int?
    for (place, scalar) in scalars.enumerated() {
      guard scalar == "\"" || scalar.value >= 0x201C, let style = style(of: scalar) else {
        continue
      }
      if style == .straight {
        if place > 0, scalars[place - 1] == "\\" || scalars[place - 1] == "=" { return use }
        guard let start = straight else {
          straight = place
          continue
        }
        straight = nil
        if isChinese, !isQuotedChinese(scalars, start, place) { continue }
      }
      if !use.styles.contains(style) { use.styles.append(style) }
      if use.styles.count == 3 { break }
    }
    return use
  }

  private static func isQuotedChinese(
    _ scalars: [Unicode.Scalar], _ start: Int, _ end: Int
  ) -> Bool {
    guard let first = scalars.at(start + 1), start + 1 < end else { return false }
    return first.isHan && (scalars[end - 1].isHan || scalars[end - 1].isWideMark)
  }
}
