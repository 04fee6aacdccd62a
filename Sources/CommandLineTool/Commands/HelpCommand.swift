import TextAnalysis

extension Command {
  /// `help [VERB]`, which knows the other verbs.
  static func help(on verbs: [String]) -> Command {
    Command(
      name: "help",
      summary: Phrase("Show how a verb is used", "显示某个动词的用法"),
      examples: ["zhengming help completions"],
      arguments: [
        Argument(
          Phrase("VERB", "动词"), kind: .choice(verbs + ["help"]), count: .optional,
          Phrase("The verb; without one, all verbs are listed", "动词；不给则列出全部动词"))
      ])
  }
}
