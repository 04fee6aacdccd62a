import Foundation
import Testing
import TextAnalysis

@testable import CommandLineTool

struct LookupTests {
  @Test func `an answer is a card with the authority on its first line`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("lookup 国家市场监督管理总局")
      #expect(outcome.errors == "")
      #expect(outcome.status == 0)
      #expect(
        outcome.output == """
          agency.samr  agency · market regulation · official (issuer)
            en        State Administration for Market Regulation  preferred · from 2018-03
                      SAMR                                        acronym · from 2018-03 · press
                      State Administration of Market Regulation   deprecated · variant · unverified
            zh-Hans   国家市场监督管理总局                        preferred · from 2018-03 · enacted text
                      市监总局                                    short form · colloquial · from 2018-03 · unverified
            replaces  General Administration of Quality Supervision 质检总局 [agency.aqsiq], from 2018-03: quality
            note      Since 2018.

          """)
    }
  }

  @Test func `the long form adds sources, notes of terms and the entry's revision`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("lookup SAMR --long")
      #expect(outcome.output.contains("issuer: samr.gov.cn (seen 2026-11-23)"))
      #expect(outcome.output.contains("a slip"))
      #expect(outcome.output.contains("glossary agencies · rev 1"))
    }
  }

  @Test func `a name that two bodies bear is said to be one`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("lookup CAS")
      #expect(outcome.output.hasPrefix("CAS: 2 bodies use this name\n"))
      #expect(outcome.output.contains("中国科学院"))
      #expect(outcome.output.contains("中国标准化协会"))
    }
  }

  @Test func `a body that is gone names who took over, from that day on`() async throws {
    try await withStore { zhengming in
      let today = try await zhengming.run("lookup 质检总局")
      #expect(
        today.output.hasPrefix("agency.aqsiq  agency · market regulation · gone · unverified"))
      #expect(
        today.output.contains(
          "became   State Administration for Market Regulation 国家市场监督管理总局 [agency.samr], "
            + "from 2018-03: quality — there today"))
      let then = try await zhengming.run("lookup 质检总局 --as-of 2016-05-01")
      #expect(!then.output.contains("became"))
      #expect(then.output.contains("from 2001-04 until 2018-03"))
      #expect(then.output.contains("until 2018-03 · since when is not recorded"))
      let before = try await zhengming.run("lookup SAMR --as-of 2016-05-01")
      #expect(before.output.contains("from 2018-03"))
    }
  }

  @Test func `what is used elsewhere says where`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("lookup software")
      #expect(outcome.output.contains("zh-Hant-TW  軟體      preferred · Taiwan · unverified"))
    }
  }

  @Test func `a name without its qualifier is found and said to lack it`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("lookup Radio Regulations")
      #expect(outcome.output.contains("found      but for a qualifier"))
      #expect(outcome.output.contains("number     令第128号"))
      #expect(outcome.output.contains("issued 1993-09-11 · effective 1993-10-01 · in force"))
    }
  }

  @Test func `a title that is put together is not called established`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("lookup 中华人民共和国无线电管理条例（征求意见稿）")
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("policy.radio  policy · radio · not an established title\n"))
      #expect(
        outcome.output.contains(
          "Radio Regulations of the People's Republic of China (Draft for Comments)"))
    }
  }

  @Test func `what is only like the query is offered, and the answer is no`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("lookup Chinese Acadmey of Sciences")
      #expect(outcome.status == 1)
      #expect(
        outcome.output.hasPrefix("'Chinese Acadmey of Sciences' was not found. Did you mean:\n"))
      #expect(outcome.output.contains("中国科学院"))
    }
  }

  @Test func `what is not found is one sentence with the nearest names`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("lookup Chinese Puzzle")
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix("'Chinese Puzzle' was not found in "))
      #expect(outcome.errors.contains("The nearest names: Chinese Academy of Sciences."))
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
  }

  @Test func `a file of names gives a table`() async throws {
    try await withStore { zhengming in
      try zhengming.write("\u{FEFF}SAMR\r\n\r\n  CAS \nnothing like it\n", to: "names.txt")
      let outcome = try await zhengming.run("lookup --file names.txt")
      #expect(outcome.status == 1)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.count == 4)
      #expect(lines[0].hasPrefix("query"))
      #expect(lines[1].hasPrefix("SAMR             abbreviation"))
      #expect(lines[2].contains("(1 of 2)"))
      #expect(lines[3] == "nothing like it  NOT FOUND")
      try zhengming.write("SAMR\n", to: "names.txt")
      #expect(try await zhengming.run("lookup --file names.txt").status == 0)
    }
  }

  @Test func `a file of names gives one JSON object a line`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run(
        ["lookup", "--file", "-", "--json"], input: "SAMR\n\nqqq\n")
      #expect(outcome.status == 1)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.count == 2)
      for line in lines {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      }
    }
  }

  @Test func `the JSON has every field that other programs rely on`() async throws {
    try await withStore { zhengming in
      let answer = try await zhengming.json("lookup", "SAMR")
      #expect(answer["query"] as? String == "SAMR")
      #expect(answer["asOf"] is NSNull)
      let result = try #require((answer["results"] as? [[String: Any]])?.first)
      for name in [
        "subjectField", "process", "issuers", "number", "issued", "effective", "repealed", "force",
        "enforce", "glossary", "definition", "source", "note", "rev", "relations",
      ] { #expect(result[name] != nil, "\(name)") }
      let match = try #require(result["match"] as? [String: Any])
      #expect(match["by"] as? String == "abbreviation")
      #expect(match["score"] as? Int == 90)
      #expect(match["approximate"] as? Bool == false)
      let term = try #require((result["terms"] as? [[String: Any]])?.first)
      for name in [
        "language", "text", "termType", "administrativeStatus", "register", "since", "until",
        "authority", "source", "seen", "verified", "geographicalUsage", "partOfSpeech", "case",
        "recognise", "note",
      ] { #expect(term[name] != nil, "\(name)") }
    }
  }

  @Test func `concepts that were found come as native CSV`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run("lookup CAS --format csv")
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines[0].hasPrefix("id,kind,subject,"))
      #expect(lines.count == 7)
      #expect(try await zhengming.run("lookup qqq --format csv").status == 1)
    }
  }

  @Test func `a glossary, a kind and a language restrict`() async throws {
    try await withStore { zhengming in
      #expect(try await zhengming.run("lookup CAS --kind policy").status == 1)
      let other = try await zhengming.run("lookup CAS --glossary other")
      #expect(other.status == 2 && other.errors.contains("'other'"))
      #expect(try await zhengming.run("lookup CAS --from zh").status == 1)
      let outcome = try await zhengming.run("lookup CAS --limit 1 --subject science")
      #expect(outcome.output.hasPrefix("agency.cas  "))
    }
  }

  @Test func `what acts on a terminal is shown and not sent`() async throws {
    try await withStore { zhengming in
      for line in ["lookup 陷阱", "lookup 陷阱 --long", "history term.trap", "lookup trap --all"] {
        let outcome = try await zhengming.run(line)
        #expect(outcome.output.contains("⟨U+202E⟩"), "\(line)")
        #expect(!outcome.output.contains("\u{202E}"), "\(line)")
        #expect(!outcome.output.contains("\u{1B}"), "\(line)")
      }
    }
  }
}

struct LedgerTests {
  @Test(arguments: [40, 60, 80, 120])
  func `no line is wider than the terminal`(width: Int) {
    var ledger = Ledger()
    ledger.add(
      term: "Interim Measures for the Management of Generative Artificial Intelligence Services",
      [.bold], remarks: ["preferred", "from 2023-08", "unverified"], label: "en")
    ledger.add(
      term: "生成式人工智能服务管理暂行办法", [.bold], remarks: ["preferred", "from 2023-08"], label: "zh-Hans")
    ledger.add(prose: "国家互联网信息办公室等七部门令第15号，自 2023-08 施行。Some words follow.", label: "number")
    for line in ledger.lines(width: width, palette: Palette(isOn: false)) {
      #expect(DisplayWidth.of(line) <= width, "\(line)")
    }
  }

  @Test func `what is said of terms stands aligned across languages`() {
    var ledger = Ledger()
    ledger.add(term: "SAMR", [], remarks: ["acronym"], label: "en")
    ledger.add(term: "市监总局", [], remarks: ["short form"], label: "zh-Hans")
    ledger.add(term: "总局", [], remarks: ["colloquial"], label: "zh-Hans")
    #expect(
      ledger.lines(width: 80, palette: Palette(isOn: false)) == [
        "  en       SAMR      acronym", "  zh-Hans  市监总局  short form",
        "           总局      colloquial",
      ])
  }
}
