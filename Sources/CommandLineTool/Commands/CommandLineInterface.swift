import TextAnalysis

/// The command as a whole: its verbs, and how a line of words becomes the work of one of them.
struct CommandLineInterface: Sendable {
  /// The number that `--version` prints (Semantic Versioning 2.0).
  static let version = "0.1.0"

  let verbs: [Verb]

  /// The shapes of all verbs, `help` the last.
  var commands: [Command] { verbs.map(\.command) + [.help(on: verbs.map(\.command.name))] }

  /// What a line of words asks for.
  enum Request: Sendable {
    case overview
    case page(Command)
    case version
    case work(Verb.Work)
  }

  /// Reads a command line, the program's name not among the words; nothing is done yet.
  func request(for words: [String]) throws(Misuse) -> Request {
    let (verbPlace, asksForHelp, asksForVersion) = survey(words)
    guard let verbPlace else {
      if asksForHelp { return .overview }
      if asksForVersion { return .version }
      try checkOptions(words)
      throw Misuse(error: .noVerb, verb: nil)
    }
    let command = try command(named: words[verbPlace])
    if asksForHelp { return .page(command) }
    var others = words
    others.remove(at: verbPlace)
    do throws(UsageError) {
      let parsed = try CommandParser.parse(others, as: command)
      if parsed.flag(Option.help.name) { return .page(command) }
      guard let verb = verbs.first(where: { $0.command.name == command.name }) else {
        return pageOrOverview(parsed.arguments.first)
      }
      return .work(try verb.work(for: parsed))
    } catch {
      throw Misuse(error: error, verb: command.name)
    }
  }

  private func pageOrOverview(_ name: String?) -> Request {
    commands.first { $0.name == name }.map(Request.page) ?? .overview
  }

  private func command(named name: String) throws(Misuse) -> Command {
    let commands = commands
    if let command = commands.first(where: { $0.name == name }) { return command }
    let nearest = nearestWord(to: name, among: commands.map(\.name))
    throw Misuse(error: .unknownVerb(name, nearest: nearest), verb: nil)
  }

  /// Finds the verb, the first word that is no option and no option's value, and whether a page is
  /// asked for, anywhere before `--`.
  private func survey(_ words: [String]) -> (verb: Int?, help: Bool, version: Bool) {
    let options = commands.flatMap(\.options)
    var result: (verb: Int?, help: Bool, version: Bool) = (nil, false, false)
    var takesNext = false
    for (place, word) in words.enumerated() {
      let isValue = takesNext
      takesNext = false
      switch CommandWord(word) {
      case .end: return result
      case .plain:
        if !isValue, result.verb == nil { result.verb = place }
      case .long(let name, let value):
        if name == Option.help.name { result.help = true }
        if name == "version", result.verb == nil { result.version = true }
        takesNext = value == nil && options.contains { $0.name == name && $0.kind != nil }
      case .short(let letters):
        if letters == "h" { result.help = true }
        takesNext =
          letters.count == 1 && options.contains { $0.letter == letters.first && $0.kind != nil }
      }
    }
    return result
  }

  /// Without a verb, finds fault with the first option that no verb has.
  private func checkOptions(_ words: [String]) throws(Misuse) {
    let names = commands.flatMap(\.options).map(\.name) + ["version"]
    for word in words {
      guard case .long(let name, _) = CommandWord(word), !names.contains(name) else { continue }
      let nearest = nearestWord(to: name, among: names).map { "--" + $0 }
      throw Misuse(error: .unknownOption("--" + name, verb: nil, nearest: nearest), verb: nil)
    }
  }
}

extension CommandLineInterface {
  /// Reads the words, does the work, says what went wrong, and returns how it ended.
  func run(_ words: [String], in invocation: Invocation) -> ExitStatus {
    do {
      let status = try perform(try request(for: words), in: invocation)
      try invocation.output.flush()
      return status
    } catch OutputError.closed {
      return .done
    } catch {
      try? invocation.output.flush()
      invocation.diagnostics.report(error)
      return .failed
    }
  }

  private func perform(_ request: Request, in invocation: Invocation) throws -> ExitStatus {
    switch request {
    case .work(let work):
      return try work(invocation)
    case .version:
      try invocation.output.line("zhengming \(Self.version)")
    case .overview:
      try invocation.output.write(helpPage(in: invocation).overview(of: invocation.commands))
    case .page(let command):
      try invocation.output.write(helpPage(in: invocation).page(of: command))
    }
    return .done
  }

  private func helpPage(in invocation: Invocation) -> HelpPage {
    let terminal = invocation.output.terminal
    return HelpPage(
      width: min(terminal.readingWidth, 100), language: invocation.language,
      palette: terminal.palette)
  }
}
