import TextAnalysis

/// The script for fish 3.
struct FishCompletion {
  let commands: [Command]

  var script: String {
    let start = [
      "# zhengming completion for fish",
      "complete -c zhengming -f",
      "complete -c zhengming -n __fish_use_subcommand -l version -d 'Print the version'",
    ]
    return (start + commands.flatMap(lines)).joined(separator: "\n") + "\n"
  }

  private func lines(for command: Command) -> [String] {
    let condition = shellQuoted("__fish_seen_subcommand_from \(command.name)")
    let verb =
      "complete -c zhengming -n __fish_use_subcommand -a \(command.name)"
      + " -d \(quoted(command.summary.english))"
    let options = command.options.map { option in
      "complete -c zhengming -n \(condition) -l \(option.name)"
        + (option.letter.map { " -s \($0)" } ?? "")
        + (option.kind.map(words) ?? "") + " -d \(quoted(option.help.english))"
    }
    let argument = command.arguments.last.map { argument in
      "complete -c zhengming -n \(condition)" + words(argument.kind, isArgument: true)
    }
    return [verb] + options + (argument.map { [$0] } ?? [])
  }

  private func words(_ kind: ValueKind) -> String { words(kind, isArgument: false) }

  private func words(_ kind: ValueKind, isArgument: Bool) -> String {
    let takes = isArgument ? "" : " -r"
    return switch kind {
    case .file, .fileOrFolder: takes + " -F"
    case .folder: takes + " -f -a '(__fish_complete_directories)'"
    case .choice, .language: takes + " -f -a \(quoted(kind.candidates.joined(separator: " ")))"
    case .text, .date, .integer, .unit: takes + " -f"
    }
  }

  /// In fish, a backslash keeps its meaning between single quotes.
  private func quoted(_ text: String) -> String {
    var quoted = "'"
    for character in text {
      if character == "'" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
    return quoted + "'"
  }
}
