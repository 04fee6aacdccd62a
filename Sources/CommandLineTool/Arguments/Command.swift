import TextAnalysis

/// The shape of one verb: its words, options and arguments, without what it does.
///
/// Help pages, completion scripts and the parser are all made from it.
struct Command: Sendable, Hashable {
  let name: String
  /// One line, without a full stop.
  let summary: Phrase
  /// What a person must know beyond the options.
  let discussion: Phrase?
  /// Lines for a shell that work as they stand, one after another.
  let examples: [String]
  /// Its own options, in the order of the help page; ``Option/help`` is every command's.
  let options: [Option]
  /// What is not an option, in order; only the last may repeat.
  let arguments: [Argument]

  init(
    name: String, summary: Phrase, discussion: Phrase? = nil, examples: [String],
    options: [Option] = [], arguments: [Argument] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.options = options + [.help]
    self.arguments = arguments
  }

  func option(named name: some StringProtocol) -> Option? {
    options.first { $0.name == name }
  }

  func option(lettered letter: Character) -> Option? {
    options.first { $0.letter == letter }
  }
}

extension Option {
  static let help = flag("help", letter: "h", Phrase("Show this page", "显示本页"))
}
