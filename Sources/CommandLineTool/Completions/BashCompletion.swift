/// The script for bash 3.2 and later; it needs nothing else.
struct BashCompletion {
  let commands: [Command]

  var script: String {
    """
    # zhengming completion for bash
    _zhengming() {
      local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      local verb= takes= word place kind= words= options=
      COMPREPLY=()

      # bash cuts words at the equals sign: '--kind=agency' is three of them.
      if [[ $current == "=" ]]; then
        current=
      elif [[ $previous == "=" ]] && (( COMP_CWORD >= 2 )); then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      fi

      for (( place = 1; place < COMP_CWORD; place++ )); do
        word=${COMP_WORDS[place]}
        if [[ $word == "=" ]]; then continue; fi
        if [[ -n $takes ]]; then takes=; continue; fi
        case $word in
          \(valueOptions)) takes=1 ;;
          -*) ;;
          *) verb=$word; break ;;
        esac
      done

      if [[ -z $verb ]]; then
        COMPREPLY=( $(compgen -W "\(verbWords)" -- "$current") )
        return
      fi

      case $verb in
    \(commands.map(verbCase).joined(separator: "\n"))
      esac

      if [[ -z $kind && $current == -* ]]; then
        COMPREPLY=( $(compgen -W "$options" -- "$current") )
        return
      fi
      if [[ -z $kind ]]; then
        case $verb in
    \(commands.compactMap(argumentCase).joined(separator: "\n"))
        esac
      fi
      case $kind in
        words) COMPREPLY=( $(compgen -W "$words" -- "$current") ) ;;
        file) _zhengming_files -f "$current" ;;
        folder) _zhengming_files -d "$current" ;;
      esac
    }

    _zhengming_files() {
      local name
      while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen "$1" -- "$2")
      compopt -o filenames 2>/dev/null
    }

    complete -F _zhengming zhengming

    """
  }

  /// The patterns of all options that take a word.
  private var valueOptions: String {
    Set(commands.flatMap(\.options).filter { $0.kind != nil }.flatMap(spellings)).sorted()
      .joined(separator: "|")
  }

  private var verbWords: String {
    (commands.map(\.name) + ["--help", "--version"]).joined(separator: " ")
  }

  private func verbCase(_ command: Command) -> String {
    let cases = command.options.compactMap { option -> String? in
      guard let kind = option.kind else { return nil }
      return "        \(spellings(of: option).joined(separator: "|"))) \(assignment(kind)) ;;"
    }
    let options = command.options.map(\.spelling).joined(separator: " ")
    var lines = ["    \(command.name))", "      options=\"\(options)\""]
    if !cases.isEmpty { lines += ["      case $previous in"] + cases + ["      esac"] }
    return (lines + ["      ;;"]).joined(separator: "\n")
  }

  private func argumentCase(_ command: Command) -> String? {
    guard let argument = command.arguments.last else { return nil }
    return "      \(command.name)) \(assignment(argument.kind)) ;;"
  }

  private func assignment(_ kind: ValueKind) -> String {
    switch kind {
    case .file, .fileOrFolder: "kind=file"
    case .folder: "kind=folder"
    case .choice, .language: "kind=words words=\"\(kind.candidates.joined(separator: " "))\""
    case .text, .date, .integer, .unit: "kind=text"
    }
  }

  private func spellings(of option: Option) -> [String] {
    [option.spelling] + (option.letter.map { ["-\($0)"] } ?? [])
  }
}
