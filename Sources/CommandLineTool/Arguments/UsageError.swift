import TextAnalysis

/// What is wrong with a command line.
enum UsageError: Error, Hashable {
  case noVerb
  case unknownVerb(String, nearest: String?)
  case unknownOption(String, verb: String?, nearest: String?)
  case missingValue(option: String, placeholder: Phrase, next: String?)
  case needlessValue(option: String)
  case emptyPath(place: Phrase)
  case notADate(place: Phrase, found: String)
  case notALanguage(place: Phrase, found: String)
  case notAnInteger(place: Phrase, found: String, range: ClosedRange<Int>)
  case notAUnit(place: Phrase, found: String)
  case notAChoice(place: Phrase, found: String, choices: [String])
  case missingArgument(verb: String, Phrase)
  case extraArgument(String, verb: String)
  /// The first option means nothing without one of the others.
  case needs(option: String, oneOf: [String])
  /// The two options contradict each other.
  case excludes(option: String, other: Phrase)
  /// None of these was given, and one is needed.
  case nothingGiven(verb: String, oneOf: [Phrase])
  /// Standard input can be read once.
  case standardInputTwice
  /// An assignment without an equals sign.
  case notAnAssignment(place: String, found: String)
  /// A column's place that is not a name and a number.
  case notAColumnNumber(place: String, found: String)
  /// A penalty that is not a known kind and points.
  case notAPenalty(place: String, found: String, kinds: [String])
}

extension UsageError: Worded {
  func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .noVerb:
      Phrase("a verb is required, such as 'lookup'.", "缺少动词，例如 lookup。")
    case .unknownVerb(let word, let nearest):
      Phrase(
        "'\(shown(word))' is not a verb of zhengming." + suggestion(nearest, .english),
        "zhengming 没有动词“\(shown(word))”。" + suggestion(nearest, .chinese))
    case .unknownOption(let option, let verb, let nearest):
      Phrase(
        "'\(shown(option))' is not an option of '\(verb ?? "zhengming")'."
          + suggestion(nearest, .english),
        "“\(verb ?? "zhengming")”没有选项“\(shown(option))”。" + suggestion(nearest, .chinese))
    case .missingValue(let option, let placeholder, let next):
      Phrase(
        "option '\(option)' needs a value (\(placeholder.english))"
          + (next.map { "; '\(shown($0))' is an option. Write \(option)=… if it is meant." } ?? "."),
        "选项“\(option)”需要一个值（\(placeholder.chinese)）"
          + (next.map { "；“\(shown($0))”是选项，如确为其值，请写作 \(option)=…。" } ?? "。"))
    case .needlessValue(let option):
      Phrase("option '\(option)' takes no value.", "选项“\(option)”不带值。")
    case .emptyPath(let place):
      Phrase(
        "\(place.english): the name is empty; a file or folder is required.",
        "\(place.chinese)：名称为空；须给出文件或文件夹。")
    case .notADate(let place, let found):
      Phrase(
        "\(place.english): '\(shown(found))' is not a date; write 2018, 2018-03 or 2018-03-17.",
        "\(place.chinese)：“\(shown(found))”不是日期；请写作 2018、2018-03 或 2018-03-17。")
    case .notALanguage(let place, let found):
      Phrase(
        "\(place.english): '\(shown(found))' is not English or Chinese; write en, zh or zh-Hant-TW.",
        "\(place.chinese)：“\(shown(found))”不是英文或中文；请写作 en、zh 或 zh-Hant-TW。")
    case .notAnInteger(let place, let found, let range):
      Phrase(
        "\(place.english): '\(shown(found))' is not a whole number from \(range.lowerBound) to "
          + "\(range.upperBound).",
        "\(place.chinese)：“\(shown(found))”不是 \(range.lowerBound) 至 \(range.upperBound) 的整数。")
    case .notAUnit(let place, let found):
      Phrase(
        "\(place.english): '\(shown(found))' is not the number of a unit; write it as a match "
          + "shows it, 12 or '#12'.",
        "\(place.chinese)：“\(shown(found))”不是单元的编号；请照匹配结果所示写作 12 或“#12”。")
    case .notAChoice(let place, let found, let choices):
      Phrase(
        "\(place.english): '\(shown(found))' is not one of \(choices.joined(separator: ", "))."
          + suggestion(nearestWord(to: found, among: choices), .english),
        "\(place.chinese)：“\(shown(found))”不在可选值之内（\(choices.joined(separator: "、"))）。"
          + suggestion(nearestWord(to: found, among: choices), .chinese))
    case .missingArgument(let verb, let placeholder):
      Phrase(
        "'\(verb)' needs \(placeholder.english).", "“\(verb)”需要\(placeholder.chinese)。")
    case .extraArgument(let word, let verb):
      Phrase(
        "'\(shown(word))' is one word too many for '\(verb)'.",
        "“\(verb)”用不到“\(shown(word))”。")
    case .needs(let option, let others):
      Phrase(
        "option '\(option)' needs \(others.joined(separator: " or ")).",
        "选项“\(option)”须与 \(others.joined(separator: " 或 ")) 同用。")
    case .excludes(let option, let other):
      Phrase(
        "options '\(option)' and '\(other.english)' exclude each other.",
        "选项“\(option)”与“\(other.chinese)”不能同用。")
    case .nothingGiven(let verb, let others):
      Phrase(
        "'\(verb)' needs \(others.map(\.english).joined(separator: " or ")).",
        "“\(verb)”需要\(spaced(others.map(\.chinese)))。")
    case .standardInputTwice:
      Phrase(
        "'-' is given twice; standard input can be read once. Name a file.",
        "“-”出现两次；标准输入只能读取一次。请指定文件。")
    case .notAnAssignment(let place, let found):
      Phrase(
        "\(place): '\(shown(found))' is not of the form COLUMN=VALUE.",
        "\(place)：“\(shown(found))”不是“列=值”的形式。")
    case .notAColumnNumber(let place, let found):
      Phrase(
        "\(place): '\(shown(found))' is not a column's name and its number, once each; write "
          + "en=1,zh=2.",
        "\(place)：“\(shown(found))”不是列名加列号，或有重复；请写作 en=1,zh=2。")
    case .notAPenalty(let place, let found, let kinds):
      Phrase(
        "\(place): '\(shown(found))' is not KIND=POINTS, points 0 to 100 and kind one of "
          + "\(kinds.joined(separator: ", ")), memory:NAME.",
        "\(place)：“\(shown(found))”不是“种类=分数”；分数为 0 至 100，种类为 "
          + "\(kinds.joined(separator: "、"))、memory:NAME（NAME 为记忆库名称）。")
    }
  }

  private func suggestion(_ nearest: String?, _ language: MessageLanguage) -> String {
    guard let nearest else { return "" }
    return Phrase(" Did you mean '\(nearest)'?", "是否指“\(nearest)”？")(in: language)
  }

  /// Chinese alternatives, options among them set off by spaces.
  private func spaced(_ others: [String]) -> String {
    let listed = others.map { $0.hasPrefix("-") ? " \($0) " : $0 }.joined(separator: "或")
    return listed.hasSuffix(" ") ? String(listed.dropLast()) : listed
  }

  /// The user's own words, safe to print and cut to 40 characters.
  private func shown(_ word: String) -> String {
    DisplayWidth.visible(word.count > 40 ? word.prefix(39) + "…" : word)
  }
}
