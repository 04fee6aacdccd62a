import Checking
import TextAnalysis
import Workbench

/// A text with its terms as one page: a file of its own that asks nothing of a network, reads without
/// scripts, in the light and in the dark and on paper.
struct AnnotationPage {
  private let answer: AnnotateAnswer
  private let title: String
  private let language: MessageLanguage

  init(_ answer: AnnotateAnswer, title: String?, language: MessageLanguage) {
    (self.answer, self.language) = (answer, language)
    let heading = Phrase("Terms", "术语")(in: language)
    self.title = title.map { $0 == "-" ? heading : heading + ": " + $0 } ?? heading
  }

  /// The page.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .chinese ? "zh-Hans" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escaped(title))</title>
    <style>
    \(Self.style)</style>
    </head>
    <body>
    <h1>\(escaped(title))</h1>
    <main>
    \(blocks)</main>
    \(table)</body>
    </html>

    """
  }

  private static let style = """
    :root { --text: #1b1b1b; --paper: #fff; --aside: #666; --line: #ddd; --mark: #e7f0ff;
      --edge: #1f5fa8; --bad: #b3261e; }
    @media (prefers-color-scheme: dark) {
      :root { --text: #e6e6e6; --paper: #161616; --aside: #a0a0a0; --line: #3a3a3a;
        --mark: #1d3050; --edge: #8ab8ff; --bad: #ff8a80; }
    }
    body { margin: 0 auto; padding: 1.5rem; max-width: 52rem; color: var(--text);
      background: var(--paper); line-height: 1.7; font-family: system-ui, "Noto Sans",
      "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
    h1 { font-size: 1.4rem; }
    p, h2, li { overflow-wrap: anywhere; }
    h2 { font-size: 1.1rem; }
    mark { color: inherit; background: var(--mark); border-bottom: 2px solid var(--edge);
      border-radius: .15rem; }
    mark.bad { border-color: var(--bad); }
    mark small { color: var(--edge); margin-left: .2em; }
    mark.bad small { color: var(--bad); }
    table { border-collapse: collapse; margin-top: 2rem; width: 100%; font-size: .9rem; }
    th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0;
      border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    th, td.aside { color: var(--aside); font-weight: normal; }
    td.bad { color: var(--bad); }
    @media print {
      body { padding: 0; max-width: none; font-size: 10pt; }
      tr, p, li { break-inside: avoid; }
    }

    """
}

extension AnnotationPage {
  /// The text, block by block.
  private var blocks: String {
    var page = ""
    var seen: Set<String> = []
    var start = 0
    let segments = answer.segments
    while start < segments.count {
      var end = start + 1
      while end < segments.count, segments[end].blockNumber == segments[start].blockNumber {
        end += 1
      }
      let first = segments[start]
      let tag = first.block == "heading" ? "h2" : "p"
      let bullet = first.block == "listItem" ? "• " : ""
      let separator = first.language.isChinese ? "" : " "
      let text = segments[start..<end].map { marked($0, &seen) }.joined(separator: separator)
      page += "<\(tag) lang=\"\(first.language)\">\(bullet)\(text)</\(tag)>\n"
      start = end
    }
    return page
  }

  private func marked(_ segment: AnnotateAnswer.Segment, _ seen: inout Set<String>) -> String {
    var text = ""
    for run in AnnotatedRun.runs(of: segment) {
      guard let term = run.term, let reading = term.readings.first else {
        text += escaped(run.text)
        continue
      }
      let isBad = reading.instead != nil
      text += "<mark\(isBad ? " class=\"bad\"" : "") title=\"\(escaped(hint(term)))\">"
      text += escaped(run.text)
      if let equivalent = reading.equivalent, seen.insert(reading.id + " " + term.text).inserted {
        text += "<small lang=\"\(equivalent.language)\">\(escaped(equivalent.text))</small>"
      }
      text += "</mark>"
    }
    return text
  }

  /// What a term may be, in a line.
  private func hint(_ term: AnnotateAnswer.Occurrence) -> String {
    term.readings.map { reading in
      [
        reading.equivalent?.text ?? "—", reading.id,
        AnnotationList.remark(on: reading)(in: language),
      ].filter { !$0.isEmpty }.joined(separator: " · ")
    }.joined(separator: " | ")
  }

  private var table: String {
    let terms = AnnotationList(answer).terms
    guard !terms.isEmpty else { return "" }
    let head = [
      Phrase("term", "术语"), Phrase("equivalent", "译名"), Phrase("concept", "概念"),
      Phrase("times", "次数"), Phrase("remark", "备注"),
    ].map { "<th>\(escaped($0(in: language)))</th>" }.joined()
    var rows = "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
    for term in terms {
      for (place, reading) in term.readings.enumerated() {
        let equivalent = reading.equivalent.map {
          "<td lang=\"\($0.language)\">\(escaped($0.text))</td>"
        }
        rows += "<tr><td>\(place == 0 ? escaped(term.text) : "")</td>"
        rows += equivalent ?? "<td>—</td>"
        rows += "<td class=\"aside\">\(escaped(reading.id))</td>"
        rows += "<td class=\"aside\">\(place == 0 ? "\(term.count)" : "")</td>"
        let remark = AnnotationList.remark(on: reading)(in: language)
        rows += "<td class=\"bad\">\(escaped(remark))</td></tr>\n"
      }
    }
    return rows + "</tbody>\n</table>\n"
  }

  /// A text as HTML has it; control and bidirectional characters are shown, not sent.
  private func escaped(_ text: String) -> String { HTMLText.escaped(DisplayWidth.visible(text)) }
}
