import TextAnalysis

/// Reads the words after a verb.
///
/// Options may stand anywhere; `--limit 3` and `--limit=3`, `-o FILE`, `-oFILE` and `-o=FILE` are
/// the same; letters of flags may be joined; after `--` nothing is an option. A word that begins
/// with a dash is never taken for an option's value unless it is `-` alone or joined by `=`.
struct CommandParser {
  let command: Command
  private var parsed = Parsed()
  private var rest: ArraySlice<String> = []
  private var positional: [String] = []

  init(_ command: Command) { self.command = command }

  static func parse(_ words: [String], as command: Command) throws(UsageError) -> Parsed {
    var parser = CommandParser(command)
    return try parser.parse(words)
  }

  private mutating func parse(_ words: [String]) throws(UsageError) -> Parsed {
    rest = words[...]
    while let word = rest.popFirst() {
      switch CommandWord(word) {
      case .plain(let text): positional.append(text)
      case .end: positional += rest; rest = []
      case .long(let name, let value): try take(long: name, value: value)
      case .short(let letters): try take(short: letters)
      }
    }
    if !parsed.flag(Option.help.name) { try assignArguments() }
    return parsed
  }

  private mutating func take(long name: String, value: String?) throws(UsageError) {
    guard let option = command.option(named: name) else {
      throw .unknownOption(
        "--" + name, verb: command.name,
        nearest: nearestWord(to: name, among: command.options.map(\.name)).map { "--" + $0 })
    }
    try take(option, spelled: option.spelling, value: value)
  }

  private mutating func take(short letters: Substring) throws(UsageError) {
    var letters = letters
    while let letter = letters.popFirst() {
      let spelling = "-\(letter)"
      guard let option = command.option(lettered: letter) else {
        // A single dash before a long name: `-json`.
        let isLongName = command.option(named: String(letter) + letters) != nil
        throw .unknownOption(
          spelling, verb: command.name, nearest: isLongName ? "--\(letter)\(letters)" : nil)
      }
      guard option.kind != nil else {
        parsed.set(option.name)
        continue
      }
      let joined = letters.first == "=" ? letters.dropFirst() : letters
      try take(option, spelled: spelling, value: letters.isEmpty ? nil : String(joined))
      return
    }
  }

  private mutating func take(
    _ option: Option, spelled spelling: String, value: String?
  ) throws(UsageError) {
    guard let kind = option.kind else {
      guard value == nil else { throw .needlessValue(option: spelling) }
      parsed.set(option.name)
      return
    }
    let word: String
    if let value {
      word = value
    } else if let next = rest.first, case .plain = CommandWord(next) {
      word = next
      rest.removeFirst()
    } else {
      throw .missingValue(option: spelling, placeholder: option.placeholder, next: rest.first)
    }
    parsed.add(try kind.value(of: word, for: Phrase(spelling)), to: option.name)
  }

  private mutating func assignArguments() throws(UsageError) {
    var words = positional[...]
    for argument in command.arguments {
      if words.isEmpty, argument.isRequired {
        throw .missingArgument(verb: command.name, argument.placeholder)
      }
      for word in argument.repeats ? words : words.prefix(1) {
        _ = try argument.kind.value(of: word, for: argument.placeholder)
        parsed.add(argument: word)
        words.removeFirst()
      }
    }
    if let word = words.first { throw .extraArgument(word, verb: command.name) }
  }
}

/// A word of a command line by its dashes alone.
enum CommandWord {
  case plain(String)
  /// `--name` or `--name=value`.
  case long(String, value: String?)
  /// What follows a single dash.
  case short(Substring)
  /// `--`, after which nothing is an option.
  case end

  init(_ word: String) {
    let bytes = word.utf8
    if bytes.elementsEqual("--".utf8) {
      self = .end
    } else if bytes.starts(with: "--".utf8) {
      let body = bytes.dropFirst(2)
      if let sign = body.firstIndex(of: UInt8(ascii: "=")) {
        let value = word[bytes.index(after: sign)...]
        self = .long(String(word[body.startIndex..<sign]), value: String(value))
      } else {
        self = .long(String(word[body.startIndex...]), value: nil)
      }
    } else if bytes.first == UInt8(ascii: "-"), bytes.count > 1 {
      self = .short(word[bytes.index(after: bytes.startIndex)...])
    } else {
      self = .plain(word)
    }
  }
}
