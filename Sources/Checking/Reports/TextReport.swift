package import TextAnalysis

/// The findings as a compiler would print them: where, how grave, what, and the lines themselves
/// with marks under what is meant.
///
///     notice.tsv:3:12: error: 2500亿元 is not CNY 25 billion. [quantity-mismatch]
///       en  The fund amounts to CNY 25 billion.
///                               ^^^^^^^^^^^^^^
///       zh  基金总额为2500亿元。
///                     ^^^^^^^^
package struct TextReport {
  /// How a piece of the report is to stand out.
  package enum Ink: Hashable, Sendable {
    /// Where a finding stands.
    case place
    /// How grave it is, and the marks under the text.
    case severity(Severity)
    /// What says less: labels, the name of the rule.
    case aside
  }

  private let report: CheckReport
  private let language: MessageLanguage
  private let width: Int
  private let paint: (String, Ink) -> String

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - report: What was found.
  ///   - language: The reader's.
  ///   - width: The columns that a line of text may take.
  ///   - paint: Makes a piece stand out; by itself none does.
  package init(
    _ report: CheckReport, language: MessageLanguage, width: Int = 100,
    paint: @escaping (String, Ink) -> String = { text, _ in text }
  ) {
    self.report = report
    self.language = language
    self.width = max(40, width)
    self.paint = paint
  }

  /// The lines of one finding after the other, then what there is in all.
  ///
  /// - Parameter write: Takes a line.
  /// - Throws: What `write` throws.
  package func lines<Failure: Error>(
    _ write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    for finding in report.findings {
      for line in lines(of: finding) { try write(line) }
    }
    if !report.findings.isEmpty { try write("") }
    if report.leftOutCount > 0 || report.findings.count > 20 {
      for line in table { try write(line) }
    }
    for phrase in [report.leftOut, report.suppressedCount] {
      if let phrase { try write(phrase(in: language)) }
    }
    try write(report.summary(in: language))
  }
}

extension TextReport {
  private func lines(of finding: CheckReport.Finding) -> [String] {
    let place = paint(DisplayWidth.visible(place(of: finding)), .place)
    let severity = paint(finding.severity.phrase(in: language), .severity(finding.severity))
    let colon = Phrase(": ", "：")(in: language)
    let rule = paint("[\(finding.rule.rawValue)]", .aside)
    let message = DisplayWidth.visible(finding.message(in: language))
    var lines = ["\(place): \(severity)\(colon)\(message) \(rule)"]
    for side in [finding.source, finding.target].compactMap(\.self) {
      let ranges = side.ranges.map { ($0.first ?? 0)..<max($0.first ?? 0, $0.last ?? 0) }
      let excerpt = Excerpt(side.text, ranges, width: width - 6)
      lines.append(row(side.language.language, excerpt.text))
      if !excerpt.marks.isEmpty {
        lines.append(
          String(repeating: " ", count: 6) + paint(excerpt.marks, .severity(finding.severity)))
      }
    }
    if let suggestion = finding.suggestion {
      lines.append(row("→", DisplayWidth.visible(suggestion)))
    }
    if let evidence = words(of: finding.evidence) { lines.append(row("=", evidence)) }
    return lines
  }

  private func row(_ label: String, _ text: String) -> String {
    "  " + paint(DisplayWidth.padded(label, to: 2), .aside) + "  " + text
  }

  private func place(of finding: CheckReport.Finding) -> String {
    // What is missing in the target is shown in the source, but mended in the target.
    let side = finding.target
    guard let line = side.line, let column = side.column else {
      let segment = Phrase("segment \(finding.segment)", "语段 \(finding.segment)")(in: language)
      return side.file.isEmpty ? segment : "\(side.file): \(segment)"
    }
    return "\(side.file):\(line):\(column)"
  }

  private func words(of evidence: CheckReport.Evidence?) -> String? {
    guard let evidence else { return nil }
    var parts = [evidence.concept, evidence.source].compactMap(\.self).filter { !$0.isEmpty }
    if !evidence.segments.isEmpty {
      let shown = evidence.segments.prefix(5).map(String.init).joined(separator: ", ")
      let more = evidence.segments.count > 5 ? ", …" : ""
      parts.append(
        Phrase("see segment \(shown)\(more)", "参见语段 \(shown)\(more)")(in: language))
    }
    return parts.isEmpty ? nil : DisplayWidth.visible(parts.joined(separator: " · "))
  }

  /// How many findings each rule has.
  private var table: [String] {
    let width = report.counts.map { DisplayWidth.of($0.rule.rawValue) }.max() ?? 0
    return report.counts.map { count in
      let numbers: [(Int, Severity)] = [
        (count.errors, .error), (count.warnings, .warning), (count.hints, .hint),
      ]
      let parts = numbers.filter { $0.0 > 0 }.map { number, severity in
        paint(
          Phrase(
            "\(grouped(number)) \(severity.phrase.english)\(number == 1 ? "" : "s")",
            "\(severity.phrase.chinese) \(grouped(number))")(in: language), .severity(severity))
      }
      return "  " + DisplayWidth.padded(count.rule.rawValue, to: width) + "  "
        + parts.joined(separator: ", ")
    }
  }
}
