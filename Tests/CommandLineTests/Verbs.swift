@testable import CommandLineTool

/// Every verb that is described, each doing nothing.
let describedVerbs: [Verb] = [
  idle(LookupOptions.self), idle(AnnotateOptions.self), idle(MatchOptions.self),
  idle(ConcordanceOptions.self), idle(AnalyseOptions.self), idle(CheckOptions.self),
  idle(QuantitiesOptions.self), idle(RememberOptions.self), idle(ForgetOptions.self),
  idle(ImportOptions.self), idle(ExportOptions.self),
  idle(AddOptions.self), idle(EditOptions.self), idle(RetireOptions.self),
  idle(ApproveOptions.self), idle(RejectOptions.self), idle(RevertOptions.self),
  idle(HistoryOptions.self), idle(InfoOptions.self), idle(ValidateOptions.self),
  idle(CompletionsOptions.self),
]

/// The command with all of them.
let describedInterface = CommandLineInterface(verbs: describedVerbs)

/// Reads words as a verb's options.
func options<Options: CommandOptions>(
  _ type: Options.Type = Options.self, _ words: String...
) throws(UsageError) -> Options {
  try Options(try CommandParser.parse(words, as: Options.command))
}

private func idle<Options: CommandOptions>(_ type: Options.Type) -> Verb {
  Verb(type) { _, _ in .done }
}
