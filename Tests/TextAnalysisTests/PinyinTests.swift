import Foundation
import TestSupport
import Testing
import TextAnalysis

struct PinyinTests {
  @Test(arguments: [
    ("工信部", "gongxinbu", "gxb"), ("银行法", "yinhangfa", "yhf"), ("重庆市", "chongqingshi", "cqs"),
    ("行为人", "xingweiren", "xwr"), ("长度表", "changdubiao", "cdb"), ("会计师", "kuaijishi", "kjs"),
    ("绿色", "luse", nil), ("战略", "zhanlue", nil), ("5G网络", "5gwangluo", nil),
    ("T型台架", "txingtaijia", "txtj"), ("國家標準", "guojiabiaozhun", "gjbz"),
    ("数据、安全（法）", "shujuanquanfa", "sjaqf"), ("ＩＰ地址", "ipdizhi", nil),
    ("厦门", "xiamen", nil), ("大厦", "dasha", nil), ("省级", "shengji", nil),
  ])
  func `a text is found by its sound`(text: String, full: String, initials: String?) {
    let keys = Pinyin.keys(of: text)
    #expect(keys.full.contains(full))
    if let initials { #expect(keys.initials.contains(initials)) }
  }

  @Test(arguments: ["", "GB/T 1.1", "ISO", "《》", "данные"])
  func `a text without Han characters has no keys`(text: String) {
    #expect(Pinyin.keys(of: text) == PinyinKeys())
  }

  @Test func `initials are given from three Han characters`() {
    #expect(Pinyin.keys(of: "数据").initials.isEmpty)
    #expect(Pinyin.keys(of: "ABC数据").initials.isEmpty)
    #expect(Pinyin.keys(of: "数据法").initials.contains("sjf"))
  }

  @Test func `the first key is made of first readings and all are distinct`() {
    let keys = Pinyin.keys(of: "行长")
    let readings = ["xing", "hang", "heng"].flatMap { [$0 + "chang", $0 + "zhang"] }
    #expect(keys.full == readings)
    for text in ["重行长会", "单行重会都度行长", "的的的的的的的的的的的的"] {
      let full = Pinyin.keys(of: text).full
      #expect(Set(full).count == full.count)
      #expect(full == Pinyin.keys(of: text).full)
    }
  }

  @Test func `many readings are varied one character at a time`() {
    let text = String(repeating: "行", count: 40)
    let keys = Pinyin.keys(of: text)
    #expect(keys.full.count == 81)
    #expect(keys.full[0] == String(repeating: "xing", count: 40))
    #expect(keys.full[1] == "hang" + String(repeating: "xing", count: 39))
  }

  @Test(arguments: [
    ("gongxinbu", "gongxinbu"), ("gōng xìn bù", "gongxinbu"), ("gong1 xin4 bu4", "gongxinbu"),
    ("Xi'an", "xian"), ("xī’ān", "xian"), ("lvse", "luse"), ("lǜsè", "luse"), ("lü4 se4", "luse"),
    ("lyuse", "luse"), ("nyuren", "nuren"), ("nu\u{308}ren", "nuren"), ("GXB", "gxb"),
    ("gong-xin-bu", "gongxinbu"), ("renyuan", "renyuan"), ("tvdaxue", "tvdaxue"),
    ("5gwangluo", "5gwangluo"), ("g\u{14D}ng", "gong"), ("go\u{304}ng", "gong"),
  ])
  func `a query is read however it was typed`(query: String, key: String) {
    #expect(Pinyin.queryKeys(query).contains(key))
  }

  @Test(arguments: ["", "  ", "12", "工信部", "gong信", "GB/T", "a+b", "gong6", "é́ñ", "данные"])
  func `what cannot be pinyin has no keys`(query: String) {
    #expect(Pinyin.queryKeys(query).isEmpty)
  }

  @Test func `a query with many glides gives few keys`() {
    #expect(Pinyin.queryKeys(String(repeating: "nyulyu", count: 50)).count <= 8)
  }

  @Test func `characters sound alike where they share a reading`() {
    #expect(Pinyin.soundAlike("行", "航"))
    #expect(Pinyin.soundAlike("行", "型"))
    #expect(Pinyin.soundAlike("网", "網"))
    #expect(!Pinyin.soundAlike("银", "药"))
    #expect(!Pinyin.soundAlike("A", "A"))
  }

  @Test func `Traditional characters have the readings of both forms`() {
    #expect(Set(Pinyin.readings(of: "徵")).isSuperset(of: ["zheng", "zhi"]))
    #expect(Pinyin.readings(of: "乾").contains("qian"))
    #expect(Pinyin.readings(of: "A").isEmpty)
  }

  @Test func `a dictionary's readings are among the keys`() {
    guard let dictionary = SharedData.text(of: "chinese/cc-cedict.txt.xz") else { return }
    var (total, found) = (0, 0)
    var missed: [String: Int] = [:]
    for line in dictionary.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let fields = line.split(separator: " ", maxSplits: 2)
      guard fields.count == 3, let open = fields[2].firstIndex(of: "["),
        let close = fields[2].firstIndex(of: "]")
      else { continue }
      let reading = fields[2][fields[2].index(after: open)..<close]
      let listed = reading.lowercased().replacing("u:", with: "u")
        .filter { $0.isASCII && ($0.isLetter || "06789".contains($0)) }
      let hasHan = fields[1].unicodeScalars.contains { ScriptVariants.isHan($0) }
      guard hasHan, !listed.isEmpty, !listed.contains("xx") else { continue }
      total += 1
      if Pinyin.keys(of: String(fields[1])).full.contains(listed) {
        found += 1
      } else {
        missed["\(fields[1]) \(listed)", default: 0] += 1
      }
    }
    print("pinyin: \(found) of \(total) entries of CC-CEDICT found by their listed reading")
    if ProcessInfo.processInfo.environment["ZHENGMING_LIST"] != nil {
      for entry in missed.keys.sorted() { print("missed:", entry) }
    }
    #expect(Double(found) >= 0.995 * Double(total))
  }

  @Test func `a phrase book's readings are among the keys`() throws {
    guard let text = SharedData.text(of: "chinese/phrases_dict.json") else { return }
    let phrases = try JSONDecoder().decode([String: [[String]]].self, from: Data(text.utf8))
    var found = 0
    var missed: [String] = []
    for (phrase, readings) in phrases {
      let listed = readings.map { Pinyin.queryKeys($0.first ?? "").first ?? "" }.joined()
      if Pinyin.keys(of: phrase).full.contains(listed) {
        found += 1
      } else {
        missed.append("\(phrase) \(listed)")
      }
    }
    print("pinyin: \(found) of \(phrases.count) phrases found by their listed reading")
    if ProcessInfo.processInfo.environment["ZHENGMING_LIST"] != nil {
      for entry in missed.sorted() { print("phrase:", entry) }
    }
    #expect(Double(found) >= 0.995 * Double(phrases.count))
  }
}
