import TextAnalysis

/// One option of a command: `--dry-run`, `--limit N`, `-o FILE`.
struct Option: Sendable, Hashable {
  enum Form: Sendable, Hashable {
    /// Is there or is not.
    case flag
    /// Takes a word; given twice, the last counts.
    case value(ValueKind)
    /// Takes a word; given twice, all count.
    case repeated(ValueKind)
  }

  /// The long name, without its dashes.
  let name: String
  /// The letter of the short form.
  let letter: Character?
  let form: Form
  let placeholder: Phrase
  let help: Phrase

  private init(
    _ name: String, _ letter: Character?, _ form: Form, _ placeholder: Phrase, _ help: Phrase
  ) {
    (self.name, self.letter, self.form) = (name, letter, form)
    (self.placeholder, self.help) = (placeholder, help)
  }

  static func flag(_ name: String, letter: Character? = nil, _ help: Phrase) -> Option {
    Option(name, letter, .flag, Phrase(""), help)
  }

  static func value(
    _ name: String, letter: Character? = nil, kind: ValueKind, placeholder: Phrase? = nil,
    _ help: Phrase
  ) -> Option {
    Option(name, letter, .value(kind), placeholder ?? kind.placeholder, help)
  }

  static func repeated(
    _ name: String, letter: Character? = nil, kind: ValueKind, placeholder: Phrase? = nil,
    _ help: Phrase
  ) -> Option {
    Option(name, letter, .repeated(kind), placeholder ?? kind.placeholder, help)
  }

  /// The kind of word that it takes, or nothing for a flag.
  var kind: ValueKind? {
    switch form {
    case .flag: nil
    case .value(let kind), .repeated(let kind): kind
    }
  }

  /// As people write it.
  var spelling: String { "--" + name }

  /// As a help page lists it: `-o, --output FILE`.
  func label(in language: MessageLanguage) -> String {
    let names = (letter.map { "-\($0), " } ?? "    ") + spelling
    return kind == nil ? names : names + " " + placeholder(in: language)
  }
}

/// A word of a command that is no option.
struct Argument: Sendable, Hashable {
  enum Count: Sendable, Hashable {
    case one
    case optional
    case any
    case oneOrMore
  }

  let placeholder: Phrase
  let kind: ValueKind
  let count: Count
  let help: Phrase

  init(_ placeholder: Phrase, kind: ValueKind = .text, count: Count = .one, _ help: Phrase) {
    self.placeholder = placeholder
    self.kind = kind
    self.count = count
    self.help = help
  }

  var isRequired: Bool { count == .one || count == .oneOrMore }
  var repeats: Bool { count == .any || count == .oneOrMore }

  /// As a usage line has it: `FILE…`, `[ID]`.
  func label(in language: MessageLanguage) -> String {
    let text = placeholder(in: language) + (repeats ? "…" : "")
    return isRequired ? text : "[\(text)]"
  }
}
