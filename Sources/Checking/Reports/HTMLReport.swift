package import TextAnalysis

/// The findings as one page to read side by side: a file of its own that asks nothing of a network,
/// reads without scripts, in the light and in the dark and on paper.
package struct HTMLReport {
  private let report: CheckReport
  private let language: MessageLanguage
  /// The segments that stand on the page.
  private let listed: Set<Int>
  /// The most scalars of a text that are shown; a longer one is cut around what is meant.
  private static let textLimit = 4_000

  /// Prepares a report in the reader's language.
  package init(_ report: CheckReport, language: MessageLanguage) {
    (self.report, self.language) = (report, language)
    listed = Set(report.findings.map(\.segment))
  }

  /// Gives the page out piece by piece.
  ///
  /// - Parameter write: Takes a piece.
  /// - Throws: What `write` throws.
  package func pieces<Failure: Error>(
    _ write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let title = words(Phrase("Translation check", "译文检查"))
    try write(
      """
      <!DOCTYPE html>
      <html lang="\(language == .chinese ? "zh-Hans" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(escaped(title)): \(escaped(files))</title>
      <style>
      \(HTMLPage.style)</style>
      </head>
      <body>
      <header>
      <h1>\(escaped(title))</h1>
      <p class="files">\(escaped(files))</p>
      <p class="summary">\(escaped(words(report.summary)))</p>
      \(notices)\(table)</header>
      <main>

      """)
    var start = 0
    let findings = report.findings
    while start < findings.count {
      var end = start
      while end < findings.count, findings[end].segment == findings[start].segment { end += 1 }
      try write(article(findings[start..<end]))
      start = end
    }
    try write(
      """
      </main>
      <script>
      \(HTMLPage.script)</script>
      </body>
      </html>

      """)
  }
}

extension HTMLReport {
  private func words(_ phrase: Phrase) -> String { phrase(in: language) }

  private var files: String {
    let shown = report.files.prefix(3).joined(separator: ", ")
    return report.files.count > 3 ? shown + ", …" : shown
  }

  private var notices: String {
    let lines =
      [report.leftOut, report.suppressedCount].compactMap(\.self) + report.notices
    return lines.map { "<p class=\"notice\">\(escaped(words($0)))</p>\n" }.joined()
  }

  /// The number of findings by rule, each with what hides and shows them.
  private var table: String {
    guard !report.counts.isEmpty else { return "" }
    let heads = Severity.allCases.map { severity in
      let word = escaped(words(severity.phrase))
      return "<th scope=\"col\"><label><input type=\"checkbox\" checked hidden "
        + "data-severity=\"\(severity.rawValue)\"> \(word)</label></th>"
    }
    let rows = report.counts.map { count in
      let cells = [count.errors, count.warnings, count.hints].map {
        "<td>\($0 == 0 ? "" : grouped($0))</td>"
      }
      return "<tr><th scope=\"row\"><label><input type=\"checkbox\" checked hidden "
        + "data-rule=\"\(count.rule.rawValue)\"> \(count.rule.rawValue)</label></th>"
        + cells.joined() + "</tr>\n"
    }
    let head = escaped(words(Phrase("rule", "规则")))
    return "<table class=\"counts\">\n<thead><tr><th scope=\"col\">\(head)</th>"
      + heads.joined() + "</tr></thead>\n<tbody>\n" + rows.joined() + "</tbody>\n</table>\n"
  }

  /// A segment, its two sides beside each other and what was found in it.
  private func article(_ findings: ArraySlice<CheckReport.Finding>) -> String {
    guard let first = findings.first else { return "" }
    let number = first.segment
    var text = "<article id=\"s\(number)\">\n<h2>\(escaped(place(of: first)))</h2>\n"
    let sides = [first.source, first.target].compactMap(\.self)
    text += "<div class=\"sides\">\n"
    for (place, side) in sides.enumerated() {
      let isSource = sides.count == 2 && place == 0
      let marks = findings.flatMap { finding in
        ((isSource ? finding.source : finding.target)?.ranges ?? []).map {
          Mark(from: $0.first ?? 0, to: $0.last ?? 0, finding.severity)
        }
      }
      text +=
        "<p lang=\"\(escaped(side.language.description))\">"
        + marked(side.text, marks) + "</p>\n"
    }
    text += "</div>\n<ul>\n"
    for finding in findings { text += item(finding) }
    return text + "</ul>\n</article>\n"
  }

  private func place(of finding: CheckReport.Finding) -> String {
    let number = words(Phrase("segment \(finding.segment)", "语段 \(finding.segment)"))
    guard let line = finding.target.line else {
      return finding.target.file.isEmpty ? number : "\(finding.target.file) · \(number)"
    }
    return "\(finding.target.file):\(line) · \(number)"
  }

  private func item(_ finding: CheckReport.Finding) -> String {
    let severity = finding.severity.rawValue
    var text =
      "<li class=\"\(severity)\" data-severity=\"\(severity)\" "
      + "data-rule=\"\(finding.rule.rawValue)\"><b>\(escaped(words(finding.severity.phrase)))</b> "
      + "\(escaped(words(finding.message))) <code>\(finding.rule.rawValue)</code>"
    if let suggestion = finding.suggestion {
      let language = escaped(finding.target.language.description)
      text +=
        "<div class=\"suggestion\">→ <span lang=\"\(language)\">"
        + "\(escaped(suggestion))</span></div>"
    }
    if let evidence = finding.evidence {
      let parts = [evidence.concept, evidence.source].compactMap(\.self).filter { !$0.isEmpty }
      var pieces = parts.map(escaped)
      if !evidence.segments.isEmpty {
        let others = evidence.segments.prefix(8).map {
          listed.contains($0) ? "<a href=\"#s\($0)\">\($0)</a>" : "\($0)"
        }
        pieces.append(
          escaped(words(Phrase("see segment ", "参见语段 "))) + others.joined(separator: ", "))
      }
      if !pieces.isEmpty {
        text += "<div class=\"evidence\">\(pieces.joined(separator: " · "))</div>"
      }
    }
    return text + "</li>\n"
  }
}

extension HTMLReport {
  private struct Mark {
    var from: Int
    var to: Int
    var severity: Severity

    init(from: Int, to: Int, _ severity: Severity) {
      (self.from, self.to, self.severity) = (from, to, severity)
    }
  }

  /// A text with what is meant in it marked, each stretch by the gravest of what is said of it.
  private func marked(_ text: String, _ marks: [Mark]) -> String {
    let scalars = Array(text.unicodeScalars)
    let window = Self.window(of: scalars.count, around: marks)
    var steps: [Int: [(change: Int, severity: Severity)]] = [:]
    for mark in marks where mark.from < mark.to {
      steps[mark.from, default: []].append((1, mark.severity))
      steps[mark.to, default: []].append((-1, mark.severity))
    }
    var open: [Severity: Int] = [:]
    var result = window.lowerBound > 0 ? "… " : ""
    var run: [Unicode.Scalar] = []
    var gravest: Severity?
    func close() {
      guard !run.isEmpty else { return }
      let piece = escaped(DisplayWidth.visible(String(String.UnicodeScalarView(run))))
      result += gravest.map { "<mark class=\"\($0.rawValue)\">\(piece)</mark>" } ?? piece
      run.removeAll(keepingCapacity: true)
    }
    for place in steps.keys.filter({ $0 < window.lowerBound }).sorted() {
      for step in steps[place] ?? [] { open[step.severity, default: 0] += step.change }
    }
    gravest = Severity.allCases.first { (open[$0] ?? 0) > 0 }
    for place in window {
      if let changes = steps[place] {
        close()
        for step in changes { open[step.severity, default: 0] += step.change }
        gravest = Severity.allCases.first { (open[$0] ?? 0) > 0 }
      }
      run.append(scalars[place])
    }
    close()
    return result + (window.upperBound < scalars.count ? " …" : "")
  }

  private static func window(of count: Int, around marks: [Mark]) -> Range<Int> {
    guard count > textLimit else { return 0..<count }
    let first = min(count, marks.map(\.from).min() ?? 0)
    let start = max(0, min(first - textLimit / 4, count - textLimit))
    return start..<start + textLimit
  }

  private func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
