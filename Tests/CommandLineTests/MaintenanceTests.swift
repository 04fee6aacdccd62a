import Foundation
import Testing

@testable import CommandLineTool

struct MaintenanceTests {
  @Test func `an entry is proposed, approved, changed, retired and brought back`() async throws {
    try await withStore { zhengming in
      let proposed = try await zhengming.run(
        ["add", "--en", "edge intelligence", "--zh", "边缘智能", "--propose"])
      #expect(proposed.output == "proposed term.edge-intelligence (change 2)\n")
      let seen = try await zhengming.run("lookup 边缘智能")
      #expect(seen.output.contains("technical term · proposed · unverified"))
      let approved = try await zhengming.run("approve term.edge-intelligence")
      #expect(approved.output == "approved term.edge-intelligence (change 3)\n")
      let changed = try await zhengming.run(
        ["edit", "term.edge-intelligence", "--set", "definition=AI near its data."])
      #expect(changed.output == "changed term.edge-intelligence (change 4)\n")
      let same = try await zhengming.run(
        ["edit", "term.edge-intelligence", "--set", "definition=AI near its data."])
      #expect(same.output == "Nothing was changed: the store says so already.\n")
      let retired = try await zhengming.run("retire term.edge-intelligence")
      #expect(retired.output == "retired term.edge-intelligence (change 5)\n")
      #expect(try await zhengming.run("lookup 边缘智能").status == 1)
      let reverted = try await zhengming.run("revert 5")
      #expect(reverted.output == "undid change 5: term.edge-intelligence (change 6)\n")
      #expect(try await zhengming.run("lookup 边缘智能").status == 0)
      let history = try await zhengming.run("history term.edge-intelligence")
      #expect(history.output.contains("+ definition: 'AI near its data.'"))
      #expect(history.output.contains("process: "))
      #expect(history.output.hasPrefix("change 6  "))
    }
  }

  @Test func `what is proposed is rejected, what is in use is not`() async throws {
    try await withStore { zhengming in
      _ = try await zhengming.run(["add", "--en", "fog AI", "--zh", "雾智能", "--propose"])
      #expect(try await zhengming.run("reject term.fog-ai").status == 0)
      let refused = try await zhengming.run("reject agency.samr")
      #expect(refused.status == 2)
      #expect(refused.errors.contains("only a proposed entry is rejected"))
    }
  }

  @Test func `an entry that is there already is not added again`() async throws {
    try await withStore { zhengming in
      let twin = try await zhengming.run(["add", "--en", "Software", "--zh", "软件"])
      #expect(twin.status == 2)
      #expect(twin.errors.contains("term.software is called 'Software' and '软件' already."))
      let namesake = try await zhengming.run(["add", "--en", "software", "--zh", "软体"])
      #expect(namesake.status == 0)
      #expect(namesake.errors == "warning: term.software is called 'software' too.\n")
    }
  }

  @Test func `a value that a column does not have is refused without a trace`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("edit agency.samr --term SAMR --set status=prefered")
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasPrefix("zhengming: agency.samr: status 'prefered' is not one of"))
      let unknown = try await zhengming.run("edit agency.samr --term SARM --set status=admitted")
      #expect(unknown.errors.contains("agency.samr has no term 'SARM'; it has "))
      #expect(try await zhengming.run("retire agency.none").status == 2)
      let history = try await zhengming.json("history")
      #expect((history["changes"] as? [Any])?.count == 1)
    }
  }

  @Test func `changes are put down to whoever is named`() async throws {
    try await withStore { zhengming in
      _ = try await zhengming.run(["retire", "agency.cas", "--as", "Han Meimei"])
      let history = try await zhengming.run("history")
      let lines = history.output.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[1].contains("Han Meimei") && lines[1].contains("retire"))
      #expect(lines[2].contains("Tester") && lines[2].contains("import"))
      let future = try await zhengming.run("history --since 2999")
      #expect(future.output.split(separator: "\n").count == 1)
    }
  }

  @Test func `an export is written whole or not at all`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("export -o terms.csv --kind technical")
      #expect(outcome.output == "")
      #expect(outcome.errors == "terms.csv: 2 concepts, 5 terms.\n")
      let before = try zhengming.text(of: "terms.csv")
      let refused = try await zhengming.run("export -o terms.csv --glossary none")
      #expect(refused.status == 2)
      #expect(try zhengming.text(of: "terms.csv") == before)
      let names = try FileManager.default.contentsOfDirectory(atPath: zhengming.folder.path)
      #expect(names.sorted() == [".zhengming", "Glossaries", "terms.csv"])
      let printed = try await zhengming.run("export --kind technical")
      #expect(printed.output == before)
    }
  }

  @Test func `a link that is exported to stays a link`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.shell(
        "echo old > real.csv && ln -s real.csv link.csv && zhengming export -o link.csv "
          + "&& test -L link.csv && head -c 3 real.csv")
      #expect(outcome.output == "id,")
    }
  }

  @Test func `what a form cannot hold is counted on standard error`() async throws {
    try await withStore { zhengming in
      for form in ["--format wide", "--format tbx", "--style dca", "--edition 2008"] {
        let outcome = try await zhengming.run("export " + form)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("left out: "), "\(form)")
      }
      let answer = try await zhengming.json("export", "-o", "terms.tbx")
      #expect((answer["losses"] as? [Any])?.isEmpty == false)
    }
  }

  @Test func `the store tells what is in it, and that it is sound`() async throws {
    try await withStore { zhengming in
      let info = try await zhengming.run("info")
      #expect(info.output.contains("glossary  agencies: 7\n"))
      let answer = try await zhengming.json("info")
      #expect(answer["concepts"] as? Int == 7)
      // The one thing wrong is the term that turns the direction of writing.
      let judged = try await zhengming.run("validate")
      #expect(judged.status == 1)
      #expect(judged.output.hasPrefix("term.trap: 'trap ⟨U+202E⟩part' (en): "))
      #expect(judged.output.hasSuffix(": 1 fault.\n"))
    }
  }

  @Test func `nothing is wrong with the starters, and checks are quiet on their memories`()
    async throws
  {
    try await withStore(SampleStore.starters) { zhengming in
      let judged = try await zhengming.run("validate")
      #expect(judged.status == 0, "\(judged.output)")
      #expect(judged.output.contains(": nothing is wrong.\n"))
      let answer = try await zhengming.json("validate")
      let units = try #require(answer["unitFindings"] as? [String: Any])
      #expect((units["findings"] as? [Any])?.count ?? 99 <= 3)
    }
  }

  @Test func `a store without entries has no line of kinds`() async throws {
    try await withMemory { zhengming in
      let info = try await zhengming.run("info --store s.sqlite")
      #expect(info.output.contains("  concepts  0\n  terms     0\n"))
      #expect(info.output.contains("  units     4 (3 reviewed, 1 draft)\n"))
    }
  }

  @Test func `a person is told on standard error what became of the store`() async throws {
    try await withZhengming { zhengming in
      try Data(SampleStore.csv.utf8).write(to: try zhengming.glossaryFile("agencies.csv"))
      let made = try await zhengming.run("lookup SAMR")
      #expect(made.status == 0)
      #expect(made.errors.hasSuffix("store.sqlite was made from Glossaries/: 7 concepts.\n"))
      let text = SampleStore.csv.replacingOccurrences(of: "Since 2018.", with: "Since March 2018.")
      try Data(text.utf8).write(to: try zhengming.glossaryFile("agencies.csv"))
      let again = try await zhengming.run("lookup SAMR")
      #expect(again.output.contains("Since March 2018."))
      #expect(again.errors.contains("Glossaries/agencies.csv has changed and was taken in again"))
      _ = try await zhengming.run("retire agency.cas")
      try Data(SampleStore.csv.utf8).write(to: try zhengming.glossaryFile("agencies.csv"))
      let newer = try await zhengming.run("lookup SAMR")
      #expect(
        newer.errors
          == "Glossaries/agencies.csv is newer than the store; zhengming import Glossaries/\n")
    }
  }

  @Test(arguments: [Verb].all.map(\.command.name))
  func `the examples of a page work as printed`(name: String) async throws {
    try await withStore(SampleStore.starters) { zhengming in
      try zhengming.write("# Scope\n\nThese Measures apply.\n", to: "README.md")
      let command = try #require([Verb].all.first { $0.command.name == name }?.command)
      for example in command.examples {
        let outcome = try await zhengming.shell(example)
        #expect(outcome.status == 0, "\(example): \(outcome.errors)")
      }
    }
  }
}
