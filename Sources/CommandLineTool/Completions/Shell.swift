/// A shell that can be told how to complete the command's words.
enum Shell: String, Sendable, CaseIterable {
  case bash
  case zsh
  case fish

  /// Writes the shell's script from the shapes of the commands.
  func completionScript(for commands: [Command]) -> String {
    switch self {
    case .bash: BashCompletion(commands: commands).script
    case .zsh: ZshCompletion(commands: commands).script
    case .fish: FishCompletion(commands: commands).script
    }
  }
}

/// A word of a shell in single quotes, which it takes letter by letter.
func shellQuoted(_ text: String) -> String {
  var quoted = "'"
  for character in text { quoted += character == "'" ? "'\\''" : String(character) }
  return quoted + "'"
}
