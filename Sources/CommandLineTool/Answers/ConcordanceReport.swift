import TextAnalysis
import TranslationMemory
import Workbench

/// Where words stand in earlier translations: two lines a unit.
struct ConcordanceReport {
  let answer: ConcordanceAnswer
  let invocation: Invocation

  func print() throws {
    let palette = invocation.output.terminal.palette
    let marked = MarkedText(palette: palette)
    for hit in answer.hits {
      var about = [DisplayWidth.visible(hit.memory)]
      if hit.state != .reviewed { about.append(hit.state.phrase(in: invocation.language)) }
      about.append("#\(hit.unit)")
      try invocation.output.line(
        marked.highlighted(hit.source, hit.ranges, .bold) + "  "
          + palette(about.joined(separator: " · "), .dim))
      try invocation.output.line("  " + DisplayWidth.visible(hit.target))
    }
    if answer.hits.isEmpty {
      invocation.diagnostics.say(
        Phrase(
          "'\(answer.query)' was not found in \(answer.store).",
          "在 \(answer.store) 中未查到“\(answer.query)”。")(in: invocation.language), prefix: "")
    } else if answer.hasMore {
      invocation.diagnostics.say(
        Phrase("There are more: --limit N.", "还有更多：--limit N。")(in: invocation.language),
        prefix: "")
    }
  }
}
