import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import CommandLineTool

/// What the command says to a person whose locale is Chinese, where the words are of the rooms
/// below it.
struct ChineseMessageTests {
  private static let chinese = ["LANG": "zh_CN.UTF-8"]
  private static let head = "id,kind,language,term,status\n"

  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var file: String?
    var message: String
    var testDescription: String { line }

    init(_ line: String, file: String? = nil, _ message: String) {
      (self.line, self.file, self.message) = (line, file, message)
    }
  }

  @Test(arguments: [
    Case(
      "import input.csv", file: head + "term.a,technical,en,alpha,prefered\n",
      "input.csv:2:5：status 的值“prefered”不在可选值之内（preferred、admitted、deprecated、"
        + "superseded）。是否指“preferred”？"),
    Case(
      "import input.tbx",
      file: "<tbx type=\"TBX-Basic\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><tbxHeader>",
      "input.tbx:1:69：文件在 <tbxHeader> 之内结束；每个元素都须结束。文件被截断了：请重新取得，"
        + "或请对方重新导出。"),
    Case("import nothing.csv", "nothing.csv：没有这个文件。请核对名称。"),
    Case(
      "info --store nothing.sqlite",
      "nothing.sqlite：没有这个库。请核对名称，或向其中导入文件以新建。"),
    Case(
      "edit SAMR --set definition=x",
      "在 .zhengming/store.sqlite 中没有词条“SAMR”。是否指“agency.samr”？"),
    Case(
      "edit agency.cas --term ACS --set note=x",
      "agency.cas 没有术语“ACS”；现有“Chinese Academy of Sciences”“CAS”“中国科学院”。"),
    Case(
      "reject agency.cas",
      "agency.cas 已批准；只有待定词条才能否决。要停用词条，请运行“zhengming retire agency.cas”。"),
    Case("revert 99", "修改 99：没有这次修改。编号请见修改历史。"),
    Case(
      "export --glossary laws", "在 .zhengming/store.sqlite 中没有术语表“laws”；现有 agencies。"),
  ])
  func `what is refused is said in Chinese`(sample: Case) async throws {
    try await withStore { zhengming in
      if let file = sample.file {
        let name = sample.line.split(separator: " ").last.map(String.init) ?? ""
        try Data(file.utf8).write(to: zhengming.folder.appending(path: name))
      }
      let outcome = try await zhengming.run(
        sample.line.split(separator: " ").map(String.init), environment: Self.chinese)
      #expect(outcome.status == 2)
      #expect(
        outcome.errors.replacing(zhengming.folder.path + "/", with: "")
          == "zhengming: " + sample.message + "\n")
    }
  }

  @Test func `what an import leaves to somebody is said in Chinese, and in JSON in English`()
    async throws
  {
    try await withZhengming { zhengming in
      func run(_ line: String) async throws -> Zhengming.Outcome {
        try await zhengming.run(
          line.split(separator: " ").map(String.init), environment: Self.chinese)
      }
      func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: zhengming.folder.appending(path: name))
      }
      try write("terms.csv", Self.head + "term.a,technical,en,alpha,preferred\n")
      let first = try await run("import terms.csv --store s.sqlite")
      #expect(first.output == "terms.csv → terms：新增 1，修改 0，停用 0，未变 0\n")
      _ = try await run("edit term.a --set definition=x --store s.sqlite")
      try write(
        "old.csv",
        "id,kind,language,term,status,definition,rev\nterm.a,technical,en,alpha,preferred,y,1\n")
      let old = "import old.csv --glossary terms --store s.sqlite"
      let second = try await run(old)
      #expect(second.status == 1 && second.errors == "")
      #expect(
        second.output.hasPrefix(
          """
          old.csv → terms：新增 0，修改 0，停用 0，未变 0，冲突 1
            old.csv:2：冲突：term.a：该记录导出时修订号为 1，库中修订号为 2
                definition：库“x”，文件“y”
          有 1 处冲突未导入。
          """))
      let json = try await run(old + " --json")
      #expect(json.output.contains("the record was exported at rev 1, the store is at rev 2"))
      #expect(!json.output.contains("冲突"))
    }
  }

  @Test func `a rule that is broken and a wrong tie are told apart in Chinese`() async throws {
    try await withStore { zhengming in
      let wrong = try await zhengming.run(
        ["add", "--en", "alpha", "--zh", "甲,乙"], environment: Self.chinese)
      #expect(wrong.errors == "zhengming: term.alpha：中文“甲,乙”中有“,”；须用中文标点。\n")
      let tie = try await zhengming.run(
        ["edit", "agency.cas", "--set", "relations=partOf agency.no"], environment: Self.chinese)
      #expect(tie.errors == "警告：agency.cas：提及的“agency.no”不存在。\n")
    }
  }

  @Test func `what the store holds is told in Chinese`() async throws {
    try await withStore { zhengming in
      let info = try await zhengming.run(["info"], environment: Self.chinese)
      #expect(info.output.contains("（已批准 "))
      #expect(info.output.contains("\n  类别      机构 4，文件 "))
    }
  }

  @Test func `every error in the use of the command is worded in Chinese`() {
    let name = Phrase("NAME", "名称")
    let errors: [UsageError] = [
      .noVerb, .unknownVerb("lokup", nearest: "lookup"),
      .unknownOption("--kidn", verb: "lookup", nearest: nil),
      .missingValue(option: "--kind", placeholder: name, next: "--json"),
      .needlessValue(option: "--json"), .emptyPath(place: Phrase("--store")),
      .notADate(place: Phrase("--as-of"), found: "soon"),
      .notALanguage(place: Phrase("--from"), found: "fr"),
      .notAnInteger(place: Phrase("--limit"), found: "many", range: 1...10_000),
      .notAUnit(place: Phrase("UNIT", "编号"), found: "x"),
      .notAPenalty(place: "--penalty", found: "x", kinds: ["case"]),
      .notAChoice(place: Phrase("--kind"), found: "agenci", choices: ["agency", "policy"]),
      .missingArgument(verb: "edit", name), .extraArgument("more", verb: "info"),
      .needs(option: "--yes", oneOf: ["--prune", "--force"]),
      .excludes(option: "--json", other: Phrase("--format")),
      .nothingGiven(verb: "add", oneOf: [Phrase("--en"), Phrase("--zh")]),
      .standardInputTwice,
      .notAnAssignment(place: "--set", found: "definition"),
      .notAColumnNumber(place: "--columns", found: "en"),
    ]
    for error in errors { #expect(wordingFaults(of: error) == []) }
    #expect(caseNames(errors).count == errors.count)
    for error in [OutputError.closed, .refused(reason: "No space left")] {
      #expect(wordingFaults(of: error) == [])
    }
  }
}
