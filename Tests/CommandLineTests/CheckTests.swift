import Foundation
import TestSupport
import Testing

/// Translations checked from outside.
struct CheckTests {
  private static let pairs = """
    en\tzh\tignore
    The fund amounts to CNY 25 billion.\t基金总额为2500亿元。\t
    The second one is missing.\t\t
    The third one is missing.\t\tempty-target

    """

  private func withPairs(_ body: (Zhengming) async throws -> Void) async throws {
    try await withStore { zhengming in
      try zhengming.write(Self.pairs, to: "pairs.tsv")
      try await body(zhengming)
    }
  }

  @Test func `every format is written, to standard output and to a file`() async throws {
    try await withPairs { zhengming in
      let text = try await zhengming.run("check pairs.tsv --fail-on never")
      #expect(text.status == 0 && !text.errors.contains("pairs.tsv"))
      #expect(text.output.contains("3 segments"))
      for format in ["json", "sarif", "html", "text"] {
        let shown = try await zhengming.run("check pairs.tsv --fail-on never --format \(format)")
        let written = try await zhengming.run("check pairs.tsv --fail-on never -o out.\(format)")
        #expect(shown.status == 0 && written.status == 0)
        #expect(written.output == "" && written.errors.hasPrefix("out.\(format): "))
        #expect(try zhengming.text(of: "out.\(format)") == shown.output)
      }
      let json = try await zhengming.json("check", "pairs.tsv", "--fail-on", "never")
      #expect(json["segmentCount"] as? Int == 3)
      #expect((json["store"] as? String)?.hasSuffix(".zhengming/store.sqlite") == true)
      #expect(json["findings"] as? [[String: Any]] != nil)
    }
  }

  @Test func `findings are told as a compiler tells them, in the reader's language`() async throws {
    try await withPairs { zhengming in
      let english = try await zhengming.run("check pairs.tsv")
      #expect(english.status == 1)
      #expect(english.output.hasPrefix("pairs.tsv:2:42: error: "))
      #expect(
        english.output.contains("[quantity-mismatch]\n  en  The fund amounts to CNY 25 billion.\n"))
      #expect(english.output.contains("\n1 finding is switched off in the document.\n"))
      #expect(english.output.hasSuffix(" in 3 segments.\n"))
      let chinese = try await zhengming.run(
        ["check", "pairs.tsv"], environment: ["LANG": "zh_CN.UTF-8"])
      #expect(chinese.status == 1)
      #expect(chinese.output.hasPrefix("pairs.tsv:2:42: 错误："))
      #expect(chinese.output.contains("\n文档中另有 1 处已注明忽略。\n3 个语段：错误 "))
      let json = try await zhengming.run(
        ["check", "pairs.tsv", "--json"], environment: ["LANG": "zh_CN.UTF-8"])
      let same = try await zhengming.run("check pairs.tsv --json")
      #expect(json.output == same.output)
    }
  }

  @Test func `nothing in a file acts on the terminal or the page`() async throws {
    try await withStore { zhengming in
      try zhengming.write(
        "en\tzh\nCNY 25 \u{1B}[31mred <script>\t26元 \u{202E}<script>alert(1)</script>\n",
        to: "trap.tsv")
      let text = try await zhengming.run("check trap.tsv")
      #expect(!text.output.contains("\u{1B}") && !text.output.contains("\u{202E}"))
      let page = try await zhengming.run("check trap.tsv --format html")
      #expect(!page.output.contains("<script>alert") && !page.output.contains("\u{202E}"))
      #expect(page.output.contains("&lt;script&gt;"))
    }
  }

  @Test func `validate tells what terms break and what units might`() async throws {
    try await withStore { zhengming in
      try zhengming.write(
        "id,kind,language,term,status\nterm.a,technical,en,al\u{200B}pha,preferred\n"
          + "term.a,technical,zh-Hans,甲（乙,preferred\n", to: "a.csv")
      #expect(try await zhengming.run("import a.csv --glossary terms").status == 0)
      try zhengming.write("en\tzh\nCNY 25 billion\t2500亿元\nA.\t甲。\n", to: "u.tsv")
      #expect(try await zhengming.run("import u.tsv --memory house").status == 0)
      let outcome = try await zhengming.run("validate")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("term.a: 'al⟨U+200B⟩pha' (en): "))
      #expect(outcome.output.contains("[hidden-character]"))
      #expect(outcome.output.contains("term.a: '甲（乙' (zh-Hans): "))
      #expect(outcome.output.contains("house #1: error: "))
      #expect(outcome.output.hasSuffix("in 2 translation units: quantity-mismatch 1.\n"))
      let none = try await zhengming.run("validate --limit 0")
      #expect(!none.output.contains("house #1"))
      let answer = try await zhengming.json("validate")
      let units = try #require(answer["unitFindings"] as? [String: Any])
      #expect(units["units"] as? Int == 2)
    }
  }

  @Test func `the SARIF log of the command is valid by the published schema`() async throws {
    guard let schema = SharedData.text(of: "sarif/sarif-schema-2.1.0.json") else { return }
    try await withPairs { zhengming in
      let log = try await zhengming.run("check pairs.tsv --format sarif")
      #expect(try JSONSchema(schema).faults(of: JSONNode(log.output)) == [])
    }
  }

  @Test func `rules are listed, as text and in JSON`() async throws {
    try await withZhengming { zhengming in
      let text = try await zhengming.run("check --list-rules")
      #expect(text.status == 0)
      let json = try await zhengming.json("check", "--list-rules")
      let rules = try #require(json["rules"] as? [[String: Any]])
      #expect(rules.allSatisfy { $0["id"] != nil && $0["severity"] != nil })
      for rule in rules {
        #expect(text.output.contains(try #require(rule["id"] as? String)))
      }
    }
  }

  @Test func `what is wrong with a check is said, status 2`() async throws {
    try await withPairs { zhengming in
      try zhengming.write("# A\n\nOne.\n", to: "a.md")
      try zhengming.write("# 甲\n\n一。\n\n二。\n", to: "b.md")
      let cases = [
        ("check", "'check' needs FILE or --source and --target or --monolingual."),
        ("check a.md", "a.md: this is a document, not a text with its translation"),
        ("check none.tsv", "none.tsv: there is no such file."),
        ("check .", ".: this is a folder; a file is required."),
        ("check pairs.tsv --rule=-emty-target", "Did you mean 'empty-target'?"),
        ("check pairs.tsv --glossary laws", "There is no glossary 'laws' in "),
        ("check pairs.tsv --profile japan", "'japan' is not one of mainland, mainland/law, "),
        ("check pairs.tsv --list-rules", "options '--list-rules' and 'FILE' exclude each other."),
        ("check --source a.md", "option '--source' needs --target."),
        ("check --source - --target -", "'-' is given twice"),
        ("check pairs.tsv --json --format html", "'--format' and '--json' exclude each other."),
        ("check pairs.tsv --monolingual a.md", "'--monolingual' and 'FILE' exclude each other."),
        (
          "check --source a.md --target b.md",
          "a.md has 2 lines in 2 paragraphs, b.md has 3 lines in 3 paragraphs"
        ),
      ]
      for (line, message) in cases {
        let outcome = try await zhengming.run(line)
        #expect(outcome.status == 2, "\(line)")
        #expect(outcome.errors.contains(message), "\(line): \(outcome.errors)")
        #expect(outcome.output == "")
      }
      let chinese = try await zhengming.run(
        ["check", "--source", "a.md", "--target", "b.md"], environment: ["LANG": "zh_CN.UTF-8"])
      #expect(chinese.errors.contains("a.md 有 2 行、2 段，b.md 有 3 行、3 段；行数或段数须有一项相同。"))
    }
  }

  @Test func `the project's file is found, and its faults are said with their place`() async throws
  {
    try await withPairs { zhengming in
      try zhengming.write("{\n  \"failOn\": \"nver\"\n}\n", to: "zhengming.json")
      let wrong = try await zhengming.run("check pairs.tsv")
      #expect(wrong.status == 2)
      #expect(wrong.errors.contains("zhengming.json:2:13: 'failOn' is 'nver'; one of error, "))
      try zhengming.write("{\"failOn\": \"never\"}", to: "zhengming.json")
      #expect(try await zhengming.run("check pairs.tsv").status == 0)
      try zhengming.write("{\"failOn\": \"never\"}", to: "other.json")
      try zhengming.write("nothing", to: "zhengming.json")
      #expect(try await zhengming.run("check pairs.tsv --config other.json").status == 0)
    }
  }

  @Test func `standard input is a table, or a document in one language`() async throws {
    try await withPairs { zhengming in
      let table = try await zhengming.run(
        ["check", "-", "--fail-on", "never"], input: Self.pairs)
      #expect(table.status == 0 && table.output.contains("3 segments"))
      let document = try await zhengming.run(
        ["check", "--monolingual", "-", "--fail-on", "never"], input: "One. Two.\n")
      #expect(document.status == 0 && document.output.contains("2 segments"))
    }
  }
}
