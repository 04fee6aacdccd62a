import Interchange
import TextAnalysis
import Workbench

/// What an import did, in lines: a line of counts a file, then what somebody should look at.
struct ImportReport {
  let isDryRun: Bool
  let invocation: Invocation

  private static let limit = 20

  /// Prints what became of one file.
  func print(_ file: ImportAnswer.File) throws {
    let output = invocation.output
    let palette = output.terminal.palette
    let head = DisplayWidth.visible("\(file.file) → \(file.glossary ?? file.memory ?? "")")
    try output.line(palette(head, .bold) + phrase(": ", "：") + file.counts(in: invocation.language))
    try list(file.changes) { change in
      [word(change.action.phrase) + " " + change.id + of(change.differences)]
    }
    try list(file.conflicts, .red) { conflict in
      [
        conflict.place + phrase(": in conflict: ", "：冲突：") + conflict.id + phrase(": ", "：")
          + word(conflict.reason)
      ]
        + conflict.differences.map { difference in
          "    " + difference.what + phrase(": store ", "：库") + side(difference.store)
            + phrase(", file ", "，文件") + side(difference.file)
        }
    }
    try list(file.ambiguous, .red) { record in
      [
        record.place
          + phrase(
            ": '\(record.terms.joined(separator: "', '"))' may be "
              + record.candidates.joined(separator: " or ") + ". Give the row an id.",
            "：“\(record.terms.joined(separator: "”“"))”可能是 "
              + record.candidates.joined(separator: " 或 ") + "。请在该行填写 id。")
      ]
    }
    try list(file.refused, .red) { [word($0.reason)] }
    try list(file.unresolved, .yellow) { [word($0)] }
    try list(file.notices, .yellow) { [word($0)] }
    try list(file.losses) { loss in
      [
        phrase(
          "left out: \(loss.counted.english) (\(loss.why.english))",
          "略去：\(loss.counted.chinese)（\(loss.why.chinese)）")
      ]
    }
  }

  /// Prints how to go on after the last file.
  func printEnd(of answer: ImportAnswer, conflictsFile: String?) throws {
    func count(_ files: [ImportAnswer.File]) -> Int { files.reduce(0) { $0 + $1.conflicts.count } }
    let units = count(answer.files.filter { $0.memory != nil })
    if units > 0 {
      try invocation.output.line(
        phrase(
          "\(units) \(units == 1 ? "conflict of a translation was" : "conflicts of translations were") "
            + "not applied. Decide for all with --on-conflict take-file or keep-store.",
          "有 \(units) 处译文冲突未导入。可用 --on-conflict take-file 或 keep-store 统一处理。"))
    }
    let conflicts = count(answer.files.filter { $0.memory == nil })
    if conflicts > 0, let conflictsFile {
      try invocation.output.line(
        phrase(
          "Both sides of \(conflicts) \(conflicts == 1 ? "conflict" : "conflicts") are in \(conflictsFile): fill in its column "
            + "'decision' with file or store, and import it.",
          "\(conflicts) 处冲突的双方已写入 \(conflictsFile)：请在 decision 列填写 file 或 store，再将其导入。"))
    } else if conflicts > 0 {
      try invocation.output.line(
        phrase(
          "\(conflicts) \(conflicts == 1 ? "conflict was" : "conflicts were") not applied. Look at both sides with --conflicts FILE, or "
            + "decide for all with --on-conflict take-file, keep-store or propose.",
          "有 \(conflicts) 处冲突未导入。可用 --conflicts 文件 逐项比较，或用 --on-conflict take-file、"
            + "keep-store、propose 统一处理。"))
    }
    if isDryRun {
      try invocation.output.line(
        phrase("Nothing was written (--dry-run).", "未写入任何内容（--dry-run）。"))
    }
  }

  /// Prints the first of some items, indented, and how many more there are.
  private func list<Item>(
    _ items: [Item], _ styles: TextStyle..., lines: (Item) -> [String]
  ) throws {
    let palette = invocation.output.terminal.palette
    for item in items.prefix(Self.limit) {
      for line in lines(item) {
        try invocation.output.line("  " + palette(DisplayWidth.visible(line), styles))
      }
    }
    guard items.count > Self.limit else { return }
    let more = items.count - Self.limit
    try invocation.output.line("  " + phrase("… and \(more) more", "……另有 \(more) 项"))
  }

  private func phrase(_ english: String, _ chinese: String) -> String {
    Phrase(english, chinese)(in: invocation.language)
  }

  private func word(_ phrase: Phrase) -> String { phrase(in: invocation.language) }

  private func of(_ differences: [Phrase]) -> String {
    guard !differences.isEmpty else { return "" }
    return phrase(": ", "：") + differences.map(word).joined(separator: phrase("; ", "；"))
  }

  private func side(_ value: String?) -> String {
    value.map { phrase("'\($0)'", "“\($0)”") } ?? phrase("nothing", "无")
  }
}
