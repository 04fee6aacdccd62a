import TextAnalysis

/// Chinese words that are written in two ways, of which one is the standard: 账户 and 帐户.
///
/// The pairs are of the 第一批异形词整理表 (GF 1001—2001).
struct VariantCharacters {
  private struct Use {
    var count: Int
    var place: DocumentPlace
  }

  private var uses: [String: Use] = [:]

  /// The standard form and the other.
  private static let table: [(standard: String, other: String)] = [
    ("账户", "帐户"), ("账目", "帐目"), ("账号", "帐号"), ("账本", "帐本"), ("图像", "图象"), ("想象", "想像"),
    ("分量", "份量"), ("订单", "定单"), ("订货", "定货"), ("成分", "成份"), ("缘分", "缘份"), ("身份", "身分"),
    ("执着", "执著"), ("按语", "案语"), ("辞章", "词章"), ("模仿", "摹仿"), ("原原本本", "源源本本"), ("思维", "思惟"),
    ("勾画", "勾划"), ("筹划", "筹画"), ("凋敝", "凋弊"), ("指手画脚", "指手划脚"), ("保姆", "保母"), ("参与", "参预"),
    ("糊涂", "胡涂"), ("交代", "交待"), ("倒霉", "倒楣"), ("耿直", "梗直"), ("鬼哭狼嚎", "鬼哭狼嗥"), ("笔画", "笔划"),
  ]

  /// All forms by their first character.
  private static let forms: [Unicode.Scalar: [(scalars: [Unicode.Scalar], text: String)]] = {
    var forms: [Unicode.Scalar: [(scalars: [Unicode.Scalar], text: String)]] = [:]
    for text in table.flatMap({ [$0.standard, $0.other] }) {
      let scalars = Array(text.unicodeScalars)
      if let first = scalars.first { forms[first, default: []].append((scalars, text)) }
    }
    return forms
  }()

  /// Whether a form begins with a character, by its code point from U+4E00 on.
  private static let isFirst: [Bool] = {
    var isFirst = [Bool](repeating: false, count: 0x5200)
    for scalar in forms.keys where 0x4E00..<0xA000 ~= scalar.value {
      isFirst[Int(scalar.value) - 0x4E00] = true
    }
    return isFirst
  }()

  /// Adds the words of a segment.
  mutating func add(_ segment: AnalysedSegment) {
    let scalars = segment.target.scalars
    let isFirst = Self.isFirst
    for place in scalars.indices {
      let code = Int(scalars[place].value) - 0x4E00
      guard isFirst.indices.contains(code), isFirst[code], let forms = Self.forms[scalars[place]] else { continue }
      for form in forms where scalars[place...].starts(with: form.scalars) {
        let range = place..<place + form.scalars.count
        let new = Use(
          count: 0, place: DocumentPlace(segment: segment.number, range: range))
        uses[form.text, default: new].count += 1
      }
    }
  }

  /// The words of which a document has both forms; the standard one is the one to write.
  var pairs: [SpellingPair] {
    Self.table.compactMap { pair in
      guard let standard = uses[pair.standard], let other = uses[pair.other] else { return nil }
      return SpellingPair(
        place: other.place, count: other.count, usual: pair.standard, usualCount: standard.count,
        usualSegment: standard.place.segment)
    }
  }
}
