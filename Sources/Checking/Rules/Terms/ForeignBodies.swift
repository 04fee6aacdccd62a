import TextAnalysis

/// Chinese names of bodies and posts that are of another country, or part of another word.
///
/// A glossary of one country's bodies has 外交部 and 总理; 德国外交部 and 波兰总理 are others.
enum ForeignBodies {
  /// Whether a name in Chinese is part of another word or of a body of another country.
  static func isOther(_ range: Range<Int>, in text: AnalysedText) -> Bool {
    goesOn(range, text.scalars) || followsCountry(range, text)
  }

  /// What follows the last character of a name where both are another word: 教育部门, 外交部长.
  private static let continuations: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "部": Set("门門长長队隊分位件署级級落".unicodeScalars), "局": Set("势勢面长長限部".unicodeScalars),
    "院": Set("长長校".unicodeScalars), "会": Set("议議员員长長".unicodeScalars),
    "會": Set("議員長".unicodeScalars), "署": Set("名长長".unicodeScalars),
    "理": Set("论論事".unicodeScalars), "厅": Set("长長".unicodeScalars),
  ]

  private static func goesOn(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    guard range.upperBound < scalars.count, range.upperBound > 0 else { return false }
    let last = scalars[range.upperBound - 1]
    return continuations[last]?.contains(scalars[range.upperBound]) ?? false
  }

  /// How far before a name its country stands: 德国新任总理.
  private static let reach = 7

  private static func followsCountry(_ range: Range<Int>, _ text: AnalysedText) -> Bool {
    let start = max(0, range.lowerBound - reach)
    let lead = text.scalars[start..<range.lowerBound].map(ScriptVariants.simplified)
    let clause = Array(
      lead.reversed().prefix { !",，。；：、！？".unicodeScalars.contains($0) }.reversed())
    return countries.contains { country in
      clause.indices.contains { clause[$0...].starts(with: country) }
    }
  }

  private static let countries: [[Unicode.Scalar]] =
    """
    美国 英国 德国 法国 泰国 韩国 俄罗斯 俄国 日本 印度 巴西 加拿大 澳大利亚 新西兰 意大利 西班牙 葡萄牙 荷兰 比利时 \
    瑞士 瑞典 挪威 芬兰 丹麦 冰岛 波兰 捷克 匈牙利 奥地利 希腊 土耳其 乌克兰 白俄罗斯 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 \
    马其顿 爱尔兰 苏格兰 威尔士 以色列 巴勒斯坦 伊朗 伊拉克 叙利亚 黎巴嫩 约旦 沙特 阿联酋 卡塔尔 科威特 也门 埃及 利比亚 \
    苏丹 埃塞俄比亚 肯尼亚 尼日利亚 南非 摩洛哥 阿尔及利亚 巴基斯坦 孟加拉 斯里兰卡 尼泊尔 缅甸 越南 老挝 柬埔寨 马来西亚 \
    新加坡 印尼 印度尼西亚 菲律宾 朝鲜 蒙古 哈萨克斯坦 乌兹别克斯坦 阿富汗 墨西哥 阿根廷 智利 秘鲁 古巴 哥伦比亚 委内瑞拉
    """.split(separator: " ").map { Array($0.unicodeScalars) }
}
