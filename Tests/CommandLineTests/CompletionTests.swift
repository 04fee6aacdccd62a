import Foundation
import Testing
import TextAnalysis

@testable import CommandLineTool

struct CompletionTests {
  /// Sources the bash script in a folder with some files, completes the last of the words, and
  /// returns what bash would offer.
  private func offered(_ words: String...) async throws -> [String] {
    var offered: [String] = []
    try await withZhengming { zhengming in
      let script = Shell.bash.completionScript(for: describedInterface.commands)
      let file = zhengming.folder.appending(path: "zhengming.bash")
      try Data(script.utf8).write(to: file)
      for name in ["terms one.csv", "术语.csv"] {
        try Data().write(to: zhengming.folder.appending(path: name))
      }
      try FileManager.default.createDirectory(
        at: zhengming.folder.appending(path: "terms"), withIntermediateDirectories: false)
      let outcome = try await zhengming.shell(
        """
        set -u
        source zhengming.bash
        COMP_WORDS=(zhengming \(words.map(shellQuoted).joined(separator: " ")))
        COMP_CWORD=\(words.count)
        _zhengming
        for word in "${COMPREPLY[@]}"; do echo "$word"; done
        """)
      #expect(outcome.errors == "")
      #expect(outcome.status == 0)
      offered = outcome.output.split(separator: "\n").map(String.init).sorted()
    }
    return offered
  }

  @Test func `bash completes verbs`() async throws {
    #expect(try await offered("re") == ["reject", "remember", "retire", "revert"])
    #expect(try await offered("--v") == ["--version"])
    #expect(
      try await offered("")
        == (describedInterface.commands.map(\.name)
        + ["--help", "--version"]).sorted())
    #expect(try await offered("--store", "x", "look") == ["lookup"])
  }

  @Test func `bash completes the options of the verb`() async throws {
    #expect(try await offered("lookup", "SAMR", "--as") == ["--as-of"])
    #expect(try await offered("import", "--as") == ["--as"])
  }

  @Test func `bash completes the values of an option`() async throws {
    #expect(try await offered("lookup", "--kind", "p") == ["policy"])
    #expect(try await offered("lookup", "--kind", "=", "a") == ["agency"])
    #expect(
      try await offered("export", "--status", "=") == [
        "admitted", "deprecated", "preferred", "superseded",
      ])
    #expect(try await offered("lookup", "--from", "zh-Hant-") == ["zh-Hant-HK", "zh-Hant-TW"])
    #expect(try await offered("lookup", "--limit", "") == [])
  }

  @Test func `bash completes files, spaces and all`() async throws {
    #expect(try await offered("import", "te") == ["terms", "terms one.csv"])
    #expect(try await offered("export", "-o", "术") == ["术语.csv"])
    #expect(try await offered("--store", "te") == [])
    #expect(try await offered("info", "--store", "terms ") == ["terms one.csv"])
  }

  @Test func `bash completes words that are arguments`() async throws {
    #expect(try await offered("completions", "") == ["bash", "fish", "zsh"])
    #expect(try await offered("help", "imp") == ["import"])
  }

  @Test(arguments: [Shell.zsh, .fish], MessageLanguage.allCases)
  func `the scripts of the other shells name every verb and option`(
    shell: Shell, language: MessageLanguage
  ) {
    let script = shell.completionScript(for: describedInterface.commands)
    for command in describedInterface.commands {
      #expect(script.contains(command.name))
      for option in command.options {
        #expect(script.contains(shell == .zsh ? option.spelling : "-l \(option.name) "))
      }
    }
  }

  @Test(arguments: Shell.allCases)
  func `a shell that is installed finds no fault with its script`(shell: Shell) async throws {
    try await withZhengming { zhengming in
      let script = shell.completionScript(for: describedInterface.commands)
      try Data(script.utf8).write(to: zhengming.folder.appending(path: "script"))
      let outcome = try await zhengming.shell(
        "command -v \(shell) >/dev/null || exit 0; \(shell) -n script")
      #expect(outcome.errors == "")
      #expect(outcome.status == 0)
    }
  }
}
