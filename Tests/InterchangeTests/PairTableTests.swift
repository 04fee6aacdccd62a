import Foundation
import TestSupport
import Testing
import TextAnalysis
import TranslationMemory

@testable import Interchange

struct PairTableTests {
  private func read(
    _ text: String, encoding: TextEncoding? = nil, from: LanguageTag? = nil, to: LanguageTag? = nil
  ) throws -> (units: [IncomingUnit], losses: LossReport) {
    var reader = try PairTableReader(
      ByteSource(bytes: Array(text.utf8), name: "t.tsv"), encoding: encoding, from: from, to: to)
    var units: [IncomingUnit] = []
    while let unit = try reader.next() { units.append(unit) }
    return (units, reader.losses)
  }

  private func shown(_ units: [IncomingUnit]) -> [String] {
    units.map(\.unit).map {
      "\($0.source.language) \($0.source.segment.text) > \($0.target.language) \($0.target.segment.text)"
    }
  }

  @Test(arguments: [
    ("en,zh\nOne,一\n", "en One > zh-Hans 一"), ("中文\tEnglish\n一\tOne\n", "zh-Hans 一 > en One"),
    ("zh_TW,en-GB\n一,One\n", "zh-Hant-TW 一 > en-GB One"),
    ("source;target\nOne;一\n", "en One > zh-Hans 一"), ("译文\t原文\nOne\t一", "zh-Hans 一 > en One"),
    ("One\t一\n", "en One > zh-Hans 一"), ("一\tOne\n", "zh-Hans 一 > en One"),
    ("OK\tOK\n5\t5\nOne, two, three\t一\n", "en OK > zh-Hans OK"),
    ("\"en\"\t\"zh\"\n\"One\"\t\"一\"\n", "en One > zh-Hans 一"),
    ("\"One\"\t“一”\n", "en \"One\" > zh-Hans “一”"),
    ("\"\"\"One\"\" two\"\t一\n", "en \"One\" two > zh-Hans 一"),
    ("source,zh-Hant\nOne,一\n", "en One > zh-Hant 一"),
  ])
  func `the languages are told`(text: String, first: String) throws {
    #expect(shown(try read(text).units).first == first)
  }

  @Test func `the caller says which is which`() throws {
    let text = "id\tzh\ten\tzh-TW\n7\t一\tOne\t壹\n"
    #expect(shown(try read(text).units) == ["zh-Hans 一 > en One"])
    #expect(
      shown(try read(text, from: .english).units) == ["en One > zh-Hans 一"])
    #expect(
      shown(try read(text, to: TMXSamples.tag("zh-Hant-TW")).units) == [
        "en One > zh-Hant-TW 一", "en One > zh-Hant-TW 壹",
      ])
    #expect(
      shown(try read("A\tB\n", from: .simplifiedChinese).units) == ["zh-Hans A > en B"])
    let three = try read("en\tzh-CN\tzh-TW\nOne\t一\t壹\n").units
    #expect(shown(three) == ["en One > zh-Hans-CN 一", "en One > zh-Hant-TW 壹"])
  }

  @Test func `further columns are read where a header names them`() throws {
    let text = """
      id,source,target,previous,next,origin,state,note,client
      u1,One,一,Zero,Two,a.md,机翻,"first
      second",ACME
      u2,,二,,,,,,
      """
    let (units, losses) = try read(text)
    let unit = try #require(units.first?.unit)
    #expect(units.first?.location.line == 2)
    #expect(
      unit
        == TranslationUnit(
          id: "u1", source: UnitVariant(.english, "One"),
          target: UnitVariant(.simplifiedChinese, "一"), previous: "Zero", next: "Two",
          origin: "a.md", state: .machine,
          attributes: [UnitAttribute(type: "client", value: "ACME")], notes: ["first", "second"]))
    #expect(units.count == 1)
    #expect(losses.losses.map(\.what.english) == ["row"])
  }

  @Test(arguments: [
    ("A\tB\nC\tD\n", "t.tsv:1: which column is English and which Chinese cannot be told."),
    ("一\t二\n", "t.tsv:1: which column is English and which Chinese cannot be told."),
    ("One\t一\n二\tTwo\n", "t.tsv:1: which column is English and which Chinese cannot be told."),
    ("en\tzh\nOne\n", "t.tsv:2:2: 'target' is empty; every row requires it. Fill it in."),
    ("en\tzh\nOne\t一\tx\n", "t.tsv:2:3: the row has 3 columns, the header has 2."),
    ("id\ten\tzh\n1\ta\t一\n1\tb\t二\n", "t.tsv:3:1: '1' stands in line 2 already"),
    ("en\tzh\tstate\na\t一\tgood\n", "t.tsv:2:3: state 'good' is not one of reviewed, draft"),
    ("", "t.tsv: the file is empty"),
    ("en,zh\n\"a,一\n", "t.tsv:2:1: the quote opened here is never closed"),
  ])
  func `a fault is named with its place`(text: String, message: String) {
    let error = #expect(throws: InterchangeError.self) { _ = try read(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [PairTableWriter.Form.tsv, .csv(.plain), .csv(.spreadsheet)])
  func `what is written is read again`(form: PairTableWriter.Form) throws {
    let units = ["=1+1", "\"a\"\"b\"", "'-5", "\"quoted\"", "a,b", "x"].enumerated().map {
      TranslationUnit(
        id: "u\($0)", source: UnitVariant(.english, Segment($1)),
        target: UnitVariant(.simplifiedChinese, "中"), previous: $0 == 0 ? "p" : nil, origin: "o",
        state: .draft, notes: ["n"])
    }
    let pieces = Pieces()
    var writer = try PairTableWriter(
      pieces.sink, form: form, from: .english, to: .simplifiedChinese)
    for unit in units { try writer.write(unit) }
    try writer.write(TMXSamples.units[1])
    let losses = try writer.finish()
    #expect(losses.losses.map(\.what.english) == ["unit from zh-Hant-TW to en-GB"])
    var reader = try PairTableReader(ByteSource(bytes: pieces.bytes, name: "t.tsv"))
    var read: [TranslationUnit] = []
    while let unit = try reader.next() { read.append(unit.unit) }
    #expect(read == units)
  }

  @Test func `what a table cannot hold is counted`() throws {
    let pieces = Pieces()
    var writer = try PairTableWriter(
      pieces.sink, form: .tsv, from: .english, to: .simplifiedChinese)
    try writer.write(TMXSamples.units[0])
    let losses = try writer.finish()
    #expect(
      losses.losses.map { "\($0.count) \($0.what)" } == [
        "5 inline code", "4 attribute", "1 who added it and when", "1 who changed it and when",
        "1 end of a document", "1 tab or line end",
      ])
    #expect(
      pieces.text == """
        id\ten\tzh-Hans\tprevious\tnext\torigin\tstate\tnote
        u.1\t Press Start & wait <5 s. \t按“开始”，等待<5秒。\tRead <this> first.\t\tmanual/ch1.md\tdraft\tone line more two

        """)
  }

  @Test(arguments: [
    ("<?xml version='1.0'?><!DOCTYPE tmx SYSTEM 'x'><!-- a --><tmx>", FileKind.units),
    ("<martif>", .concepts), ("<tbx>", .concepts), ("<xliff>", .other(root: "xliff")),
    ("id,language,term\n", .concepts), ("id,en,zh\n", .concepts),
    ("en,zh\n", .eitherTable), ("source\ttarget\tnote\n", .eitherTable),
    ("English,中文,definition\n", .concepts), ("en\tzh\tprevious\n", .units),
    ("One\t一\n", .eitherTable), ("One,一\n", .eitherTable), ("one column\n", .concepts),
  ])
  func `a file is known by its beginning`(text: String, kind: FileKind) throws {
    let source = ByteSource(bytes: Array(text.utf8), name: "t")
    #expect(try FileKind.detect(source) == kind)
    #expect(try source.read(upTo: 3) == Array(text.utf8.prefix(3)), "nothing was taken")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try FileKind.detect(ByteSource(bytes: wide, name: "t")) == kind)
  }
}
