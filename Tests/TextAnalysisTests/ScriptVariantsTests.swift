import Foundation
import TestSupport
import Testing
import TextAnalysis

struct ScriptVariantsTests {
  @Test(arguments: [
    ("裡裏裏", "里里里"), ("臺檯颱", "台台台"), ("著着", "着着"), ("乾藉徵", "干借征"), ("說説", "说说"),
    ("為爲", "为为"), ("麽麼", "么么"), ("於衹祇", "于只只"), ("萬與發髮", "万与发发"), ("国abc，", "国abc，"),
    ("薴", "苎"),
  ])
  func `maps each character`(text: String, simplified: String) {
    #expect(self.simplified(text) == simplified)
  }

  private func simplified(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { ScriptVariants.simplified($0) }))
  }

  @Test func `a mapped character is not mapped on`() {
    for value in UInt32(0x3400)...0x9FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = ScriptVariants.simplified(scalar)
      #expect(ScriptVariants.simplified(once) == once)
    }
  }

  /// What a look-up wants otherwise than ICU: common variants ICU sends to a rare character, and
  /// a pair that ICU maps both ways.
  private static let exceptions: Set<Character> = [
    "苎", "薴", "徬", "悞", "飈", "嶮", "麴",
  ]

  @Test func `every pair of ICU is in the table`() {
    var count = 0
    for value in Array(UInt32(0x3400)...0x4DBF) + Array(UInt32(0x4E00)...0x9FFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let converted = text.applyingTransform(StringTransform("Hant-Hans"), reverse: false)
      guard let converted, converted != text else { continue }
      count += 1
      if Self.exceptions.contains(Character(scalar)) { continue }
      #expect(simplified(text) == converted, "\(text)")
    }
    #expect(count > 3_000)
  }

  @Test func `the second opinion is covered`() {
    guard let table = SharedData.text(of: "chinese/opencc/TSCharacters.txt") else { return }
    var (total, same) = (0, 0)
    for line in table.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let source = fields[0].unicodeScalars.first else { continue }
      guard (0x4E00...0x9FFF).contains(source.value) else { continue }
      total += 1
      let targets = fields[1].split(separator: " ").map { String($0) }
      if targets.contains(String(ScriptVariants.simplified(source))) { same += 1 }
    }
    print("script: \(same) of \(total) characters of OpenCC's table from 4E00 to 9FFF are the same")
    #expect(Double(same) >= 0.8 * Double(total))
  }

  @Test(arguments: [
    ("數據安全法", true, false), ("数据安全法", false, true), ("中文", false, false),
    ("著名乾隆後", false, false), ("俱乐部", false, true), ("台北后里", false, false),
    ("台灣标准", true, true), ("ISO", false, false),
  ])
  func `a text shows its script`(text: String, traditional: Bool, simplified: Bool) {
    #expect(ScriptVariants.looksTraditional(text) == traditional)
    #expect(ScriptVariants.looksSimplified(text) == simplified)
  }

  @Test(arguments: [
    ("国家标准2021", TextScript.han), ("GB/T 1.1", .latin), ("5G网络", .mixed), ("1.1", .other),
    ("Росстандарт", .other), ("", .other), ("ＩＳＯ", .latin), ("café", .latin), ("〇", .han),
    ("÷", .other),
  ])
  func `a text has a script`(text: String, script: TextScript) {
    #expect(TextScript(of: text) == script)
  }
}
