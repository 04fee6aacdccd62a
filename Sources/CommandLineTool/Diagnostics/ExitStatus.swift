/// What the command tells whoever started it.
enum ExitStatus: Int32, Sendable {
  /// It did its work.
  case done = 0
  /// It ran, and the answer is no: nothing found, something wrong found.
  case answerIsNo = 1
  /// It could not do its work, or was not understood.
  case failed = 2
  /// A person stopped it.
  case interrupted = 130
}
