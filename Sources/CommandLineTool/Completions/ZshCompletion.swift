import TextAnalysis

/// The script for zsh, which may be sourced after `compinit` or stand in `fpath` as `_zhengming`.
struct ZshCompletion {
  let commands: [Command]

  var script: String {
    """
    #compdef zhengming

    _zhengming() {
      local context state state_descr line
      typeset -A opt_args
      _arguments -C \\
        '(-h --help)'{-h,--help}'[\(escaped(Option.help.help.english))]' \\
        '--version[Print the version]' \\
        '1:verb:->verb' \\
        '*::argument:->argument' && return

      case $state in
        verb)
          local -a verbs=(
    \(commands.map(verbLine).joined(separator: "\n"))
          )
          _describe verb verbs
          ;;
        argument)
          case $words[1] in
    \(commands.map(verbCase).joined(separator: "\n"))
          esac
          ;;
      esac
    }

    if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
      _zhengming "$@"
    else
      compdef _zhengming zhengming
    fi

    """
  }

  private func verbLine(_ command: Command) -> String {
    "        " + shellQuoted("\(command.name):\(command.summary.english)")
  }

  private func verbCase(_ command: Command) -> String {
    let specifications =
      command.options.map(specification(of:))
      + command.arguments.enumerated().map(specification(of:_:))
    return """
            \(command.name))
              _arguments -S \\
                \(specifications.joined(separator: " \\\n            "))
              ;;
      """
  }

  private func specification(of option: Option) -> String {
    let help = "[\(escaped(option.help.english))]"
    var repeats = ""
    if case .repeated = option.form { repeats = "*" }
    guard let kind = option.kind else {
      guard let letter = option.letter else { return shellQuoted(option.spelling + help) }
      return "'(-\(letter) \(option.spelling))'{-\(letter),\(option.spelling)}" + shellQuoted(help)
    }
    let value = ":\(escaped(option.placeholder.english)):\(action(kind))"
    guard let letter = option.letter else {
      return shellQuoted(repeats + option.spelling + "=" + help + value)
    }
    return "'(-\(letter) \(option.spelling))'{-\(letter)+,\(option.spelling)=}"
      + shellQuoted(help + value)
  }

  private func specification(of place: Int, _ argument: Argument) -> String {
    let which = argument.repeats ? "*" : String(place + 1)
    return shellQuoted("\(which):\(escaped(argument.placeholder.english)):\(action(argument.kind))")
  }

  private func action(_ kind: ValueKind) -> String {
    switch kind {
    case .file, .fileOrFolder: "_files"
    case .folder: "_files -/"
    case .choice, .language: "(\(kind.candidates.joined(separator: " ")))"
    case .text, .date, .integer, .unit: " "
    }
  }

  /// Text within a specification, where brackets, colons and backslashes have a meaning.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "[]:\\".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
