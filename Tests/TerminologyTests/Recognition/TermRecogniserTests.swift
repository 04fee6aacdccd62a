@testable import Terminology
import TestSupport
import Testing
import TextAnalysis

struct TermRecogniserTests {
  /// A concept a term.
  private static func concepts(_ terms: [String]) -> [(Int, ConceptEntry)] {
    terms.enumerated().map { number, text in
      let language: LanguageTag =
        TextScript(of: text) == .latin ? .english : .simplifiedChinese
      let entry = ConceptEntry(
        id: "term.t\(number)", kind: .technical,
        terms: [TermSection(language: language, text: text)])
      return (number + 1, entry)
    }
  }

  /// The stretches of a text that are terms.
  private static func found(_ terms: [String], _ text: String) -> [String] {
    let recogniser = TermRecogniser(concepts: concepts(terms))
    let scalars = Array(text.unicodeScalars)
    return recogniser.occurrences(in: text, language: .guess(of: text)).map { occurrence in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[occurrence.scalars])
      return String(view)
    }
  }

  @Test(arguments: [
    (["measure"], "these Measures, a measure's end", ["Measures", "measure"]),
    (["agencies"], "the agency’s rule, other agencies’ rules", ["agency", "agencies"]),
    (["data centre"], "Data-centers and data\n  centers", ["Data-centers", "data\n  centers"]),
    (["data centre"], "data\n\ncentre; data, centre; data\tcentre", []),
    (["standardization"], "standardisation of standards", ["standardisation"]),
    (["measure"], "measurement, countermeasures", []),
    (["health", "health care"], "Health Care and health", ["Health Care", "health"]),
    (["The People's Bank of China"], "at People’s Bank of China", ["People’s Bank of China"]),
    (["Data Security Law"], "THE DATA SECURITY LAW", ["DATA SECURITY LAW"]),
    (["Belt and Road Initiative"], "the “Belt and Road” Initiative", ["Belt and Road” Initiative"]),
    (["data security"], "the words \"data\" \"security\"", []),
    (
      ["data security"], "zero\u{200B}width da\u{200B}ta secu\u{AD}rity",
      ["da\u{200B}ta secu\u{AD}rity"]
    ),
    (["café"], "CAFÉ, cafe\u{301}s and cafe", ["CAFÉ"]),
    (["R&D", "GB/T", "C++"], "R&amp;D; gb/t, GB/T 1.1; C++", ["R&amp;D", "GB/T", "C++"]),
    (["US Department of State"], "the U.S. Department of State", ["U.S. Department of State"]),
    (["health", "law"], "www.health.gov.cn, https://a.b/law/x law@b.cn", []),
    (["law", "health"], "the law.The health", ["law", "health"]),
    (["securities"], "security of Securities", ["Securities"]),
    (["security"], "Securities Law", []),
  ])
  func `finds English words whole, in any number, case and spelling`(
    terms: [String], text: String, expected: [String]
  ) {
    #expect(Self.found(terms, text) == expected)
  }

  @Test(arguments: [
    (["IT", "CAS"], "it is IT; cas, Cas and CAS", ["IT", "CAS"]),
    (["SME", "SOE"], "SMEs, an SOE’s, smes", ["SMEs", "SOE"]),
    (["SAR"], "SARS in the SARs", ["SARs"]),
    (["aid"], "AIDS and aids", ["aids"]),
    (["WHO"], "Who is WHO?", ["WHO"]),
    (["5G", "COVID-19"], "5g, 5G and Covid-19", ["5G", "Covid-19"]),
    (["ＣＡＳ"], "CAS and ｃａｓ", ["CAS"]),
    (["UNESCO", "CNCERT/CC"], "unesco, cncert/cc", ["cncert/cc"]),
  ])
  func `finds acronyms in their case only`(terms: [String], text: String, expected: [String]) {
    #expect(Self.found(terms, text) == expected)
  }

  @Test(arguments: [
    (["网络安全", "网络安全法", "安全"], "《网络安全法》的网络安全和安全", ["网络安全法", "网络安全", "安全"]),
    (["法院", "人民法院"], "人民法院与法院", ["人民法院", "法院"]),
    (["数据安全法"], "數據安全法、数据\u{200B}安全法、数据，安全法", ["數據安全法", "数据\u{200B}安全法"]),
    (["十四五规划"], "“十四五”规划和「十四五」規劃", ["十四五”规划", "十四五」規劃"]),
    (["5G网络", "Wi-Fi"], "５Ｇ 網絡和wi-fi", ["５Ｇ 網絡", "wi-fi"]),
    (["SAC", "国家标准化管理委员会"], "国家标准化管理委员会（SAC）", ["国家标准化管理委员会", "SAC"]),
    (["数据安全"], "他说：“数据”“安全”", []),
    (["审查办法（试行）"], "审查办法(试行)", ["审查办法(试行)"]),
    (["国家互联网信息办公室"], "The CAC (国家互联网信息办公室) said so at some length", ["国家互联网信息办公室"]),
    (["が"], "か\u{3099}", ["か\u{3099}"]),
  ])
  func `finds Chinese names in either script, the longest that cover`(
    terms: [String], text: String, expected: [String]
  ) {
    #expect(Self.found(terms, text) == expected)
  }

  @Test(arguments: [
    (
      ["data security", "security law enforcement"], "data security law enforcement",
      ["security law enforcement"]
    ),
    (["甲乙丙", "丙丁戊"], "甲乙丙丁戊", ["甲乙丙"]),
    (["甲乙", "乙丙丁", "甲"], "甲乙丙丁", ["甲", "乙丙丁"]),
    (["甲乙丙", "丙丁戊己", "甲乙"], "甲乙丙丁戊己", ["甲乙", "丙丁戊己"]),
  ])
  func `of overlapping terms the longest counts, then the leftmost`(
    terms: [String], text: String, expected: [String]
  ) {
    #expect(Self.found(terms, text) == expected)
  }

  @Test func `what is not in use or not to be recognised takes no part`() {
    let term = TermSection(language: .english, text: "data")
    func entry(_ process: ProcessStatus, _ recognise: Recognition) -> ConceptEntry {
      var term = term
      term.recognise = recognise
      return ConceptEntry(id: "term.x", kind: .technical, process: process, terms: [term])
    }
    let others = [
      entry(.proposed, .text), entry(.rejected, .text), entry(.retired, .text),
      entry(.approved, .lookup), entry(.approved, .none),
    ]
    let recogniser = TermRecogniser(concepts: others.map { (1, $0) })
    #expect(recogniser.occurrences(in: "data", language: .english).isEmpty)
    let one = TermRecogniser(concepts: [(1, entry(.approved, .text))])
    #expect(one.occurrences(in: "data", language: .english).count == 1)
  }

  @Test func `gives every concept of a homograph, in the language of the text`() {
    let english = TermSection(language: .english, text: "SAC")
    let chinese = TermSection(language: .simplifiedChinese, text: "SAC")
    let concepts = [[english, chinese], [chinese], [english]].enumerated().map {
      ($0.offset + 1, ConceptEntry(id: "agency.x", kind: .agency, terms: $0.element))
    }
    let recogniser = TermRecogniser(concepts: concepts)
    func references(_ language: TextLanguage) -> [[Int]] {
      recogniser.occurrences(in: "SAC", language: language).flatMap(recogniser.references)
        .map { [$0.concept, $0.term] }
    }
    #expect(references(.english) == [[1, 0], [3, 0]])
    #expect(references(.chinese) == [[1, 1], [2, 0]])
  }

  @Test(arguments: 0..<60)
  func `equals the slow twin on random glossaries and texts`(seed: Int) {
    var sampler = TextSampler(seed: UInt64(seed))
    let concepts = sampler.concepts()
    let fast = TermRecogniser(concepts: concepts)
    let slow = SlowRecogniser(concepts)
    for _ in 0..<20 {
      let text = sampler.text()
      let language: TextLanguage = Bool.random(using: &sampler.generator) ? .english : .chinese
      let expected = slow.occurrences(in: text, language: language)
      #expect(fast.slowForm(text, language) == expected, "seed \(seed): \(text.debugDescription)")
    }
  }
}

/// Texts and glossaries of few pieces, so that terms overlap, nest and repeat.
private struct TextSampler {
  var generator: SeededGenerator
  private let pieces: [String]

  private static let all = [
    "measure", "Measures", "agency", "agencies’", "IT", "it", "CAS", "SMEs", "SME", "AIDS", "aid",
    "U.S.", "US", "5G", "PM2.5", "1,000", "www", "law", "Law’s", "e\u{301}", "é", "ＣＡＳ", "ﬁ",
    "网", "網", "络", "安", "全", "法", "々", "が", "か\u{3099}", " ", " ", " ", " ", "-", "\n", "\n\n",
    "\t",
    "“", "”", "\"", "《", "》", "（", "）", "(", ")", ".", ",", "，", "/", "&", "&amp;", "@", "—", "——",
    "·", "\u{200B}", "\u{AD}", "\u{FE0F}", "\u{301}", "👍🏽", "://", "_", "'", "’s", "s", "\u{3000}",
    "%",
  ]

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...20, using: &generator)
    var pieces = ["安", " "]
    for _ in 0..<count { pieces.append(Self.all.randomElement(using: &generator) ?? " ") }
    (self.generator, self.pieces) = (generator, pieces)
  }

  private mutating func words(_ counts: ClosedRange<Int>) -> String {
    (0..<Int.random(in: counts, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? " "
    }.joined()
  }

  mutating func text() -> String { words(0...40) }

  mutating func concepts() -> [(Int, ConceptEntry)] {
    (0..<Int.random(in: 1...30, using: &generator)).map { number in
      let terms = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        TermSection(
          language: Bool.random(using: &generator) ? .english : .simplifiedChinese,
          text: words(1...6), isCaseSensitive: Int.random(in: 0..<6, using: &generator) == 0)
      }
      return (number, ConceptEntry(id: "term.t\(number)", kind: .technical, terms: terms))
    }
  }
}
