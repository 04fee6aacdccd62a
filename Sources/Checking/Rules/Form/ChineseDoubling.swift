/// Which characters and words of Chinese cannot be doubled.
///
/// Chinese doubles verbs (试试, 讨论讨论), adjectives (高高兴兴), measure words and nouns of time
/// (个个, 天天), kin and sounds; no list of those can be complete. The criterion is the other way
/// round: a doubling is reported only where it is of a closed class that is never doubled,
/// particles, prepositions, conjunctions and pronouns. Where such a character meets itself because
/// one word ends and the next begins with it (目的+的, 为了+了解, 对+对象), its neighbours tell:
/// each row names the characters with which it makes a word.
enum ChineseDoubling {
  /// A character that is never doubled, with the characters that it follows and that follow it in
  /// words.
  private static let particles: [(character: Character, after: String, before: String)] = [
    ("的", "目标中有靶似打端无鹄众是", "确士当证黎话"),
    ("了", "为除未明不罢私末终", "解然事得结无却望悟断债当不"),
    ("在", "存所现内外实好自潜旨健何同尚都不", "于乎线场职意世校建此编位押野座逃家行"),
    ("是", "但就凡于不还可只正总若要硬更也而都又或老便国如先仅恰倒算自才说既像真本", "非否的"),
    ("和", "共中平缓调温饱总随谐暖柔祥总亲谋媾附应求", "平谐睦谈约解好气蔼式声尚音局数服田"),
    ("与", "参给赠授付赐予", "会其此否时众共"),
    ("及", "以普涉波触遍累顾提危埃言论企不来", "时格其早至第物时"),
    ("或", "间抑", "许者是然将"),
    (
      "于", "关对由等至基位属处在终过便善限鉴敢勇用大小高低多少优异源介出有敌忠安濒趋致甘急乐易难归利",
      "是此今心事丹洋田谦归"
    ),
    ("从", "服听顺跟随盲遵屈自侍无信适依胁主", "事业而来此前容未属军政众犯头中小句"),
    ("被", "棉絮毯植", "子告动褥迫害单窝套面服捕俘盖选"),
    ("我", "自本忘敌小大故", ""), ("你", "", ""),
    ("他", "其吉利排", "们人乡"), ("她", "", ""), ("它", "其", "们"),
    ("们", "哥爷娘姐", ""), ("这", "", ""), ("之", "总反久随由加次兼为", "前后间一中外内上下所类"),
    ("而", "然因从进反继故幸时忽俄甚转偶", "且今后言已是"),
    ("则", "规原法准守细总附通", ""), ("吗", "", ""), ("呢", "", ""),
  ]

  /// Words of two characters that are never doubled.
  private static let words = [
    "我们", "你们", "他们", "她们", "它们", "这个", "那个", "这些", "那些", "以及", "因为", "所以", "但是", "如果",
    "通过", "对于", "关于", "根据", "由于", "为了", "没有", "已经", "其中", "并且", "或者", "应当", "应该", "需要",
    "可以", "必须", "进行", "包括", "以下", "以上", "不是", "就是", "而且", "虽然", "按照", "作为", "成为", "以便",
    "只有", "能够", "此外", "然后", "同时",
  ]

  private struct Row: Sendable {
    var after: Set<UInt32>
    var before: Set<UInt32>
  }

  private static let rows: [UInt32: Row] = {
    var rows: [UInt32: Row] = [:]
    for particle in particles {
      guard let value = particle.character.unicodeScalars.first?.value else { continue }
      let after = particle.after.unicodeScalars.map(\.value)
      let before = particle.before.unicodeScalars.map(\.value)
      var row = rows[value] ?? Row(after: [], before: [])
      row.after.formUnion(after)
      row.before.formUnion(before)
      rows[value] = row
    }
    return rows
  }()

  private static let pairs: Set<UInt64> = Set(
    words.map { word in
      word.unicodeScalars.reduce(UInt64(0)) { $0 << 32 | UInt64($1.value) }
    })

  /// Returns where a word that is never doubled stands twice.
  ///
  /// - Complexity: O(scalars).
  static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    guard scalars.count > 1 else { return ranges }
    for place in 1..<scalars.count {
      let scalar = scalars[place]
      guard scalar.value >= 0x4E00 else { continue }
      if scalar == scalars[place - 1] {
        if isDoubled(scalars, place) { ranges.append(place - 1..<place + 1) }
      } else if place >= 3, scalar == scalars[place - 2], scalars[place - 1] == scalars[place - 3],
        pairs.contains(UInt64(scalars[place - 1].value) << 32 | UInt64(scalar.value))
      {
        ranges.append(place - 3..<place + 1)
      }
    }
    return ranges
  }

  private static func isDoubled(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard let row = rows[scalars[place].value] else { return false }
    if let previous = scalars.at(place - 2) {
      if previous == scalars[place] || row.after.contains(previous.value) { return false }
    }
    if let next = scalars.at(place + 1) {
      if next == scalars[place] || row.before.contains(next.value) { return false }
      // 是是非非, 从从容容
      if let second = scalars.at(place + 2), next == second { return false }
    }
    return true
  }

  /// Whether a text doubles anything: a translation may then do so too.
  static func hasDoubledWord(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count > 1 else { return false }
    for place in 1..<scalars.count where scalars[place].isHan {
      if scalars[place] == scalars[place - 1] { return true }
      if place >= 3, scalars[place] == scalars[place - 2],
        scalars[place - 1] == scalars[place - 3]
      {
        return true
      }
    }
    return false
  }
}
