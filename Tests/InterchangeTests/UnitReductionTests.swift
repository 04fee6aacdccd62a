import Foundation
import TestSupport
import Testing
import TextAnalysis
import TranslationMemory

@testable import Interchange

struct UnitReductionTests {
  private func read(_ text: String, from: LanguageTag? = nil, to: LanguageTag? = nil) throws -> (
    units: [TranslationUnit], reader: UnitReader
  ) {
    var reader = try UnitReader(
      ByteSource(bytes: Array(text.utf8), name: "t.tmx"), from: from, to: to)
    var units: [TranslationUnit] = []
    while let unit = try reader.next() { units.append(unit.unit) }
    return (units, reader)
  }

  private func variant(_ language: String, _ text: String = "t") -> String {
    "<tuv xml:lang=\"\(language)\"><seg>\(text)</seg></tuv>"
  }

  @Test func `every English variant goes with every Chinese one, under names that stay`() throws {
    let text = TMXSamples.document(
      ["en-US", "zh-CN", "en-GB", "zh-TW", "zh-TW", "fr"].map { variant($0, $0) }.joined())
    let (units, reader) = try read(text)
    #expect(
      units.map(\.id) == [
        "1", "1#en-US+zh-Hant-TW", "1#en-US+zh-Hant-TW(2)", "1#en-GB+zh-Hans-CN",
        "1#en-GB+zh-Hant-TW", "1#en-GB+zh-Hant-TW(2)",
      ])
    #expect(units.map(\.source.segment.text).last == "en-GB")
    #expect(
      reader.losses.losses.map(\.what.english) == ["variant in fr"], "\(reader.losses)")
    let taiwan = try read(text, to: TMXSamples.tag("zh-Hant"))
    #expect(taiwan.units.count == 4)
    #expect(taiwan.units.first?.id == "1")
    #expect(
      taiwan.reader.losses.losses.map(\.what.english) == ["variant in zh-Hans-CN", "variant in fr"])
  }

  @Test(arguments: [
    ("en-US", "", "en"), ("zh", "", "zh"), ("*all*", "", "en"), ("en", " srclang=\"zh-CN\"", "zh"),
    ("zh", " srclang=\"*all*\"", "en"), ("fr", "", "en"),
  ])
  func `the source is what srclang says`(header: String, tu: String, source: String) throws {
    let text = TMXSamples.document(variant("zh-CN") + variant("en"), srclang: header, tu: tu)
    let (units, reader) = try read(text)
    #expect(units.map(\.source.language.language) == [source])
    #expect(
      reader.notices.map(\.description)
        == (header == "fr"
          ? [
            """
            t.tmx:4:1: the source language is 'fr', neither English nor Chinese; English is taken \
            for it. If that is wrong, say --from zh.
            """
          ] : []))
    #expect(try read(text, from: .simplifiedChinese).units.first?.source.language.isChinese == true)
  }

  @Test func `a file without Chinese says so`() throws {
    let text = TMXSamples.document(variant("en") + variant("fr"))
    let error = #expect(throws: InterchangeError.self) { _ = try read(text) }
    #expect(
      error?.description
        == """
        t.tmx: no unit has Chinese (1 read); a memory holds English with Chinese. Is it the right \
        file?
        """)
    let other = #expect(throws: InterchangeError.self) {
      let text = TMXSamples.document(variant("en") + variant("zh"))
      _ = try read(text, to: .traditionalChinese)
    }
    #expect(
      other?.description.hasPrefix("t.tmx: no unit has both English and zh-Hant (1 read)") == true)
    #expect(try read("<tmx><body/></tmx>").units.isEmpty)
  }

  @Test func `empty segments and units of one language are counted`() throws {
    let units = [
      variant("en", "a") + variant("zh", "中"), variant("en", " ") + variant("zh", "中"),
      variant("en"), variant("fr"), variant("en", "<ph/>") + variant("zh", " <ph/>"),
    ]
    let (read, reader) = try read(TMXSamples.document(units.joined(separator: "</tu><tu>")))
    #expect(read.count == 1)
    #expect(
      reader.losses.losses.map { "\($0.count) \($0.what): \($0.why)" } == [
        "1 variant: its segment is empty", "1 unit: it has no English",
        "1 unit: it has no Chinese", "2 unit: it has neither English nor Chinese",
        "2 variant: its segment has no text beside codes",
        "1 variant in fr: a memory holds English and Chinese",
      ])
    #expect(
      reader.losses.losses.map(\.counted.english).prefix(5) == [
        "1 variant", "1 unit", "1 unit", "2 units", "2 variants",
      ])
  }

  @Test func `losses are counted as a person counts`() {
    var losses = LossReport()
    losses.add(Phrase("inline code", "行内代码"), because: Phrase("x", "甲"), count: 3)
    losses.add(Phrase("variant in fr", "fr 变体"), because: Phrase("x", "甲"), count: 2)
    losses.add(Phrase("who added it and when", "添加人与时间"), because: Phrase("x", "甲"), count: 2)
    losses.add("authority", because: Phrase("x", "甲"), count: 2)
    #expect(
      losses.losses.map(\.counted.english) == [
        "3 inline codes", "2 variants in fr", "2 who added it and when", "2 authority",
      ])
    #expect(losses.losses.map(\.counted.chinese)[..<2] == ["3 行内代码", "2 fr 变体"])
  }

  @Test func `what other tools say of a unit is understood and kept`() throws {
    let text = """
      <tmx version="1.4"><header srclang="en"/><body>
      <tu usagecount="2" creationdate="yesterday">
      <prop type="x-ConfirmationLevel">Translated</prop><prop type="x-Origin">TM</prop>
      <prop type="file">a.html</prop><prop type="prev">before</prop>
      <tuv xml:lang="en"><prop type="x-y">z</prop><seg>One</seg></tuv>
      <tuv xml:lang="zh" changeid="ann" changedate="20200523T143256Z"><seg>一</seg></tuv></tu>
      <tu><prop type="aligned">yes</prop><prop type="x-document">b.docx</prop>
      <tuv xml:lang="en"><prop type="x-context-pre">&lt;seg&gt;A &lt;bpt i="1"&gt;{}&lt;/bpt&gt;&amp;lt; b&lt;/seg&gt;</prop>
      <prop type="x-context-post">plain &lt; text</prop><seg>Two</seg></tuv>
      <tuv xml:lang="zh"><seg>二</seg></tuv></tu></body></tmx>
      """
    let (units, reader) = try read(text)
    #expect(reader.losses.isEmpty)
    try #require(units.count == 2)
    #expect(units[0].state == .draft)
    #expect(units[0].origin == "a.html")
    #expect(units[0].previous == "before")
    #expect(units[0].change.who == "ann")
    #expect(units[0].change.date == Date(timeIntervalSince1970: 1_590_244_376))
    #expect(
      units[0].attributes.map { "\($0.type)=\($0.value)" } == [
        "tmx:creationdate=yesterday", "tmx:usagecount=2", "x-ConfirmationLevel=Translated",
        "x-Origin=TM", "file=a.html", "prev=before", "tmx:source:x-y=z",
      ])
    #expect(units[1].state == .aligned)
    #expect(units[1].origin == "b.docx")
    #expect(units[1].previous == "A < b")
    #expect(units[1].next == "plain < text")
    let (bytes, _) = try TMXSamples.written(units)
    #expect(try read(String(decoding: bytes, as: UTF8.self)).units == units)
  }

  @Test func `dates are read to the second and written back`() throws {
    for (text, seconds) in [
      ("19700101T000000Z", 0), ("20240229T235959Z", 1_709_251_199), ("20241127", 1_732_665_600),
      ("2024-11-27T03:50:17Z", 1_732_679_417), ("00010101T000000Z", -62_135_596_800),
    ] {
      #expect(TMXDate.read(text) == Date(timeIntervalSince1970: Double(seconds)), "\(text)")
    }
    for text in ["20230229T000000Z", "2024", "20241301", "20240101T240000Z", "2024/01/01", ""] {
      #expect(TMXDate.read(text) == nil, "\(text)")
    }
    #expect(TMXDate.write(Date(timeIntervalSince1970: 1_709_251_199.9)) == "20240229T235959Z")
    #expect(TMXDate.write(Date(timeIntervalSince1970: -1)) == "19691231T235959Z")
    #expect(TMXDate.write(.distantFuture) == "40010101T000000Z")
    #expect(TMXDate.write(Date(timeIntervalSince1970: .infinity)) == nil)
  }

  @Test(arguments: [
    ("zh-Hans", "zh-CN"), ("zh-Hans-CN", "zh-CN"), ("zh-Hant", "zh-TW"), ("zh-Hant-TW", "zh-TW"),
    ("zh-Hant-HK", "zh-HK"), ("zh-Hans-SG", "zh-SG"), ("zh-Hans-TW", "zh-Hans-TW"),
    ("en-GB", "en-GB"),
  ])
  func `languages are written as other tools know them`(tag: String, written: String) {
    #expect(TMXSamples.tag(tag).written(.regional) == written)
    #expect(TMXSamples.tag(tag).written(.bcp47) == tag)
  }
}
