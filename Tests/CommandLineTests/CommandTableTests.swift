import Foundation
import Testing
import TestSupport
import TextAnalysis

@testable import CommandLineTool

struct CommandTableTests {
  private let commands = describedInterface.commands

  @Test func `one option has one meaning on every verb`() {
    var forms: [String: Option.Form] = [:]
    for command in commands {
      #expect(Set(command.options.map(\.name)).count == command.options.count)
      let letters = command.options.compactMap(\.letter)
      #expect(Set(letters).count == letters.count)
      for option in command.options {
        // A look-up selects one value where an export selects several.
        let takesWord = option.kind != nil
        if let form = forms[option.name], form != option.form {
          #expect(takesWord && form != .flag, "--\(option.name) of \(command.name)")
        }
        forms[option.name] = option.form
      }
    }
  }

  @Test func `every verb that uses the store says so and answers in JSON`() {
    for command in commands where command.name != "help" {
      #expect(command.option(named: "json") != nil, "\(command.name)")
      guard !["completions", "quantities"].contains(command.name) else { continue }
      #expect(command.option(named: "store") != nil, "\(command.name)")
    }
  }

  @Test func `every verb is told in two languages, with an example`() {
    for command in commands {
      let phrases =
        [command.summary] + command.options.map(\.help) + command.arguments.map(\.help)
        + (command.discussion.map { [$0] } ?? [])
      for phrase in phrases where phrase.english != phrase.chinese {
        #expect(!phrase.english.unicodeScalars.contains { $0.properties.isIdeographic })
        #expect(phrase.chinese.unicodeScalars.contains { $0.properties.isIdeographic })
      }
      #expect(!command.examples.isEmpty)
      #expect(!command.summary.english.hasSuffix("."))
    }
  }

  @Test func `every example can be read`() throws {
    for command in commands {
      #expect(
        command.examples.contains {
          $0.hasPrefix("zhengming \(command.name) ") || $0 == "zhengming \(command.name)"
        })
      for example in command.examples {
        let words = shellWords(example)
        #expect(words.first == "zhengming")
        #expect(throws: Never.self) { try describedInterface.request(for: words.dropFirst() + []) }
      }
    }
  }

  @Test func `only the last argument repeats`() {
    for command in commands {
      #expect(command.arguments.dropLast().allSatisfy { !$0.repeats })
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no line of words stops the command`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let options = commands.flatMap(\.options)
    let pool =
      commands.map(\.name) + options.map(\.spelling) + options.map { $0.spelling + "=" }
      + options.compactMap { $0.letter.map { "-\($0)" } }
      + [
        "", "-", "--", "---", "--=", "-=", "=", "-\u{301}", "--\u{301}=x", "--kind=\u{301}",
        "SAMR", "市监总局", "2018-03", "99999999999999999999", "-9", "a\u{202E}b", "\u{0}",
        "--set=a=b", "status=x", "--kind=agency", "-oh", "-ho", "👨‍👩‍👧", "\u{FFFD}",
        String(repeating: "-", count: 70),
      ]
    for _ in 0..<40 {
      let words = (0..<Int.random(in: 0...7, using: &generator)).map { _ in
        var word = pool.randomElement(using: &generator) ?? ""
        if Int.random(in: 0..<8, using: &generator) == 0 {
          word = String(word.shuffled(using: &generator))
        }
        return word
      }
      do {
        _ = try describedInterface.request(for: words)
      } catch {
        #expect(!error.error.message(in: .english).isEmpty)
        #expect(!error.error.message(in: .chinese).isEmpty)
      }
    }
  }

  /// Splits a line as a shell does, as far as examples go: double quotes and redirection.
  private func shellWords(_ line: String) -> [String] {
    var words: [String] = []
    for (place, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if place % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return Array(words.prefix { $0 != ">" })
  }
}

struct RequestTests {
  private func page(_ words: String...) -> String? {
    guard let request = try? describedInterface.request(for: words) else { return nil }
    return switch request {
    case .overview: "overview"
    case .version: "version"
    case .page(let command): command.name
    case .work: "work"
    }
  }

  @Test func `help is given wherever it is asked for`() {
    #expect(page("help") == "overview")
    #expect(page("--help") == "overview")
    #expect(page("-h") == "overview")
    #expect(page("help", "import") == "import")
    #expect(page("help", "help") == "help")
    #expect(page("import", "--help") == "import")
    #expect(page("--help", "import") == "import")
    #expect(page("lookup", "x", "--bogus", "-h") == "lookup")
    #expect(page("import", "x", "--glossary", "y", "-h") == "import")
    #expect(page("lookup", "--", "--help") == "work")
    #expect(page("lookup", "help") == "work")
    #expect(page("--version") == "version")
  }

  @Test func `options may stand before the verb`() {
    #expect(page("--store", "lookup", "info") == "work")
    #expect(page("--json", "lookup", "SAMR") == "work")
    #expect(page("-o", "import", "export") == "work")
  }

  @Test(arguments: [
    Refusal([], "a verb is required, such as 'lookup'."),
    Refusal(["lokup", "SAMR"], "'lokup' is not a verb of zhengming. Did you mean 'lookup'?"),
    Refusal(["翻译"], "'翻译' is not a verb of zhengming."),
    Refusal(
      ["--verison"], "'--verison' is not an option of 'zhengming'. Did you mean '--version'?"),
    Refusal(["lookup", "--version"], "'--version' is not an option of 'lookup'."),
    Refusal(["info", "--as", "x"], "'--as' is not an option of 'info'."),
    Refusal(["bogus", "--help"], "'bogus' is not a verb of zhengming."),
  ])
  func `what is no verb or option is refused`(sample: Refusal) {
    #expect { try describedInterface.request(for: sample.words) } throws: {
      ($0 as? Misuse)?.error.description == sample.message
    }
  }

  @Test func `the help of the verb is pointed to`() {
    #expect { try describedInterface.request(for: ["import"]) } throws: {
      ($0 as? Misuse)?.advice(in: .english) == "Run 'zhengming import --help' for help."
    }
  }
}
