import Foundation
import Testing

@testable import CommandLineTool

struct ImportTests {
  private let head = "id,rev,kind,language,term,type,status\n"

  @Test func `a file says what it added, and nothing when it is taken again`() async throws {
    try await withZhengming { zhengming in
      try zhengming.write(head + "term.a,,technical,en,alpha,,preferred\n", to: "terms.csv")
      let first = try await zhengming.run("import terms.csv --store s.sqlite")
      #expect(first.output == "terms.csv → terms: 1 added, 0 changed, 0 removed, 0 unchanged\n")
      #expect(first.status == 0)
      let again = try await zhengming.run("import terms.csv --store s.sqlite")
      #expect(again.output == "terms.csv → terms: 0 added, 0 changed, 0 removed, 1 unchanged\n")
    }
  }

  @Test func `a trial says the same and writes nothing`() async throws {
    try await withStore { zhengming in
      try zhengming.write(head + "term.a,,technical,en,alpha,,preferred\n", to: "terms.csv")
      let trial = try await zhengming.run("import terms.csv --dry-run")
      #expect(
        trial.output == """
          terms.csv → terms: 1 added, 0 changed, 0 removed, 0 unchanged
          Nothing was written (--dry-run).

          """)
      #expect(try await zhengming.run("lookup alpha").status == 1)
    }
  }

  @Test func `a changed row is listed with what changed`() async throws {
    try await withStore { zhengming in
      try zhengming.write(
        head + "term.software,1,technical,en,software,,admitted\n"
          + "term.software,1,,zh-Hans,软件,,preferred\n", to: "terms.csv")
      let outcome = try await zhengming.run("import terms.csv --glossary agencies")
      #expect(outcome.status == 0)
      #expect(
        outcome.output == """
          terms.csv → agencies: 0 added, 1 changed, 0 removed, 0 unchanged
            changed term.software: - zh-Hant-TW 軟體; en software: type, status; zh-Hans 软件: type

          """)
    }
  }

  @Test func `an old export is in conflict with work done since, until somebody decides`()
    async throws
  {
    try await withStore { zhengming in
      _ = try await zhengming.run("export -o old.csv")
      _ = try await zhengming.run(["edit", "term.software", "--set", "definition=What runs."])
      let old = try zhengming.text(of: "old.csv")
      try zhengming.write(
        old.replacingOccurrences(of: "Programs.", with: "Sets of programs."), to: "old.csv")
      let outcome = try await zhengming.run(
        "import old.csv --glossary agencies --conflicts both.csv")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("1 in conflict"))
      #expect(
        outcome.output.contains("definition: store 'What runs.', file 'Sets of programs.'"))
      #expect(outcome.output.contains("Both sides of 1 conflict are in both.csv"))
      let both = try zhengming.text(of: "both.csv")
      #expect(both.contains("What runs.") && both.contains("Sets of programs."))
      let plain = try await zhengming.run("import old.csv --glossary agencies")
      #expect(plain.output.contains("--on-conflict take-file, keep-store or propose"))
      let taken = try await zhengming.run(
        "import old.csv --glossary agencies --on-conflict take-file")
      #expect(taken.status == 0)
      let answer = try await zhengming.run("lookup software")
      #expect(answer.output.contains("Sets of programs."))
    }
  }

  @Test func `a file of conflicts that is filled in decides them`() async throws {
    try await withStore { zhengming in
      _ = try await zhengming.run("export -o old.csv")
      _ = try await zhengming.run(["edit", "term.software", "--set", "definition=What runs."])
      let old = try zhengming.text(of: "old.csv")
      try zhengming.write(
        old.replacingOccurrences(of: "Programs.", with: "Sets of programs."), to: "old.csv")
      _ = try await zhengming.run("import old.csv --conflicts both.csv")
      let undecided = try await zhengming.run("import both.csv")
      #expect(undecided.status == 1)
      // The decision is the last column, and stands in a side's first row.
      let decided = try zhengming.text(of: "both.csv").split(separator: "\n").map { line in
        line.contains("Sets of programs.") ? line + "file" : line
      }
      try zhengming.write(decided.joined(separator: "\n") + "\n", to: "both.csv")
      let outcome = try await zhengming.run("import both.csv")
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
      let answer = try await zhengming.run("lookup software")
      #expect(answer.output.contains("Sets of programs."))
    }
  }

  @Test func `an export of several glossaries is edited and taken back where it belongs`()
    async throws
  {
    try await withStore { zhengming in
      _ = try await zhengming.run(["add", "--en", "edge node", "--zh", "边缘节点"])
      _ = try await zhengming.run("export -o all.csv")
      let text = try zhengming.text(of: "all.csv")
      try zhengming.write(
        text.replacingOccurrences(of: "Programs.", with: "Sets of programs."), to: "all.csv")
      let outcome = try await zhengming.run("import all.csv")
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(outcome.output.contains("0 added, 1 changed, 0 removed, 7 unchanged"))
      let info = try await zhengming.run("info")
      #expect(info.output.contains("agencies: 7\n"))
      #expect(info.output.contains("house: 1\n"))
    }
  }

  @Test func `a file of conflicts is written only where there are some`() async throws {
    try await withStore { zhengming in
      try zhengming.write("kept", to: "both.csv")
      let outcome = try await zhengming.run("import Glossaries --conflicts both.csv")
      #expect(outcome.status == 0)
      #expect(try zhengming.text(of: "both.csv") == "kept")
    }
  }

  @Test func `records that are wrong are left out on request and reported`() async throws {
    try await withZhengming { zhengming in
      try zhengming.write(
        head + "term.a,,technical,en,alpha,,preferred\nterm.b,,technical,en,beta,,prefered\n",
        to: "terms.csv")
      let strict = try await zhengming.run("import terms.csv --store s.sqlite")
      #expect(strict.status == 2)
      #expect(strict.errors.hasPrefix("zhengming: terms.csv:3:7: status 'prefered' is not one of"))
      let outcome = try await zhengming.run("import terms.csv --store s.sqlite --keep-going")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("1 added, 0 changed, 0 removed, 0 unchanged, 1 refused"))
      #expect(outcome.output.contains("  terms.csv:3:7: status 'prefered'"))
    }
  }

  @Test func `a colleague's sheet is read by its columns, in either direction`() async throws {
    try await withZhengming { zhengming in
      try zhengming.write("1,edge node,边缘节点\n2,edge cloud,边缘云\n", to: "sheet.csv")
      let outcome = try await zhengming.run("import sheet.csv --columns en=2,zh=3 --store s.sqlite")
      #expect(outcome.status == 0)
      try zhengming.write("source,target\nCPU,GPU\n", to: "pair.csv")
      let unclear = try await zhengming.run("import pair.csv --store s.sqlite")
      #expect(unclear.errors.contains("Say --from and --to."))
      let told = try await zhengming.run("import pair.csv --from en --to zh --store s.sqlite")
      #expect(told.status == 0)
      #expect(try await zhengming.run("lookup 边缘云 --store s.sqlite").status == 0)
    }
  }

  @Test func `a name of two concepts is listed with both`() async throws {
    try await withStore { zhengming in
      try zhengming.write("英文,中文\nCAS,中科\n", to: "sheet.csv")
      let outcome = try await zhengming.run("import sheet.csv")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("1 ambiguous"))
      #expect(outcome.output.contains("agency.cas or agency.standards"))
    }
  }

  @Test func `a date that a spreadsheet made whole is pointed out`() async throws {
    try await withZhengming { zhengming in
      try zhengming.write(
        "id,kind,language,term,status,since\nterm.a,technical,en,alpha,preferred,2018/3/1\n",
        to: "terms.csv")
      let outcome = try await zhengming.run("import terms.csv --store s.sqlite")
      #expect(outcome.output.contains("a spreadsheet has added the day"))
      #expect(outcome.status == 0)
    }
  }

  @Test func `what an entry says against itself is taken and pointed out`() async throws {
    try await withZhengming { zhengming in
      try zhengming.write(
        """
        id,kind,language,term,status,since,until
        term.a,technical,en,alpha,preferred,,
        term.a,technical,en,alpha,preferred,,
        term.b,technical,en,beta,preferred,2021,2018-03
        term.c,technical,en,gamma,preferred,,

        """, to: "t.csv")
      let taken = try await zhengming.run("import t.csv --store s.sqlite")
      #expect(taken.status == 0)
      #expect(
        taken.output == """
          t.csv → t: 3 added, 0 changed, 0 removed, 0 unchanged
            t.csv:2: term.a: 'alpha' stands twice in en with the same dates.
            t.csv:4: term.b: since 2021 is after until 2018-03.

          """)
      let chinese = try await zhengming.run(
        ["import", "t.csv", "--store", "s.sqlite"], environment: ["LANG": "zh_CN.UTF-8"])
      #expect(chinese.output.contains("  t.csv:4：term.b：since 2021 晚于 until 2018-03。\n"))
      let judged = try await zhengming.run("validate --store s.sqlite")
      #expect(judged.status == 1 && judged.output.contains("stands twice"))
    }
  }

  @Test func `pruning retires what a file lacks, much of it only with consent`() async throws {
    try await withStore { zhengming in
      try zhengming.write(head + "term.a,,technical,en,alpha,,preferred\n", to: "agencies.csv")
      let arguments = "import agencies.csv --glossary agencies --prune"
      let refused = try await zhengming.run(arguments)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("more than one in twenty"))
      let done = try await zhengming.run(arguments + " --yes")
      #expect(done.status == 0)
      #expect(done.output.contains("1 added, 0 changed, 7 removed"))
    }
  }

  @Test func `the answer in JSON says the same`() async throws {
    try await withStore { zhengming in
      let answer = try await zhengming.json("import", "Glossaries")
      let file = try #require((answer["files"] as? [[String: Any]])?.first)
      #expect(file["file"] as? String == "Glossaries/agencies.csv")
      #expect(file["unchanged"] as? Int == 7)
      #expect(file["change"] is NSNull)
    }
  }
}
