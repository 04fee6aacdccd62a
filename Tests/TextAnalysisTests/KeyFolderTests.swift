import Foundation
import TestSupport
import Testing
import TextAnalysis

struct KeyFolderTests {
  @Test(arguments: [
    ("The Data-Centres of “5G 網絡”", "data center of 5g网络"),
    ("Measures", "measure"), ("agencies", "agency"), ("processes", "process"),
    ("status", "status"), ("news", "news"), ("analysis", "analysis"), ("gas", "gas"),
    ("access", "access"), ("standardisation", "standardization"), ("Organisation", "organization"),
    ("centre", "center"), ("Programme", "program"), ("programmer", "programmer"),
    ("labelling", "labeling"), ("catalogues", "catalog"), ("behaviour", "behavior"),
    ("People’s", "people"), ("Peoples", "people"), ("People's", "people"),
    ("R&amp;D", "r&d"), ("R&amp;amp;D", "r&d"), ("C++", "c++"), ("C", "c"), ("C#", "c#"),
    ("GB/T 1.1—2020", "gb/t 1.1 2020"), ("ＧＢ／Ｔ　１．１", "gb/t 1.1"), ("100%", "100%"),
    ("《數據安全法》", "数据安全法"), ("5G 网络 标准", "5g网络标准"), ("e-mail@example.cn", "e mail@example.cn"),
    ("U.S.A.", "usa"), ("Co., Ltd.", "co ltd"), ("No. 3", "no 3"), (".NET", ".net"),
    ("1,000 items", "1000 item"), ("the", "the"), ("The the act", "act"), ("Thermal", "thermal"),
    ("enterprise", "enterprise"), ("supervising", "supervising"), ("digitising", "digitizing"),
    ("Theatre", "theater"), ("licences", "license"), ("cafe\u{301}", "café"),
    ("‘数据’、『安全』", "数据安全"), ("条 ... 5G", "条5g"), ("a ... b", "a b"), ("…", "…"),
    ("--", "--"), ("《》", "《》"), ("", ""), ("  ", ""), ("－", "－"), ("Wi-Fi®", "wi fi"),
    ("裡 臺 乾 衹 爲", "里台干只为"), ("people\u{200B}s", "people"),
    ("Straße ΣΑΣ", "straße σασ"),
  ])
  func `folds`(text: String, key: String) {
    #expect(KeyFolder.spaced(text) == key)
  }

  @Test(arguments: [
    ["data centre", "data-center", "datacenter", "Data Centres", "DATA–CENTRE"],
    ["standardization", "Standardisation", "standardisations"],
    ["People's Bank of China", "People’s Bank of China", "the Peoples Bank of China"],
    ["網絡安全法", "网络安全法", "《网络安全法》", "“网络安全法”", "网络 安全 法"],
    ["P.R.C.", "PRC", "p. r. c."], ["５Ｇ網絡", "5G 网络"], ["co-operation", "cooperation"],
  ])
  func `writings of one name have one key`(writings: [String]) {
    #expect(Set(writings.map { KeyFolder.squeezed($0) }).count == 1)
  }

  @Test(arguments: [("C", "C++"), ("GB/T 1.1", "GB/T 11"), ("网络安全", "网络安全法"), ("status", "state")])
  func `different names have different keys`(one: String, other: String) {
    #expect(KeyFolder.squeezed(one) != KeyFolder.squeezed(other))
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `folding keeps its promises on any text`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 { check(randomText(using: &generator)) }
  }

  @Test func `every scalar folds to its own fixed point, whatever its case and form`() {
    for value in UInt32(0)...0x2_FFFF {
      let isHanOrHangul = (0x3400...0xF8FF).contains(value) || value > 0x1_FFFF
      if isHanOrHangul, value % 31 != 0 { continue }
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let folded = KeyFolder.spaced(text)
      let forms = [
        folded, text.lowercased(), text.decomposedStringWithCanonicalMapping,
        text.precomposedStringWithCanonicalMapping,
      ]
      for form in forms where !same(KeyFolder.spaced(form), folded) {
        Issue.record("U+\(String(value, radix: 16)) and \(escaped(form))")
      }
    }
  }

  @Test func `width is folded as the system folds it`() {
    for value in UInt32(0xFF01)...0xFF5D {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let wide = String(scalar)
      guard let narrow = wide.applyingTransform(.fullwidthToHalfwidth, reverse: false) else {
        continue
      }
      let text = "a" + wide + "b"
      #expect(KeyFolder.spaced(text) == KeyFolder.spaced("a" + narrow + "b"), "\(wide)")
    }
  }

  @Test func `folding keeps its promises on hostile strings`() {
    guard let text = SharedData.text(of: "hostile/naughty-strings.txt") else { return }
    for line in text.split(whereSeparator: \.isNewline) { check(String(line)) }
  }

  private func check(_ text: String) {
    let (spaced, squeezed) = KeyFolder.folded(text)
    #expect(spaced == KeyFolder.spaced(text))
    #expect(squeezed == KeyFolder.squeezed(text))
    #expect(same(squeezed, spaced.filter { $0 != " " }) || squeezed == withoutSpaces(spaced))
    #expect(same(KeyFolder.spaced(spaced), spaced), "\(escaped(text)) \(escaped(spaced))")
    #expect(same(KeyFolder.squeezed(spaced), squeezed), "\(escaped(text))")
    let hasContent = text.unicodeScalars.contains { $0.properties.isAlphabetic }
    if hasContent { #expect(!squeezed.isEmpty, "\(escaped(text))") }
  }

  private func same(_ one: String, _ other: String) -> Bool {
    one.unicodeScalars.elementsEqual(other.unicodeScalars)
  }

  private func withoutSpaces(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " }))
  }

  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
  }

  private func randomText(using generator: inout SeededGenerator) -> String {
    let pieces = [
      "the ", "The", "measures", "agencies", "centre", "isation", "s", "'", "’", ".", "..", ",",
      "&amp;", "&", "-", " ", "网", "網絡", "《", "”", "1", "ＡＢ", "e", "\u{301}", "\u{200B}", "İ",
      "\u{212A}", "+", "/", "\u{1100}", "\u{1161}", "가", "\u{11A8}", "H", "\u{331}", "ß", "：", "es",
      "ies", "ed", "u", ".", "a.b.", "カ\u{3099}", "𠀀", "\u{F900}", "~", "的", "\u{FE0F}", "😀",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...9, using: &generator) {
      if Int.random(in: 0..<6, using: &generator) == 0 {
        let limit: UInt32 = Bool.random(using: &generator) ? 0x3100 : 0x2FFFF
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) {
          text.unicodeScalars.append(scalar)
        }
      } else {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
    }
    return text
  }
}
