import Terminology
import Testing
import TextAnalysis

@testable import CommandLineTool

struct CommandOptionsTests {
  @Test func `the words of a lookup are one query`() throws {
    let given: LookupOptions = try options(
      LookupOptions.self, "railway", "radio", "--from", "en", "--kind=policy", "--as-of",
      "2016-05-01", "--limit", "3", "--long", "--store", "s.sqlite")
    #expect(given.query == "railway radio")
    #expect(given.from == .english)
    #expect(given.kind == .policy)
    #expect(given.asOf == PartialDate("2016-05-01"))
    #expect(given.limit == 3)
    #expect(given.layout == .text(isLong: true))
    #expect(given.common.store == "s.sqlite")
    #expect(given.file == nil)
  }

  @Test func `a lookup has a query or a file of them`() throws {
    #expect(try options(LookupOptions.self, "--file", "-", "--json").layout == .json)
    #expect(
      throws: UsageError.nothingGiven(
        verb: "lookup", oneOf: [Phrase("QUERY", "名称"), Phrase("--file")])
    ) {
      try options(LookupOptions.self, "--json")
    }
    #expect(
      throws: UsageError.nothingGiven(
        verb: "lookup", oneOf: [Phrase("QUERY", "名称"), Phrase("--file")])
    ) {
      try options(LookupOptions.self, "")
    }
    #expect(throws: UsageError.excludes(option: "--file", other: Phrase("QUERY", "名称"))) {
      try options(LookupOptions.self, "--file", "names.txt", "SAMR")
    }
    #expect(throws: UsageError.excludes(option: "--format", other: Phrase("--json"))) {
      try options(LookupOptions.self, "SAMR", "--format", "csv", "--json")
    }
  }

  @Test func `an import takes files and what to do with them`() throws {
    let given = try options(
      ImportOptions.self, "a.csv", "Glossaries", "--glossary", "house", "--columns",
      "en=1,zh=2,note=4",
      "--encoding", "gb18030", "--dry-run", "--keep-going", "--on-conflict", "take-file",
      "--conflicts", "c.csv", "--propose", "--prune", "--yes", "--as", "Li Lei")
    #expect(given.paths == ["a.csv", "Glossaries"])
    #expect(given.columns == ["en": 1, "zh": 2, "note": 4])
    #expect(given.encoding.map { "\($0)" } == "gb18030")
    #expect("\(given.conflictPolicy)" == "takeFile")
    #expect(given.isDryRun && given.keepsGoing && given.proposes && given.prunes && given.isAgreed)
    #expect(given.common.author == "Li Lei")
    #expect("\(try options(ImportOptions.self, "a.csv").conflictPolicy)" == "report")
  }

  @Test(arguments: ["en", "en=", "=1", "en=0", "en=1,en=2", "en=1,,zh=2", "en=1=2"])
  func `a column of a sheet is a name and a number`(words: String) {
    #expect {
      try options(ImportOptions.self, "a.csv", "--columns", words)
    } throws: {
      String(describing: $0).hasSuffix("once each; write en=1,zh=2.")
    }
  }

  @Test func `an import prunes only within a glossary that is named`() {
    #expect(throws: UsageError.needs(option: "--prune", oneOf: ["--glossary", "--memory"])) {
      try options(ImportOptions.self, "a.csv", "--prune")
    }
    #expect(throws: UsageError.needs(option: "--yes", oneOf: ["--prune"])) {
      try options(ImportOptions.self, "a.csv", "--yes")
    }
    #expect(throws: UsageError.needs(option: "-", oneOf: ["--glossary", "--memory"])) {
      try options(ImportOptions.self, "-")
    }
  }

  @Test(
    arguments: [
      ([], .csv(isForExcel: false)), (["--for-excel"], .csv(isForExcel: true)),
      (["--format", "wide"], .wide(isForExcel: false)), (["--format", "tbx"], .tbx(.dct)),
      (["-o", "terms.TBX"], .tbx(.dct)), (["-o", "terms.csv"], .csv(isForExcel: false)),
      (["--style", "dca"], .tbx(.dca)), (["--edition", "2008"], .martif),
      (["--edition", "2008", "--style", "dca"], .martif),
    ] as [([String], ExportOptions.Form)])
  func `the form of an export follows from its options`(
    words: [String], form: ExportOptions.Form
  ) throws {
    let parsed = try CommandParser.parse(words, as: ExportOptions.command)
    #expect(try ExportOptions(parsed).form == form)
  }

  @Test(arguments: [
    Refusal(
      ["--format", "csv", "--style", "dca"],
      "options '--style' and '--format csv' exclude each other."),
    Refusal(
      ["--format", "wide", "--edition", "2008"],
      "options '--edition' and '--format wide' exclude each other."),
    Refusal(
      ["--format", "tbx", "--for-excel"],
      "options '--for-excel' and '--format tbx' exclude each other."),
    Refusal(
      ["--style", "dct", "--edition", "2008"],
      "options '--style dct' and '--edition 2008' exclude each other."),
    Refusal(["--json"], "option '--json' needs --output."),
    Refusal(
      ["--status", "prefered"],
      "--status: 'prefered' is not one of preferred, admitted, deprecated, superseded. "
        + "Did you mean 'preferred'?"),
  ])
  func `an export refuses what contradicts itself`(sample: Refusal) {
    #expect {
      try ExportOptions(try CommandParser.parse(sample.words, as: ExportOptions.command))
    } throws: {
      String(describing: $0) == sample.message
    }
  }

  @Test func `an export selects by several values`() throws {
    let given = try options(
      ExportOptions.self, "--glossary", "a", "--glossary", "b", "--kind=agency", "--kind=policy",
      "--subject", "law", "--status", "preferred", "--process", "retired")
    #expect(given.glossaries == ["a", "b"])
    #expect(given.kinds == [.agency, .policy])
    #expect(given.subjects == ["law"])
    #expect(given.statuses == [.preferred])
    #expect(given.processes == [.retired])
  }

  @Test func `an entry is added from the columns of the wide form`() throws {
    let given = try options(
      AddOptions.self, "--zh", "边缘智能", "--en", "edge intelligence", "--en-other", "edge AI",
      "--en-other", "AI at the edge", "--set", "definition=a = b", "--propose")
    #expect(given.kind == .technical)
    #expect(
      given.terms.map(\.text) == ["edge intelligence", "edge AI", "AI at the edge", "边缘智能"])
    #expect(given.terms.map(\.status) == [.preferred, .admitted, .admitted, .preferred])
    #expect(given.terms.last?.language == .simplifiedChinese)
    #expect(given.assignments.map(\.column) == ["definition"])
    #expect(given.assignments.map(\.text) == ["a = b"])
    #expect(given.proposes)
    #expect(throws: UsageError.nothingGiven(verb: "add", oneOf: [Phrase("--en"), Phrase("--zh")])) {
      try options(AddOptions.self, "--kind", "agency")
    }
  }

  @Test func `an edit changes the entry or one term`() throws {
    let concept = try options(EditOptions.self, "agency.samr", "--set", "definition=")
    #expect(concept.change == .concept([try ColumnAssignment("definition=", scope: .concept)]))
    let term = try options(
      EditOptions.self, "agency.samr", "--term", "SAMR", "--set", "status=admitted",
      "--set", "note=…", "--language", "en")
    guard case .term("SAMR", .english, let assignments) = term.change else {
      Issue.record("\(term.change)")
      return
    }
    #expect(assignments.map(\.column) == ["status", "note"])
    let removal = try options(EditOptions.self, "agency.samr", "--remove-term", "X")
    #expect(removal.change == .removeTerm("X", language: nil))
    let addition = try options(EditOptions.self, "agency.samr", "--add-term", "X")
    #expect(addition.change == .addTerm("X", language: nil, []))
  }

  @Test(arguments: [
    Refusal(["x"], "'edit' needs --set or --term or --add-term or --remove-term."),
    Refusal(["x", "--term", "T"], "option '--term' needs --set."),
    Refusal(
      ["x", "--term", "T", "--add-term", "U"],
      "options '--term' and '--add-term' exclude each other."),
    Refusal(
      ["x", "--remove-term", "T", "--set", "note=x"],
      "options '--remove-term' and '--set' exclude each other."),
    Refusal(["x", "--set", "note"], "--set: 'note' is not of the form COLUMN=VALUE."),
    Refusal(["x", "--set", "=note"], "--set: '=note' is not of the form COLUMN=VALUE."),
    Refusal(
      ["x", "--language", "en", "--set", "kind=agency"],
      "option '--language' needs --term or --add-term or --remove-term."),
  ])
  func `an edit refuses what cannot be meant`(sample: Refusal) {
    #expect {
      try EditOptions(try CommandParser.parse(sample.words, as: EditOptions.command))
    } throws: {
      String(describing: $0) == sample.message
    }
  }

  @Test func `a column belongs to the entry or to its terms`() throws {
    #expect(ColumnAssignment.Scope.concept.columns.contains("concept_note"))
    #expect(!ColumnAssignment.Scope.concept.columns.contains("status"))
    #expect(ColumnAssignment.Scope.term.columns.contains("part_of_speech"))
    #expect(throws: UsageError.self) { try ColumnAssignment("status=x", scope: .concept) }
    #expect(throws: UsageError.self) { try ColumnAssignment("kind=agency", scope: .term) }
  }

  @Test func `entries and changes are named by their identifiers`() throws {
    #expect(try options(RetireOptions.self, "a.b", "c.d").ids == ["a.b", "c.d"])
    #expect(try options(ApproveOptions.self, "a.b").ids == ["a.b"])
    #expect(try options(RejectOptions.self, "a.b").ids == ["a.b"])
    #expect(try options(RevertOptions.self, "12").change == 12)
    #expect(try options(HistoryOptions.self).subject == .store)
    #expect(try options(HistoryOptions.self, "a.b", "--since=2026").since == PartialDate("2026"))
    #expect(try options(InfoOptions.self, "--json").common.json)
    #expect(try options(ValidateOptions.self, "--store=x").common.store == "x")
    #expect(throws: UsageError.self) { try options(RevertOptions.self, "0") }
    #expect(throws: UsageError.self) { try options(RevertOptions.self, "-1") }
    #expect(throws: UsageError.missingArgument(verb: "approve", Phrase("ID", "标识符"))) {
      try options(ApproveOptions.self)
    }
  }
}
