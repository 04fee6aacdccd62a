import TextAnalysis

/// Writes the help pages from the shapes of the commands.
struct HelpPage: Sendable {
  /// Columns, at least 40.
  let width: Int
  let language: MessageLanguage
  let palette: Palette

  /// The page of the command as a whole.
  func overview(of commands: [Command]) -> String {
    var lines = paragraph(
      Phrase(
        "Glossaries and translation memories for English and Chinese: the established name of an "
          + "agency, a law or a technical term, with its status, its dates and where it is from.",
        "中英术语与翻译记忆：机构、法律、技术术语的规范名称，及其状态、起止日期与出处。"))
    lines += ["", heading(Phrase("Usage: ", "用法：")) + "zhengming " + words.verb, ""]
    lines.append(heading(Phrase("Verbs:", "动词：")))
    lines += definitions(commands.map { ($0.name, $0.summary) })
    lines += ["", heading(Phrase("Options:", "选项："))]
    lines += definitions([
      ("-h, --help", Option.help.help),
      ("    --version", Phrase("Print the version", "显示版本号")),
    ])
    lines += ["", "\(words.more) zhengming help \(words.verbName)"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page of one verb.
  func page(of command: Command) -> String {
    var lines = paragraph(command.summary)
    lines += ["", heading(Phrase("Usage: ", "用法：")) + usage(of: command)]
    if let discussion = command.discussion { lines += [""] + paragraph(discussion) }
    if !command.arguments.isEmpty {
      lines += ["", heading(Phrase("Arguments:", "参数："))]
      lines += definitions(command.arguments.map { ($0.placeholder(in: language), $0.help) })
    }
    lines += ["", heading(Phrase("Options:", "选项："))]
    lines += definitions(command.options.map { ($0.label(in: language), $0.help) })
    lines += ["", heading(Phrase("Example:", "示例："))]
    lines += command.examples.map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension HelpPage {
  private var words: (verb: String, verbName: String, more: String) {
    (
      Phrase("VERB [options]", "动词 [选项]")(in: language), Phrase("VERB", "动词")(in: language),
      Phrase("More on each:", "各动词的说明：")(in: language)
    )
  }

  private func usage(of command: Command) -> String {
    let arguments = command.arguments.map { $0.label(in: language) }
    let options = Phrase("[options]", "[选项]")(in: language)
    return (["zhengming", command.name] + arguments + [options]).joined(separator: " ")
  }

  private func heading(_ phrase: Phrase) -> String { palette(phrase(in: language), .bold) }

  private func paragraph(_ phrase: Phrase) -> [String] { wrapped(phrase(in: language), to: width) }

  /// Two columns: what is defined, and its meaning, which begins on a line of its own where what
  /// is defined is long.
  private func definitions(_ entries: [(term: String, meaning: Phrase)]) -> [String] {
    let indent = 2
    let longest = entries.map { DisplayWidth.of($0.term) }.max() ?? 0
    let column = min(longest, max(12, min(30, width / 2 - 6))) + indent + 2
    return entries.flatMap { entry -> [String] in
      let meaning = wrapped(entry.meaning(in: language), to: width - column)
      let term = String(repeating: " ", count: indent) + entry.term
      let blank = String(repeating: " ", count: column)
      guard DisplayWidth.of(term) + 2 <= column else { return [term] + meaning.map { blank + $0 } }
      return [DisplayWidth.padded(term, to: column) + (meaning.first ?? "")]
        + meaning.dropFirst().map { blank + $0 }
    }
  }
}
