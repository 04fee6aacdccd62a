/// Words that hold a numeral and count nothing.
enum NotFigures {
  /// Names, set phrases and ranks, by the way they begin; grown from what was wrongly read.
  static let words = [
    "三国演义", "三国时", "五台山", "四处", "三轮车", "二次元", "三级跳", "十分", "第三方", "第三者", "第三产业",
    "第三世界", "第二课堂", "第一线", "第一时间", "第一手", "四个全面", "五位一体", "两个一百年", "三个代表", "四个自信",
    "四个意识", "两个维护", "三家分", "二级巡视员", "二级调研员", "四级调研员", "三级调研员", "四级主任科员", "二级主任科员",
    "三级主任科员", "五项原则", "六部委", "三部曲", "九段", "八国联军", "七国集团", "十国集团", "四级风", "三次产业",
    "二次开发", "二次污染", "三位一体", "九一八", "一一对应", "五四三", "三八", "一二九", "十一黄金周", "十一假期", "十有八九",
    "十之八九", "七七", "二元", "二进制", "八进制", "十进制", "十六进制", "六四", "七八糟", "八道", "四座", "五道口",
  ]

  private static let byFirst: [UInt32: [String]] = Dictionary(
    grouping: words, by: { $0.unicodeScalars.first?.value ?? 0 })

  static func holds(_ text: FigureText, at place: Int) -> Bool {
    guard let words = byFirst[text[place]] else { return false }
    return words.contains { word in
      text.holds(word, at: place)
        && !(word == "十分" && (text[place + 2] == 0x949F || text[place + 2] == 0x4E4B))
    }
  }
}
