import TextAnalysis

/// Finds codes, tags and placeholders that the source has and the translation has not, or the
/// reverse, and placeholders without numbers that stand in another order.
///
/// Inline codes are compared by their markup without identifiers, tags by their names, placeholders
/// letter for letter; `%1$s` answers `%s` where the number fits. What a program reads as a format
/// of dates may be turned round. Words in angle brackets that stand for something (`<file>`) are
/// translated and are no tags, nor is an accelerator (`&File`) a placeholder unless the profile is
/// of program texts.
struct CodeMismatch: SegmentRule {
  static let id = RuleID.codeMismatch
  static let severity = Severity.error
  static let summary = Phrase(
    "codes, tags and placeholders that are missing, added or out of order", "缺少、多余或错序的代码、标签与占位符")

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    guard let source = segment.source, segment.segment.block != .code else { return [] }
    var findings: [Finding] = []
    if !source.codes.isEmpty || !segment.target.codes.isEmpty {
      findings += inlineCodes(source, segment)
    }
    guard TextCodes.mayHave(source) || TextCodes.mayHave(segment.target),
      !segment.target.scalars.isAllBlank
    else { return findings }
    var expected = TextCodes(source)
    var found = TextCodes(segment.target)
    if context.profile.domain != .code {
      expected.items.removeAll { $0.kind == .accelerator }
      found.items.removeAll { $0.kind == .accelerator }
    }
    findings += compare(&expected, &found, segment)
    return findings
  }

  private func compare(
    _ expected: inout TextCodes, _ found: inout TextCodes, _ segment: AnalysedSegment
  ) -> [Finding] {
    if expected.isDateFormat || found.isDateFormat { return [] }
    expected.dropNamesTranslated(in: segment.target)
    found.takeNumbersFor(expected)
    let (missing, added) = Self.difference(expected.items, found.items)
    if missing.isEmpty, added.isEmpty {
      guard let range = found.firstOutOfOrder(expected) else { return [] }
      return [
        Finding(
          Self.id, Self.severity, segment: segment.number, target: [range],
          Phrase(
            "the placeholders without numbers stand in another order; a program fills them by order.",
            "无编号的占位符顺序不同；程序按顺序代入。"))
      ]
    }
    var findings: [Finding] = []
    if !missing.isEmpty {
      findings.append(
        Finding(
          Self.id, Self.severity(of: missing), segment: segment.number,
          source: missing.prefix(mostRanges).map(\.range), suggestion: missing[0].text,
          Phrase(
            "the translation lacks \(Self.list(missing)).", "译文缺少\(Self.list(missing))。")))
    }
    if !added.isEmpty {
      findings.append(
        Finding(
          Self.id, Self.severity(of: added), segment: segment.number,
          target: added.prefix(mostRanges).map(\.range),
          Phrase(
            "the translation has \(Self.list(added)), which the source has not.",
            "译文多出\(Self.list(added))，原文没有。")))
    }
    return findings
  }

  private static func severity(of items: [TextCodes.Item]) -> Severity {
    if items.allSatisfy({ $0.kind == .accelerator || $0.kind == .layout }) { return .hint }
    return items.allSatisfy { $0.kind == .escape || $0.kind == .percent } ? .warning : severity
  }

  /// Some codes as they are written, a few of them.
  private static func list(_ items: [TextCodes.Item]) -> String {
    list(items.map(\.text))
  }

  private static func list(_ texts: [String]) -> String {
    let shown = texts.prefix(3).map { "'\($0.count > 40 ? String($0.prefix(39)) + "…" : $0)'" }
    return shown.joined(separator: ", ") + (texts.count > 3 ? ", …" : "")
  }

  /// What only one of two lists has, each as often as it has it more often.
  private static func difference(
    _ expected: [TextCodes.Item], _ found: [TextCodes.Item]
  ) -> (missing: [TextCodes.Item], added: [TextCodes.Item]) {
    var counts: [String: Int] = [:]
    for item in found { counts[item.key, default: 0] += 1 }
    var missing: [TextCodes.Item] = []
    for item in expected {
      if let count = counts[item.key], count > 0 {
        counts[item.key] = count - 1
      } else {
        missing.append(item)
      }
    }
    var added: [TextCodes.Item] = []
    for item in found.reversed() {
      guard let count = counts[item.key], count > 0 else { continue }
      counts[item.key] = count - 1
      added.append(item)
    }
    return (missing, added.reversed())
  }
}

extension CodeMismatch {
  /// Codes that the file keeps beside the text.
  private func inlineCodes(_ source: AnalysedText, _ segment: AnalysedSegment) -> [Finding] {
    let (expected, found) = (source.codes, segment.target.codes)
    guard expected.map(\.markup) != found.map(\.markup) else { return [] }
    func items(_ codes: [InlineCode]) -> [TextCodes.Item] {
      codes.map { code in
        TextCodes.Item(
          kind: .tag, key: Self.withoutIdentifiers(code), text: code.markup,
          range: code.scalarOffset..<code.scalarOffset)
      }
    }
    let (missing, added) = Self.difference(items(expected), items(found))
    var findings: [Finding] = []
    if !missing.isEmpty {
      findings.append(
        Finding(
          Self.id, Self.severity, segment: segment.number,
          source: missing.prefix(mostRanges).map(\.range), suggestion: missing[0].text,
          Phrase(
            "the translation lacks the code \(Self.list(missing)).",
            "译文缺少代码\(Self.list(missing))。")))
    }
    if !added.isEmpty {
      findings.append(
        Finding(
          Self.id, Self.severity, segment: segment.number,
          target: added.prefix(mostRanges).map(\.range),
          Phrase(
            "the translation has the code \(Self.list(added)), which the source has not.",
            "译文多出代码\(Self.list(added))，原文没有。")))
    }
    return findings
  }

  /// The kind and markup of a code without what only tells codes of one segment apart (`i`, `x`,
  /// `id`, `rid`).
  private static func withoutIdentifiers(_ code: InlineCode) -> String {
    guard let close = code.markup.firstIndex(of: ">") else {
      return code.kind.rawValue + code.markup
    }
    let head = code.markup[..<close].split(separator: " ").filter { part in
      !["i=", "x=", "id=", "rid="].contains { part.hasPrefix($0) }
    }
    return code.kind.rawValue + head.joined(separator: " ") + code.markup[close...]
  }
}
