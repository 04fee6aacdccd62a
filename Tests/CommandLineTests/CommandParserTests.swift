import Testing
import TextAnalysis

@testable import CommandLineTool

struct CommandParserTests {
  private let command = Command(
    name: "probe", summary: Phrase("Probe"), examples: [],
    options: [
      .flag("all", letter: "a", Phrase("")), .flag("brief", letter: "b", Phrase("")),
      .value("output", letter: "o", kind: .file, Phrase("")),
      .value("limit", kind: .integer(1...9), Phrase("")),
      .value("day", kind: .date, Phrase("")), .value("from", kind: .language, Phrase("")),
      .repeated("kind", letter: "k", kind: .choice(["agency", "policy"]), Phrase("")),
    ],
    arguments: [
      Argument(Phrase("FIRST"), Phrase("")), Argument(Phrase("REST"), count: .any, Phrase("")),
    ])

  private func parse(_ words: String...) throws(UsageError) -> Parsed {
    try CommandParser.parse(words, as: command)
  }

  @Test(arguments: [
    ["one", "-a", "-o", "f.csv"], ["-a", "one", "-of.csv"], ["-ao", "f.csv", "one"],
    ["--output=f.csv", "-a", "one"], ["--all", "--output", "f.csv", "--", "one"],
    ["-ao=f.csv", "one"], ["-o", "x", "one", "-a", "--output", "f.csv"],
  ])
  func `options stand anywhere and in every spelling`(words: [String]) throws {
    let parsed = try CommandParser.parse(words, as: command)
    #expect(parsed.flag("all"))
    #expect(!parsed.flag("brief"))
    #expect(parsed.text("output") == "f.csv")
    #expect(parsed.arguments == ["one"])
  }

  @Test func `words are read as their kinds say`() throws {
    let parsed = try parse(
      "x", "--limit", "9", "--day", "2018-03", "--from=ZH_tw", "-k", "agency", "--kind=policy")
    #expect(parsed.integer("limit") == 9)
    #expect(parsed.date("day") == PartialDate("2018-03"))
    #expect(parsed.language("from")?.description == "zh-Hant-TW")
    #expect(parsed.texts("kind") == ["agency", "policy"])
    #expect(parsed.integer("day") == nil)
  }

  @Test func `after two dashes nothing is an option`() throws {
    #expect(try parse("a", "--", "--all", "-b", "--").arguments == ["a", "--all", "-b", "--"])
  }

  @Test func `a single dash is an argument and a value`() throws {
    let parsed = try parse("-", "-o", "-")
    #expect(parsed.arguments == ["-"])
    #expect(parsed.text("output") == "-")
  }

  @Test func `a joined value may be empty, hold an equals sign or begin with a dash`() throws {
    #expect(try parse("a", "--output=-x=y").text("output") == "-x=y")
    #expect(throws: UsageError.emptyPath(place: Phrase("--output"))) { try parse("a", "--output=") }
  }

  @Test(arguments: [
    Refusal(["--al", "x"], "'--al' is not an option of 'probe'. Did you mean '--all'?"),
    Refusal(["-z", "x"], "'-z' is not an option of 'probe'."),
    Refusal(["-all", "x"], "'-l' is not an option of 'probe'."),
    Refusal(["-limit", "x"], "'-l' is not an option of 'probe'. Did you mean '--limit'?"),
    Refusal(["x", "-o"], "option '-o' needs a value (FILE)."),
    Refusal(
      ["x", "-o", "--all"],
      "option '-o' needs a value (FILE); '--all' is an option. Write -o=… if it is meant."),
    Refusal(["x", "--all=yes"], "option '--all' takes no value."),
    Refusal(["x", "--limit", "10"], "--limit: '10' is not a whole number from 1 to 9."),
    Refusal(["x", "--limit", "1e1"], "--limit: '1e1' is not a whole number from 1 to 9."),
    Refusal(
      ["x", "--day", "2021-02-30"],
      "--day: '2021-02-30' is not a date; write 2018, 2018-03 or 2018-03-17."),
    Refusal(
      ["x", "--from", "fr"],
      "--from: 'fr' is not English or Chinese; write en, zh or zh-Hant-TW."),
    Refusal(
      ["x", "-k", "agancy"], "-k: 'agancy' is not one of agency, policy. Did you mean 'agency'?"),
    Refusal([], "'probe' needs FIRST."),
  ])
  func `what is wrong is said in one sentence`(sample: Refusal) {
    #expect { try CommandParser.parse(sample.words, as: command) } throws: { error in
      String(describing: error) == sample.message
    }
  }

  @Test func `a word too many is named`() {
    #expect(throws: UsageError.extraArgument("more", verb: "info")) {
      try options(InfoOptions.self, "more")
    }
  }

  @Test func `help needs no arguments`() throws {
    #expect(try parse("-h").flag("help"))
    #expect(try parse("-ah").flag("help"))
  }

  @Test func `every message has a Chinese form without English sentences`() {
    let error = UsageError.unknownOption("--kidn", verb: "lookup", nearest: "--kind")
    #expect(error.message(in: .chinese) == "“lookup”没有选项“--kidn”。是否指“--kind”？")
  }

  @Test func `a person's own words are cut and made harmless`() {
    let word = "\u{1B}[31m" + String(repeating: "x", count: 90)
    let message = UsageError.unknownVerb(word, nearest: nil).description
    #expect(!message.unicodeScalars.contains("\u{1B}"))
    #expect(message.count < 80)
  }
}

struct Refusal: Sendable, CustomTestStringConvertible {
  let words: [String]
  let message: String

  init(_ words: [String], _ message: String) { (self.words, self.message) = (words, message) }

  var testDescription: String { words.joined(separator: " ") }
}
