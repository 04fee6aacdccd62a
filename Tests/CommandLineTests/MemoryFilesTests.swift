import Foundation
import Testing

/// Files of translations as people bring them, taken in and given back.
struct MemoryFilesTests {
  private static let header =
    "<header creationtool=\"x\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" "
    + "adminlang=\"en\" srclang=\"en\" datatype=\"plaintext\"/>"

  private static func tmx(_ body: String, prolog: String = "<?xml version=\"1.0\"?>") -> String {
    prolog + "<tmx version=\"1.4\">\(header)<body>\(body)</body></tmx>"
  }

  private static func unit(_ variants: (String, String)...) -> String {
    "<tu>"
      + variants.map { "<tuv xml:lang=\"\($0)\"><seg>\($1)</seg></tuv>" }.joined() + "</tu>"
  }

  private static let scope = unit(("en", "Scope"), ("zh-CN", "范围"))
  private static let ofEntity = unit(("en", "Scope &lol;"), ("zh-CN", "范围"))

  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let message: String
  }

  @Test(arguments: [
    Refused(
      testDescription: "an entity bomb",
      text: tmx(
        ofEntity,
        prolog: "<!DOCTYPE tmx [<!ENTITY a \"aaaa\"><!ENTITY lol \"&a;&a;&a;&a;\">]>"),
      message: "'&lol;' has no meaning here"),
    Refused(
      testDescription: "an external entity",
      text: tmx(ofEntity, prolog: "<!DOCTYPE tmx [<!ENTITY lol SYSTEM \"file:///etc/passwd\">]>"),
      message: "'&lol;' has no meaning here"),
    Refused(
      testDescription: "a file cut short",
      text: String(tmx(scope + scope).dropLast(40)), message: "units.tmx:1:"),
    Refused(
      testDescription: "no Chinese at all",
      text: tmx(unit(("en", "Scope"), ("de", "Anwendungsbereich"))),
      message: "units.tmx: no unit has Chinese (1 read); a memory holds English with Chinese."),
  ])
  func `a file of translations that is wrong is refused in one sentence`(
    sample: Refused
  ) async throws {
    try await withZhengming { zhengming in
      try zhengming.write(sample.text, to: "units.tmx")
      let outcome = try await zhengming.run("import units.tmx --memory m --store s.sqlite")
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains(sample.message), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(!outcome.errors.contains("root:"))
      #expect(try await zhengming.run("match Scope --store s.sqlite").status == 1)
    }
  }

  @Test func `what a memory cannot hold is left out and counted, in the reader's language`()
    async throws
  {
    try await withZhengming { zhengming in
      let text = Self.tmx(
        Self.unit(("en", "Scope"), ("fr", "Objet"), ("zh-TW", "範圍"), ("zh-CN", "范围")),
        prolog: "<!DOCTYPE tmx SYSTEM \"http://localhost:9/tmx14.dtd\">")
      try zhengming.write(text, to: "units.tmx")
      let line = ["import", "units.tmx", "--memory", "m", "--store", "s.sqlite"]
      let outcome = try await zhengming.run(line)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("2 added"))
      #expect(outcome.output.contains("left out: 1 variant in fr"))
      let chinese = try await zhengming.run(line, environment: ["LANG": "zh_CN.UTF-8"])
      #expect(chinese.output.contains("未变 2"))
      #expect(chinese.output.contains("略去：1 fr 变体"))
      let match = try await zhengming.run(
        "match Scope --to zh-Hant-TW --penalty targets=0 --store s.sqlite")
      #expect(match.output.contains("variant −5"))
      #expect(match.output.contains("範圍"))
    }
  }

  @Test func `UTF-16 and tables in either order are read`() async throws {
    try await withZhengming { zhengming in
      try zhengming.write(
        Self.tmx(Self.scope, prolog: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"), to: "8.tmx")
      try zhengming.write("附录,Annex\n前言,Foreword\n", to: "reversed.csv")
      let made = try await zhengming.shell("iconv -f utf-8 -t utf-16 8.tmx > 16.tmx")
      #expect(made.status == 0)
      let tmx = try await zhengming.run("import 16.tmx --memory m --store s.sqlite")
      #expect(tmx.output.contains("1 added"), "\(tmx.errors)")
      let words = "import reversed.csv --memory m --from zh --to en --state draft --store s.sqlite"
      let trial = try await zhengming.run(words + " --dry-run")
      #expect(trial.output.contains("2 added"), "\(trial.errors)")
      #expect(trial.output.hasSuffix("Nothing was written (--dry-run).\n"))
      #expect(try await zhengming.run("match Annex --store s.sqlite").status == 1)
      #expect(try await zhengming.run(words).output.contains("2 added"))
      #expect(try await zhengming.run(words).output.contains("0 added"))
      let match = try await zhengming.run("match Annex --store s.sqlite")
      #expect(match.output.contains("draft −2"))
      #expect(match.output.contains("附录"))
    }
  }

  @Test func `an export of several memories puts each unit back where it was`() async throws {
    try await withZhengming { zhengming in
      try zhengming.write("en\tzh\nAnnex\t附录\n", to: "a.tsv")
      try zhengming.write("en\tzh\nAnnex\t附件\nForeword\t前言\n", to: "b.tsv")
      for name in ["a", "b"] {
        _ = try await zhengming.run("import \(name).tsv --memory \(name) --store one.sqlite")
      }
      _ = try await zhengming.run("export --format tmx -o all.tmx --store one.sqlite")
      let taken = try await zhengming.run("import all.tmx --store two.sqlite")
      #expect(
        taken.output == """
          all.tmx → a: 1 added, 0 changed, 0 removed, 0 unchanged
          all.tmx → b: 2 added, 0 changed, 0 removed, 0 unchanged

          """)
      let again = try await zhengming.run("import all.tmx --store two.sqlite")
      #expect(again.output.contains("→ b: 0 added, 0 changed, 0 removed, 2 unchanged"))
      _ = try await zhengming.run("export --format tmx -o again.tmx --store two.sqlite")
      #expect(try zhengming.text(of: "all.tmx") == zhengming.text(of: "again.tmx"))
      let info = try await zhengming.run("info --store two.sqlite")
      #expect(info.output.contains("memory    a: 1\n"))
      #expect(info.output.contains("b: 2\n"))
    }
  }

  @Test func `a table holds one direction, and the rest is counted`() async throws {
    try await withZhengming { zhengming in
      for (source, target) in [("Annex", "附录"), ("Foreword", "前言"), ("范围", "Scope")] {
        _ = try await zhengming.run(["remember", source, target, "--store", "s.sqlite"])
      }
      let most = try await zhengming.run("export --memory own --format csv --store s.sqlite")
      #expect(
        most.output == """
          id,en,zh-Hans,previous,next,origin,state,note
          ,Annex,附录,,,,reviewed,
          ,Foreword,前言,,,,reviewed,

          """)
      #expect(most.errors.contains("left out: 1 unit from zh-Hans to en"))
      let other = try await zhengming.run(
        "export --format tsv --from zh --to en --store s.sqlite")
      #expect(other.output.hasSuffix("\n\t范围\tScope\t\t\t\treviewed\t\n"), "\(other.output)")
    }
  }

  @Test(arguments: [
    ("--memory own --format tbx", "options '--format tbx' and '--memory' exclude each other."),
    ("--format tmx --kind agency", "options '--kind' and '--format tmx' exclude each other."),
    ("--format tsv --for-excel", "options '--for-excel' and '--format tsv' exclude each other."),
    ("--from en", "option '--from' needs --memory or --format tmx or --format tsv."),
  ])
  func `an export of translations takes no options of entries`(
    options: String, message: String
  ) async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("export " + options)
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasPrefix("zhengming: " + message), "\(outcome.errors)")
    }
  }

  @Test func `the life of a unit is told, and a change of it undone`() async throws {
    try await withStore { zhengming in
      _ = try await zhengming.run(["remember", "Annex Q", "附录Q"])
      _ = try await zhengming.run(["remember", "Annex Q", "附件Q", "--unit", "1"])
      let history = try await zhengming.run("history #1")
      #expect(history.output.contains("  target: '附录Q' → '附件Q'\n"))
      #expect(history.output.contains("  + source: 'Annex Q'\n"))
      let undone = try await zhengming.run("revert 3")
      #expect(undone.output == "undid change 3: #1 (change 4)\n")
      let match = try await zhengming.run(["match", "Annex Q"])
      #expect(match.output.contains("附录Q"))
      #expect(try await zhengming.run("forget 1").status == 0)
      #expect(try await zhengming.run(["match", "Annex Q"]).status == 1)
      #expect(try await zhengming.run("revert 5").status == 0)
      #expect(try await zhengming.run(["match", "Annex Q"]).status == 0)
      let missing = try await zhengming.run("history 77")
      #expect(missing.status == 2)
      #expect(missing.errors.contains("unit 77: there is no such unit"))
    }
  }

  @Test func `control characters of a file are shown, not sent`() async throws {
    try await withZhengming { zhengming in
      try zhengming.write(
        "en\tzh\nA \u{1B}[31mred\u{1B}[0m \u{202E}word stands\t红\u{1B}[2J色\n", to: "t.tsv")
      _ = try await zhengming.run("import t.tsv --memory m --store s.sqlite")
      let lines = [
        "match A red word stands --threshold 50", "match stands --fragments",
        "concordance stands", "history 1",
      ]
      for line in lines {
        let outcome = try await zhengming.run(line + " --store s.sqlite")
        for sign in ["\u{1B}", "\u{202E}"] {
          #expect(!outcome.output.contains(sign), "\(line)")
        }
      }
    }
  }
}
