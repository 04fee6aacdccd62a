import TextAnalysis
import Workbench

extension Invocation {
  /// Prints what a verb changed, in the past tense that `done` gives; what a careful person would
  /// mend goes to standard error.
  func report(_ answer: ChangeAnswer, as common: CommonOptions, done: Phrase) throws {
    for warning in answer.warnings {
      diagnostics.say(
        (Phrase("warning: ", "警告：") + warning)(in: language), prefix: "")
    }
    if common.json {
      try output.json(answer)
      return
    }
    let written = answer.ids + answer.units.prefix(Self.unitLimit).map { "#\($0)" }
    guard let change = answer.change, !written.isEmpty else {
      try output.line(
        Phrase(
          "Nothing was changed: the store says so already.", "未作修改：库中已是如此。")(in: language))
      return
    }
    let more = answer.units.count - Self.unitLimit
    let rest =
      more > 0
      ? Phrase(" and \(grouped(more)) more", " 等 \(grouped(answer.units.count)) 个单元")(in: language)
      : ""
    let ids = DisplayWidth.visible(written.joined(separator: " ")) + rest
    try output.line(
      (done + Phrase(" ", done.chinese.hasSuffix("：") ? "" : " ")
        + Phrase("\(ids) (change \(change))", "\(ids)（修改 \(change)）"))(in: language))
  }

  /// How many units a report names.
  private static let unitLimit = 5
}

/// Who changed what, the latest first: a table of the store's changes, or of one entry or unit each
/// change with its values before and after.
struct HistoryReport {
  let answer: HistoryAnswer
  let invocation: Invocation

  private static let limit = 12

  func print() throws {
    if answer.changes.allSatisfy({ $0.rev == nil }) {
      try printTable()
    } else {
      try printVersions()
    }
  }

  private func printTable() throws {
    var table = Table()
    table.add(
      [
        Phrase("change", "修改"), Phrase("when", "时间"), Phrase("who", "何人"), Phrase("did", "操作"),
        Phrase("entries", "词条"), Phrase("units", "单元"), Phrase("what", "内容"),
      ].map { Table.Cell(word($0), .dim) })
    for change in answer.changes {
      table.add([
        Table.Cell(String(change.change)), Table.Cell(change.when), Table.Cell(change.who),
        Table.Cell(change.verb), Table.Cell(count(change.concepts)),
        Table.Cell(count(change.units)), Table.Cell(change.summary),
      ])
    }
    let terminal = invocation.output.terminal
    for line in table.lines(
      width: terminal.isTerminal ? terminal.readingWidth : nil, palette: terminal.palette)
    {
      try invocation.output.line(line)
    }
  }

  /// A number, or nothing where there is nothing to count, which keeps the eye on what there is.
  private func count(_ number: Int) -> String { number == 0 ? "" : grouped(number) }

  private func printVersions() throws {
    let palette = invocation.output.terminal.palette
    for change in answer.changes {
      let rev = change.rev.map { "rev \($0)" } ?? ""
      let head = [
        word(Phrase("change \(change.change)", "修改 \(change.change)")), change.when, change.who,
        change.verb, rev,
      ]
      try invocation.output.line(
        palette(DisplayWidth.visible(head.joined(separator: "  ")), .bold))
      // What an entry began with is the entry itself, which a look-up shows.
      let shown = change.differences.prefix(Self.limit)
      for difference in shown {
        try invocation.output.line("  " + DisplayWidth.visible(line(difference)))
      }
      let more = change.differences.count - shown.count
      if more > 0 {
        try invocation.output.line(
          "  " + word(Phrase("… and \(more) more: --json", "……另有 \(more) 项：--json")))
      }
    }
  }

  private func line(_ difference: HistoryAnswer.Difference) -> String {
    let head = difference.what + word(Phrase(": ", "："))
    return switch (difference.before, difference.after) {
    case (nil, let after): "+ \(head)\(quoted(after ?? ""))"
    case (let before?, nil): "- \(head)\(quoted(before))"
    case (let before?, let after?): "\(head)\(quoted(before)) → \(quoted(after))"
    }
  }

  private func quoted(_ value: String) -> String { word(Phrase("'\(value)'", "“\(value)”")) }

  private func word(_ phrase: Phrase) -> String { phrase(in: invocation.language) }
}
