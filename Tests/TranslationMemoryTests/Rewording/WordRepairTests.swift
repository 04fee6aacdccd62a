import DerivedFiles
import TestSupport
import TextAnalysis
import Testing

@testable import TranslationMemory

/// A memory of some pairs, in a file that lasts as long as it is open.
private func memoryIndex(_ pairs: [(String, String)]) throws -> MemoryIndex {
  let stamp = DerivedFileStamp(
    mark: MemoryIndex.mark, formatVersion: MemoryIndex.formatVersion, storeID: "words",
    changeNumber: 1, changeDigest: [UInt8](repeating: 0, count: 32))
  return try MemoryIndex.open(in: nil, stamp: stamp) { builder in
    for (row, pair) in pairs.enumerated() {
      builder.add(row: Int64(row), english: keys(pair.0), chinese: keys(pair.1))
    }
  }
}

private func keys(_ text: String) -> [String] {
  PreparedSegment(Segment(text)).compared.map(\.key)
}

private let pairs: [(String, String)] = {
  let verbs = [
    ("Open", "打开"), ("Close", "关闭"), ("Delete", "删除"), ("Save", "保存"), ("Print", "打印"),
    ("Show", "显示"),
  ]
  let nouns = [
    ("file", "文件"), ("folder", "目录"), ("window", "窗口"), ("picture", "图片"), ("table", "表格"),
    ("new window", "新窗口"),
  ]
  var pairs = [("Rare word", "罕见的词")]
  for verb in verbs {
    for noun in nouns { pairs.append((verb.0 + " the " + noun.0, verb.1 + noun.1)) }
  }
  return pairs
}()

private func match(
  _ query: String, _ source: String, _ target: String,
  _ language: LanguageTag = .simplifiedChinese
) throws -> Match {
  let from = language.isEnglish ? LanguageTag.simplifiedChinese : .english
  let unit = MemoryUnit(
    row: 1, memory: "m", source: UnitVariant(from, Segment(source)),
    target: UnitVariant(language, Segment(target)), state: .reviewed)
  let matcher = Matcher(
    settings: MatchSettings(threshold: 0),
    statistics: Matcher.Statistics(weight: { _ in 1 }, keepRate: { _ in 0 }))
  return try #require(
    matcher.matches(
      for: MatchQuery(Segment(query), language: from, targetLanguage: language),
      prepared: PreparedSegment(Segment(query)), pool: [unit]
    ).first)
}

private func reworded(
  _ query: String, _ source: String, _ target: String, lexicon: PhraseLexicon?,
  language: LanguageTag = .simplifiedChinese, terms: [TermChange] = []
) throws -> RewordedText? {
  let match = try match(query, source, target, language)
  let repair = WordRepair(for: PreparedSegment(Segment(query)), lexicon: lexicon)
  let text = repair.reworded(match, repair.alignment(match), terms: terms) { row in
    pairs.indices.contains(Int(row)) ? pairs[Int(row)].0 : nil
  }
  for change in text?.changes ?? [] {
    let scalars = Array((text?.text ?? "").unicodeScalars)[change.range]
    #expect(String(String.UnicodeScalarView(scalars)) == change.to)
  }
  return text
}

struct WordRepairTests {
  @Test(arguments: [
    ("Delete the window", "Delete the picture", "删除图片", "删除窗口"),
    ("Close the picture", "Close the window", "关闭窗口", "关闭图片"),
    ("Save the window", "Close the window", "关闭窗口", "保存窗口"),
    // The mark of an accelerator is no part of a word.
    ("_Open the picture", "_Save the picture", "保存图片", "打开图片"),
  ])
  func `a word is replaced as the memory renders it`(
    query: String, source: String, target: String, expected: String
  ) throws {
    let lexicon = PhraseLexicon(try memoryIndex(pairs), from: .english)
    let text = try #require(try reworded(query, source, target, lexicon: lexicon))
    #expect(text.text.hasPrefix(expected))
    #expect(text.changes.map(\.kind) == [.lexicon])
  }

  @Test(arguments: [
    // Not in the target, or twice in it.
    ("Delete the window", "Delete the picture", "删除照片"),
    ("Delete the window", "Delete the picture", "删除图片图片"),
    // Unknown on either side, or known from a single unit.
    ("Delete the spaceship", "Delete the picture", "删除图片"),
    ("Delete the picture", "Delete the spaceship", "删除飞船"),
    ("Delete the picture", "Delete the rare word", "删除罕见的词"),
    // Something put in or taken out is no replacement.
    ("Delete the new picture", "Delete the picture", "删除图片"),
    ("Delete the picture", "Delete the new picture", "删除新图片"),
    // More than three words, and equal token by token.
    ("Open the very big old window", "Open a tiny blue new picture", "打开图片"),
    ("Delete the pictures", "Delete the picture", "删除图片"),
  ])
  func `what is not sure is left alone`(
    query: String, source: String, target: String
  ) throws {
    let lexicon = PhraseLexicon(try memoryIndex(pairs), from: .english)
    #expect(try reworded(query, source, target, lexicon: lexicon) == nil)
  }

  @Test(arguments: [
    ("删除窗口", "删除图片", "Delete the picture", "Delete the window"),
    ("关闭图片", "关闭窗口", "Close the windows", "Close the picture"),
    ("保存窗口", "关闭窗口", "Close the window", "Save the window"),
    ("打开目录", "打开文件", "OPEN: File", "OPEN: Folder"),
    // A character that two words share is not replaced by itself.
    ("请删除表格。", "请删除表示。", "Please delete it.", nil),
    ("删除窗口", "删除图片", "Delete the photo", nil),
    ("删除窗口", "删除图片", "Delete the picture of a picture", nil),
    ("删除飞船", "删除图片", "Delete the picture", nil),
  ])
  func `into English a word is written as a unit has it`(
    query: String, source: String, target: String, expected: String?
  ) throws {
    let lexicon = PhraseLexicon(try memoryIndex(pairs), from: .chinese)
    let text = try reworded(query, source, target, lexicon: lexicon, language: .english)
    #expect(text?.text == expected)
  }

  @Test func `a Traditional target is left alone, and so is every one without a lexicon`() throws {
    let lexicon = PhraseLexicon(try memoryIndex(pairs), from: .english)
    #expect(
      try reworded(
        "Delete the window", "Delete the picture", "刪除圖片", lexicon: lexicon,
        language: .traditionalChinese) == nil)
    #expect(
      try reworded("Delete the window", "Delete the picture", "删除图片", lexicon: nil) == nil)
  }

  @Test func `a term comes before the lexicon and what it covers is not tried again`() throws {
    let lexicon = PhraseLexicon(try memoryIndex(pairs), from: .english)
    let term = TermChange(
      query: 2..<3, renderings: [TermChange.Rendering(old: "图片", new: "视窗")])
    let text = try reworded(
      "Delete the window", "Delete the picture", "删除图片", lexicon: lexicon, terms: [term])
    #expect(text?.text == "删除视窗")
    #expect(text?.changes.map(\.kind) == [.term])
  }
}

struct TermChangeTests {
  @Test(
    arguments: [
      ("向法院提交", ["法院"], [], "向检察院提交"),
      ("向人民法院提交", ["法院"], ["人民法院"], nil),
      ("人民法院和法院", ["法院"], ["人民法院"], "人民法院和检察院"),
      ("法院和法院", ["法院"], [], nil),
      ("向人民法院提交", ["法院", "人民法院"], [], "向检察院提交"),
      ("向公安提交", ["法院"], [], nil),
      ("向检察院提交", ["检察院"], [], nil),
      ("", ["法院"], [], nil),
    ] as [(String, [String], [String], String?)])
  func `a term is replaced where it stands once as a term of its own`(
    text: String, old: [String], covering: [String], expected: String?
  ) {
    let change = TermChange(
      query: 0..<1, renderings: old.map { TermChange.Rendering(old: $0, new: "检察院") },
      covering: covering)
    let found = change.place(in: text).map { place in
      String(text[bytes: 0..<place.bytes.lowerBound]) + place.new
        + String(text[bytes: place.bytes.upperBound..<text.utf8.count])
    }
    #expect(found == expected)
  }

  @Test func `an English term is a whole word`() {
    let change = TermChange(
      query: 0..<1, renderings: [TermChange.Rendering(old: "court", new: "office")])
    #expect(change.place(in: "the courtyard") == nil)
    #expect(change.place(in: "the court") != nil)
  }

  @Test func `the form that stands in the text decides the form that is put in`() {
    let change = TermChange(
      query: 0..<1,
      renderings: [
        TermChange.Rendering(old: "商务部", new: "财政部"),
        TermChange.Rendering(old: "中华人民共和国商务部", new: "中华人民共和国财政部"),
      ])
    #expect(change.place(in: "商务部的通知")?.new == "财政部")
    #expect(change.place(in: "中华人民共和国商务部的通知")?.new == "中华人民共和国财政部")
    #expect(change.place(in: "中华人民共和国商务部（商务部）") == nil)
  }

  @Test func `longer stretches around a term are whole tokens and stop at marks`() {
    #expect(
      TermSurroundings.wider(than: "法院", in: "向人民法院。")
        == ["民法院", "人民法院", "向人民法院"])
    #expect(TermSurroundings.wider(than: "court", in: "a, high court") == ["high court"])
    #expect(TermSurroundings.wider(than: "院长", in: "法院").isEmpty)
  }

  @Test func `the words that differ are tried with equal neighbours, the widest first`() {
    let alignment = SegmentAlignment(
      query: ComparableQuery(PreparedSegment(Segment("the National Health Commission said"))),
      source: PreparedSegment(Segment("the National Energy Commission said")))
    let found = WordDifference.candidates(alignment)
    #expect(found.count == 1)
    #expect(found[0].first?.new == "the National Health Commission said")
    #expect(
      found[0].contains {
        $0.new == "National Health Commission" && $0.old == "National Energy Commission"
          && $0.query == 1..<4
      })
    #expect(found[0].last?.old == "Energy")
  }

  @Test func `Chinese terms are tried with up to three characters on either side`() {
    let alignment = SegmentAlignment(
      query: ComparableQuery(PreparedSegment(Segment("由国家卫生委员会发布"))),
      source: PreparedSegment(Segment("由国家能源委员会发布")))
    #expect(
      WordDifference.candidates(alignment).first?.contains {
        $0.new == "国家卫生委员会" && $0.old == "国家能源委员会"
      } == true)
  }
}

struct PhraseLexiconTests {
  @Test func `the likeliest rendering comes first`() throws {
    let lexicon = PhraseLexicon(try memoryIndex(pairs), from: .english)
    #expect(lexicon.renderings(of: ["picture"]).first?.text == "图片")
    #expect(lexicon.renderings(of: ["nowhere"]).isEmpty)
    #expect(lexicon.renderings(of: ["rare"]).isEmpty)
    #expect(lexicon.renderings(of: []).isEmpty)
    #expect(lexicon.renderings(of: ["the", "folder"]).first?.text == "目录")
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `runs are counted as a plain count does`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var counter = RunCounter()
    for _ in 0..<2 {
      counter.removeAll()
      var expected: [[UInt32]: Set<Int>] = [:]
      for unit in 0..<Int.random(in: 1...40, using: &generator) {
        let tokens = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
          UInt32.random(in: 0..<6, using: &generator)
        }
        for start in tokens.indices {
          for end in start + 1...start + RunCounter.longest where end <= tokens.count {
            let run = Array(tokens[start..<end])
            if !run.contains(0) { expected[run, default: []].insert(unit) }
          }
        }
        counter.add(tokens, unit: unit) { $0 != 0 }
      }
      var found: [[UInt32]: Int] = [:]
      for run in counter.runs { found[Array(counter.tokens(of: run))] = run.count }
      #expect(found == expected.mapValues(\.count))
    }
  }

  @Test func `the segment of each unit is found again`() throws {
    let index = try memoryIndex(pairs + [("", "空"), ("empty", "")])
    for side in MemorySide.allCases {
      let segments = index.segments(side)
      for segment in 0..<index.candidates(side).segmentCount {
        let unit = Int(index.candidates(side).rows[segment])
        #expect(segments[unit] == UInt32(segment))
      }
      #expect(segments.count(where: { $0 != .max }) == index.candidates(side).segmentCount)
    }
  }
}
