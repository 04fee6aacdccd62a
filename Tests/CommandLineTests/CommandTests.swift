import Foundation
import Testing
import TextAnalysis

@testable import CommandLineTool

struct CommandTests {
  @Test func `the version is printed`() async throws {
    try await withZhengming { zhengming in
      let outcome = try await zhengming.run("--version")
      #expect(outcome.output == "zhengming \(CommandLineInterface.version)\n")
      #expect(outcome.errors == "")
      #expect(outcome.status == 0)
    }
  }

  @Test func `every verb that is listed has its page`() async throws {
    try await withZhengming { zhengming in
      let overview = try await zhengming.run("help")
      #expect(overview.status == 0)
      for verb in [Verb].all {
        #expect(overview.output.contains("  \(verb.command.name) "))
        let page = try await zhengming.run([verb.command.name, "--help"])
        #expect(page.status == 0)
        #expect(page.output.contains("Usage: zhengming \(verb.command.name)"))
      }
    }
  }

  @Test func `a script for a shell is given to programs as JSON`() async throws {
    try await withZhengming { zhengming in
      let answer = try await zhengming.json("completions", "fish")
      #expect(Set(answer.keys) == ["shell", "script"])
      let script = try await zhengming.run("completions fish")
      #expect(answer["script"] as? String == script.output)
    }
  }

  @Test func `bad usage is one sentence, where to find help, and status 2`() async throws {
    try await withZhengming { zhengming in
      let outcome = try await zhengming.run("completions bsh")
      #expect(outcome.output == "")
      #expect(
        outcome.errors == """
          zhengming: SHELL: 'bsh' is not one of bash, zsh, fish. Did you mean 'bash'?
          Run 'zhengming completions --help' for help.

          """)
      #expect(outcome.status == 2)
    }
  }

  @Test func `the locale decides the language of messages`() async throws {
    try await withZhengming { zhengming in
      let outcome = try await zhengming.run(["complet"], environment: ["LANG": "zh_CN.UTF-8"])
      #expect(
        outcome.errors == """
          zhengming: zhengming 没有动词“complet”。是否指“completions”？
          请运行“zhengming --help”查看帮助。

          """)
      #expect(outcome.status == 2)
    }
  }

  @Test func `a reader who leaves early is no error`() async throws {
    try await withZhengming { zhengming in
      for trap in ["", "trap '' PIPE; "] {
        let outcome = try await zhengming.shell(
          trap + "exec 3> >(true); wait $!; zhengming completions bash >&3")
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
      }
    }
  }

  @Test(arguments: ["/dev/full", "&-"])
  func `output that cannot be written is an error`(target: String) async throws {
    try await withZhengming { zhengming in
      let outcome = try await zhengming.shell("zhengming --version >\(target)")
      #expect(outcome.errors.hasPrefix("zhengming: standard output: the system refuses: "))
      #expect(outcome.status == 2)
    }
  }

  @Test func `words that are no text are refused like others`() async throws {
    try await withZhengming { zhengming in
      let outcome = try await zhengming.shell("zhengming $'\\xff\\xfe\\e[2J'")
      #expect(outcome.status == 2)
      #expect(!outcome.errors.contains("\u{1B}"))
    }
  }

  @Test func `styles are sent to no file unless forced`() async throws {
    try await withZhengming { zhengming in
      #expect(try await !zhengming.run("help").output.contains("\u{1B}"))
      let forced = try await zhengming.run(["help"], environment: ["CLICOLOR_FORCE": "1"])
      #expect(forced.output.contains("\u{1B}[1mVerbs:\u{1B}[0m"))
    }
  }
}

struct DiagnosticsTests {
  private enum Wordless: Error { case secret(path: String) }

  private struct Worded: Error, CustomStringConvertible {
    let description = "terms.csv:3: a sentence."
  }

  @Test func `an error is its own sentence and never a dump`() {
    #expect(Diagnostics.sentence(for: Worded(), in: .english) == "terms.csv:3: a sentence.")
    let sentence = Diagnostics.sentence(for: Wordless.secret(path: "/p"), in: .english)
    #expect(!sentence.contains("secret"))
    #expect(sentence.contains("Wordless"))
    #expect(
      Diagnostics.sentence(for: UsageError.noVerb, in: .chinese) == "缺少动词，例如 lookup。")
  }
}
