import TextAnalysis
import TranslationMemory
import Workbench

/// What earlier translations a text found, segment by segment.
struct MatchReport {
  let answer: MatchAnswer
  let invocation: Invocation

  private var palette: Palette { invocation.output.terminal.palette }
  private var marked: MarkedText { MarkedText(palette: palette) }

  func print() throws {
    for (place, segment) in answer.segments.enumerated() {
      if place > 0 { try line() }
      if answer.segments.count > 1 {
        try line(
          palette("\(place + 1)", .dim) + "  " + palette(DisplayWidth.visible(segment.text), .bold))
      }
      for match in segment.matches { try print(match, query: segment.text) }
      for fragment in segment.fragments { try print(fragment, query: segment.text) }
      if segment.matches.isEmpty, segment.fragments.isEmpty {
        let sentence = Phrase("No match in \(answer.store).", "在 \(answer.store) 中没有匹配。")
        let text = sentence(in: invocation.language)
        if answer.segments.count > 1 {
          try line("  " + palette(text, .dim))
        } else {
          invocation.diagnostics.say(text, prefix: "")
        }
      }
    }
  }

  private func print(_ match: MatchAnswer.Match, query: String) throws {
    try line(head(of: match))
    let labels = [match.sourceLanguage.language, match.targetLanguage.language, "→", "⇒", "!"]
    let width = labels.map { DisplayWidth.of($0) }.max() ?? 0
    func row(_ label: String, _ text: String) throws {
      try line("  " + palette(DisplayWidth.padded(label, to: width), .dim) + "  " + text)
    }
    try row(labels[0], marked.difference(of: match.source, to: query, match.difference))
    try row(labels[1], DisplayWidth.visible(match.target))
    if match.suggestion != match.target {
      try row("→", marked.highlighted(match.suggestion, match.adapted.map(\.range), .underline))
    }
    if let reworded = match.reworded {
      try row(
        "⇒",
        marked.highlighted(reworded.text, reworded.changes.map(\.range), .yellow) + "  "
          + palette(word(Phrase("(words replaced: check)", "（已替换词语，请核对）")), .dim))
    }
    for flip in match.flips { try row("!", palette(sentence(for: flip), .red)) }
  }

  private func head(of match: MatchAnswer.Match) -> String {
    var parts = [palette("\(match.rate)%", .bold) + " " + kind(match)]
    let penalties = match.penalties.map { "\($0.name) −\($0.points)" }
    if !penalties.isEmpty { parts.append(penalties.joined(separator: ", ")) }
    parts.append(DisplayWidth.visible(match.memory))
    if match.state != .reviewed { parts.append(word(match.state.phrase)) }
    let who = [match.changedBy, match.changed.map { String($0.prefix(10)) }].compactMap(\.self)
    if !who.isEmpty { parts.append(DisplayWidth.visible(who.joined(separator: " "))) }
    parts.append("#\(match.unit)")
    return parts.joined(separator: palette(" · ", .dim))
  }

  private func kind(_ match: MatchAnswer.Match) -> String {
    switch match.kind {
    case .inContext: word(Phrase("in context", "上下文匹配"))
    case .exact: word(Phrase("exact", "完全匹配"))
    case .fuzzy: word(Phrase("fuzzy", "模糊匹配"))
    }
  }

  private func sentence(for flip: MeaningFlip) -> String {
    let (mine, other) = (
      DisplayWidth.visible(flip.query.joined(separator: ", ")),
      DisplayWidth.visible(flip.source.joined(separator: ", "))
    )
    let nothing = word(Phrase("nothing", "无"))
    let (ours, theirs) = (mine.isEmpty ? nothing : mine, other.isEmpty ? nothing : other)
    let what =
      switch flip.kind {
      case .negation: Phrase("negation", "否定")
      case .modal: Phrase("obligation or permission", "情态")
      case .bound: Phrase("bound", "界限")
      }
    return word(
      Phrase(
        "The meaning differs (\(what.english)): here '\(ours)', there '\(theirs)'.",
        "意义不同（\(what.chinese)）：此处为“\(ours)”，彼处为“\(theirs)”。"))
  }

  private func print(_ fragment: MatchAnswer.Fragment, query: String) throws {
    let scalars = Array(query.unicodeScalars)
    var run = String.UnicodeScalarView()
    if let start = fragment.query.first, let end = fragment.query.last, end <= scalars.count {
      run.append(contentsOf: scalars[start..<end])
    }
    try line(
      [
        palette(word(Phrase("fragment", "片段")), .bold) + " "
          + DisplayWidth.visible(String(run)), DisplayWidth.visible(fragment.memory),
        "#\(fragment.unit)",
      ].joined(separator: palette(" · ", .dim)))
    try line("  " + marked.highlighted(fragment.source, [fragment.sourceRange], .underline))
    try line(
      "  "
        + marked.highlighted(
          fragment.target, fragment.targetRange.map { [$0] } ?? [], .underline))
  }

  private func word(_ phrase: Phrase) -> String { phrase(in: invocation.language) }
  private func line(_ text: String = "") throws { try invocation.output.line(text) }
}
