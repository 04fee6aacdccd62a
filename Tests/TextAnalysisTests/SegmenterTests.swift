import TestSupport
import Testing
import TextAnalysis

struct SegmenterTests {
  /// Paragraphs with `|` where they are to be cut.
  @Test(arguments: [
    "It applies. |It binds.", "Is it? |Yes! |Good.", "“It applies.” |He left.",
    "He said “Stop!” |Then he left.", "(It applies.) |It binds.", "one. two",
    "It ends... |It begins.",
    "It ends… |It begins.", "wait … and see", "Mr. Li met Mrs. Wu and Dr. Xu.",
    "Prof. J. K. Li spoke.",
    "Luis J. Romero signed. |WEN Ku agreed.", "See No. 3. |See Nos. 4 and 5.",
    "He said no. |The end.",
    "under Art. 3 of it", "Arts. 3 to 5 apply. |Fig. 2 shows it.", "Sec. IV applies.",
    "Vol. 2, pp. 3-5.",
    "e.g. China and i.e. Beijing", "steel, iron, etc. |The rest", "steel, etc. are",
    "ABC Co. Ltd. Beijing", "ABC Co., Ltd. |The company", "Apple Inc. China",
    "in the U.S. Senate", "in the U.S. |The rest", "at 5 p.m. on Monday", "at 5 p.m. |We left.",
    "Li et al. (2020) say", "Li et al. |However, they", "on 3 Jan. 2021",
    "It costs 3.50. |It is 1.2.",
    "3. Terms and definitions", "1.2 Scope", "1.2. Scope", "A. General", "iv. General",
    "Article 3. Scope", "It is 3. |The rest is 4.", "Annex A. The scope",
    "It is Annex A. |The scope", "see www.a.cn. |It is",
    "The SWG (met. Then it went. See) ended. |It did.", "e.g., i.e., the law",
    "It's 5 o'clock. |5G is here.",
    "Version 2.0 is out. |“Good.”", "vs. China", "cf. Annex", "Is it?) |Yes", "a.b.c", "No.5 is it",
    "The U.K. and the P.R.C. Government", "Ph.D. Li", "Hello world", "He left! |她来了。",
    "甲。|乙。", "甲！|乙？|丙", "甲；|乙；|丙。", "他说：“好。”|然后走了。", "“好。”，他说。", "“为什么？”|他问。",
    "第一条 总则。|本法所称……是指", "（见附件。谢谢。）|好。|完", "好（谢谢。）的。|完", "《甲。乙》好。", "GB/T 1.1 规定。|其他。", "他来了.|",
    "为3.5%。|其中", "真的!|他走了", "甲．|乙", "１．２", "国家标准（GB）。|The end.", "这是 SAMR. |标准化",
    "甲。」|乙。", "甲。）|乙", "好！！！|真好", "好？！|真好", "一、范围", "（一）甲；|（二）乙。", "2021年。|2022年。",
    "甲：乙，丙、丁", "……", "。。。", "甲。 |乙",
  ])
  func `cuts paragraphs`(marked: String) {
    let expected = marked.split(separator: "|").map { trimmed(String($0)) }
    let text = String(marked.filter { $0 != "|" })
    #expect(Segmenter.segments(of: text).map(\.text) == expected)
  }

  @Test(arguments: [
    ("one\ntwo", ["one two"]), ("一\n二", ["一二"]), ("一\r\n二\n\n三", ["一二", "三"]),
    ("cutting-\nedge", ["cutting-edge"]), ("China-\nEU", ["China- EU"]), ("标准\nGB", ["标准GB"]),
    ("one  \ntwo", ["one", "two"]), ("one\\\ntwo", ["one", "two"]), ("  one  ", ["one"]),
    ("One.\nTwo.", ["One.", "Two."]), ("- one\n- two", ["one", "two"]),
    ("• one\n  more", ["one more"]),
    ("It is:\n1. One\n2. Two", ["It is:", "1. One", "2. Two"]),
    ("in Article\n3. It", ["in Article 3.", "It"]),
    ("No.\tName", ["No.", "Name"]), ("第一条 甲\n第二条 乙", ["第一条 甲", "第二条 乙"]), ("", []), (" \n\n\t", []),
    ("one\u{2029}two", ["one", "two"]), ("one\u{C}two", ["one", "two"]),
  ])
  func `joins lines and parts blocks of plain text`(text: String, expected: [String]) {
    #expect(Segmenter.segments(of: text).map(\.text) == expected)
  }

  @Test func `the example of the documentation is true`() {
    let segments = Segmenter.segments(of: "Mr. Li spoke. He left.\n\n第一条 总则。本法所称……")
    #expect(segments.map(\.text) == ["Mr. Li spoke.", "He left.", "第一条 总则。", "本法所称……"])
    #expect(segments.map(\.blockNumber) == [0, 0, 1, 1])
  }

  @Test func `reads the blocks of Markdown`() {
    let document = """
      ---
      title: x
      ---
      # Scope #
      Text of it. More.
      still more

      Title
      =====
      > Quoted. Twice.

      - [ ] one
      - two
        wrapped
      1. three

      | A | B \\| C |
      | --- | :-: |
      | 甲。乙 | |

      ```swift
      let a = 1. B

      ```

      ***
          code. Code
      """
    let segments = Segmenter.segments(of: document, format: .markdown)
    #expect(
      segments.map { "\($0.block.rawValue): \($0.text)" } == [
        "code: title: x", "heading: Scope", "paragraph: Text of it.", "paragraph: More. still more",
        "heading: Title", "paragraph: Quoted.", "paragraph: Twice.", "listItem: one",
        "listItem: two wrapped", "listItem: three", "tableCell: A", "tableCell: B \\| C",
        "tableCell: 甲。", "tableCell: 乙", "code: let a = 1. B\n", "code:     code. Code",
      ])
  }

  @Test(arguments: 0..<120 as Range<UInt64>)
  func `all text is in one segment, and in one only`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "One", "two", ". ", "。", "”", "“", "\n", "\n\n", " ", "；", "(", ")", "（", "）", "Mr. ", "3. ",
      "甲", "…", "- ", "#", "# ", "|", "---", "```\n", ">", "\t", "\\", "  \n", "e.g. ", "1) ",
      "\r\n",
      "\u{2028}", "    ", "!", "?", "'", "J. ", "U.S. ", "\u{301}",
    ]
    let text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &generator)]
    }.joined()
    checkCover(text, format: .plain, markers: "-\\")
    checkCover(text, format: .markdown, markers: "-\\#|>`=*_+~1).3swift[]")
  }

  @Test func `the newsletter is cut as a reader would cut it`() {
    guard let text = SharedData.text(of: "newsletter/sesec-newsletter-2021-06-07.txt") else {
      return
    }
    checkCover(text, format: .plain, markers: "-•–")
    let segments = Segmenter.segments(of: text).map(\.text)
    for whole in [
      "Dr. Betty XU will briefly introduce some updates on the China Standards 2035.",
      "ETSI Director General Mr. Luis J. Romero and CCSA Secretary General Mr. WEN Ku met for the "
        + "first time and addressed the meeting.",
      "3. Data security emergency handling",
    ] {
      #expect(segments.contains(whole))
    }
    let cut = segments.filter { $0.hasSuffix("Mr.") || $0.hasSuffix("Dr.") || $0.hasSuffix("i.e.") }
    #expect(cut.isEmpty)
  }

  private func checkCover(_ text: String, format: DocumentFormat, markers: String) {
    let scalars = Array(text.unicodeScalars)
    var place = 0
    func isFree(_ range: Range<Int>) -> Bool {
      scalars[range].allSatisfy {
        $0.properties.isWhitespace || markers.unicodeScalars.contains($0)
      }
    }
    for segment in Segmenter.segments(of: text, format: format) {
      #expect(segment.scalars.lowerBound >= place, "\(text.debugDescription)")
      guard segment.scalars.lowerBound >= place else { return }
      #expect(isFree(place..<segment.scalars.lowerBound), "\(text.debugDescription)")
      let original = scalars[segment.scalars].filter { !$0.properties.isWhitespace && $0 != "\\" }
      let kept = segment.text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\\" }
      if format == .plain { #expect(original.elementsEqual(kept), "\(text.debugDescription)") }
      place = segment.scalars.upperBound
    }
    #expect(isFree(place..<scalars.count), "\(text.debugDescription)")
  }

  private func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

struct TextLanguageTests {
  @Test(
    arguments: [
      ("Data Security Law", .english), ("数据安全法", .chinese), ("", .english), ("2021", .english),
      ("使用 Kubernetes 部署服务", .chinese), ("GB/T 标准化", .chinese),
      ("Cyberspace Administration (国家网信办) said", .english),
      ("數據", .chinese), ("。", .chinese), ("（1）", .chinese), ("1, 2.", .english),
      ("Росстандарт", .english),
    ] as [(String, TextLanguage)])
  func `guesses`(text: String, language: TextLanguage) {
    #expect(TextLanguage.guess(of: text) == language)
  }
}
