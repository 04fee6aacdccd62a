import TextAnalysis

/// The options of `completions`.
struct CompletionsOptions: CommandOptions, Hashable {
  let shell: Shell
  /// Whether the answer is wanted as JSON.
  let isJSON: Bool

  static let command = Command(
    name: "completions",
    summary: Phrase("Print a script that completes words in a shell", "输出命令行自动补全脚本"),
    discussion: Phrase(
      "The script completes verbs, options, the values of options and file names. Load it in "
        + "your shell's start-up file: 'source <(zhengming completions bash)' in ~/.bashrc; "
        + "'source <(zhengming completions zsh)' in ~/.zshrc, after compinit; 'zhengming "
        + "completions fish | source' in ~/.config/fish/config.fish.",
      "脚本可补全动词、选项、选项的值和文件名。请在 shell 的启动文件中加载：~/.bashrc 中写 "
        + "source <(zhengming completions bash)；~/.zshrc 中在 compinit 之后写 source "
        + "<(zhengming completions zsh)；~/.config/fish/config.fish 中写 zhengming completions "
        + "fish | source。"),
    examples: ["zhengming completions bash > zhengming.bash"],
    options: [.json],
    arguments: [
      Argument(
        Phrase("SHELL"), kind: .oneOf(Shell.self),
        Phrase("bash, zsh or fish", "bash、zsh 或 fish"))
    ])

  init(_ parsed: Parsed) throws(UsageError) {
    guard let name = parsed.arguments.first, let shell = Shell(rawValue: name) else {
      throw .missingArgument(verb: "completions", Phrase("SHELL"))
    }
    self.shell = shell
    isJSON = parsed.flag(Option.json.name)
  }
}

/// A script for a shell, as programs read it.
private struct CompletionsAnswer: Encodable {
  let shell: String
  let script: String
}

extension Verb {
  static let completions = Verb(CompletionsOptions.self) { options, invocation in
    let script = options.shell.completionScript(for: invocation.commands)
    if options.isJSON {
      try invocation.output.json(
        CompletionsAnswer(shell: options.shell.rawValue, script: script))
    } else {
      try invocation.output.write(script)
    }
    return .done
  }
}
