/// Pairs the brackets and quotation marks of a text, in one pass.
struct BracketPairing {
  /// Marks that stand for each other between languages.
  enum Family: Hashable {
    case round, square, curly, title, quotation
  }

  /// A mark without its other half.
  struct Unpaired {
    var mark: Unicode.Scalar
    var family: Family
    var place: Int
    var segment: Int
    var isClosing: Bool
  }

  private struct Open {
    var closing: UInt32
    var mark: Unicode.Scalar
    var family: Family
    var place: Int
    var segment: Int
  }

  /// The number of the segment that is read.
  var segment = 0
  private var open: [Open] = []
  private var lost: [Unpaired] = []

  /// How many marks deep a closing mark looks for its opening one.
  private static let deepest = 8
  /// How many unpaired marks are kept.
  private static let most = 200

  /// The marks without their other half, in order.
  var unpaired: [Unpaired] {
    var all = lost
    for mark in open.prefix(Self.most) { all.append(Self.unpaired(mark)) }
    return all.sorted { ($0.segment, $0.place) < ($1.segment, $1.place) }
  }

  /// Reads a text, or the next one of a paragraph.
  ///
  /// - Complexity: O(scalars).
  mutating func read(_ scalars: [Unicode.Scalar], isChinese: Bool) {
    var straight: [Int] = []
    var straightCount = 0
    for (place, scalar) in scalars.enumerated() {
      let value = scalar.value
      if value < 0x7F {
        switch value {
        case 0x28: push(scalar, 0x29, .round, place)
        case 0x5B: push(scalar, 0x5D, .square, place)
        case 0x7B: push(scalar, 0x7D, .curly, place)
        case 0x29:
          let isLabel = isLabel(scalars, place) || isSmiley(scalars, place)
          pop(0x29, scalar, .round, place, isLabel)
        case 0x5D: pop(0x5D, scalar, .square, place, false)
        case 0x7D: pop(0x7D, scalar, .curly, place, false)
        case 0x22:
          if place > 0, scalars[place - 1].isASCIIDigit { continue }  // 5" is a length
          if place > 0, scalars[place - 1] == "\\" { continue }
          straightCount += 1
          if straight.isEmpty { straight = [place] } else { straight[0] = place }
        default: break
        }
      } else if value >= 0x2018 {
        readWide(scalars, place, isChinese: isChinese)
      }
    }
    if straightCount % 2 == 1, let place = straight.first {
      lost.append(
        Unpaired(
          mark: "\"", family: .quotation, place: place, segment: segment, isClosing: true))
    }
  }

  private mutating func readWide(_ scalars: [Unicode.Scalar], _ place: Int, isChinese: Bool) {
    let scalar = scalars[place]
    switch scalar.value {
    case 0xFF08: push(scalar, 0x29, .round, place)
    case 0xFF09:
      pop(0x29, scalar, .round, place, isLabel(scalars, place) || isSmiley(scalars, place))
    case 0xFF3B: push(scalar, 0x5D, .square, place)
    case 0xFF3D: pop(0x5D, scalar, .square, place, false)
    case 0xFF5B: push(scalar, 0x7D, .curly, place)
    case 0xFF5D: pop(0x7D, scalar, .curly, place, false)
    case 0x3010, 0x3014, 0x3016: push(scalar, scalar.value + 1, .square, place)
    case 0x3011, 0x3015, 0x3017: pop(scalar.value, scalar, .square, place, false)
    case 0x3008, 0x300A: push(scalar, scalar.value + 1, .title, place)
    case 0x3009, 0x300B: pop(scalar.value, scalar, .title, place, false)
    case 0x300C, 0x300E: push(scalar, scalar.value + 1, .quotation, place)
    case 0x300D, 0x300F: pop(scalar.value, scalar, .quotation, place, false)
    case 0x201C: push(scalar, 0x201D, .quotation, place)
    case 0x201D: pop(0x201D, scalar, .quotation, place, false)
    case 0x2018 where isChinese: push(scalar, 0x2019, .quotation, place)
    case 0x2019 where isChinese && (closesSingle(scalars, place) || !isApostrophe(scalars, place)):
      pop(0x2019, scalar, .quotation, place, false)
    default: break
    }
  }

  private mutating func push(
    _ mark: Unicode.Scalar, _ closing: UInt32, _ family: Family, _ place: Int
  ) {
    guard open.count < 10_000 else { return }
    open.append(
      Open(closing: closing, mark: mark, family: family, place: place, segment: segment))
  }

  /// Closes what was opened. What was opened after it stays open and is lost.
  private mutating func pop(
    _ closing: UInt32, _ mark: Unicode.Scalar, _ family: Family, _ place: Int, _ isLabel: Bool
  ) {
    var index = open.count - 1
    let lowest = max(0, open.count - Self.deepest)
    while index >= lowest {
      if open[index].closing == closing {
        for inner in open[(index + 1)...] where lost.count < Self.most {
          lost.append(Self.unpaired(inner))
        }
        open.removeSubrange(index...)
        return
      }
      index -= 1
    }
    if !isLabel, lost.count < Self.most {
      lost.append(
        Unpaired(mark: mark, family: family, place: place, segment: segment, isClosing: true))
    }
  }

  private static func unpaired(_ mark: Open) -> Unpaired {
    Unpaired(
      mark: mark.mark, family: mark.family, place: mark.place, segment: mark.segment,
      isClosing: false)
  }
}

extension BracketPairing {
  /// Whether a text has any mark that this pairs.
  static func mayBeUnpaired(_ scalars: [Unicode.Scalar]) -> Bool {
    for scalar in scalars {
      let value = scalar.value
      if value < 0x7F {
        switch value {
        case 0x22, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: return true
        default: continue
        }
      }
      if value &- 0x4E00 < 0x5200 { continue }
      if value &- 0x2018 < 6 || value &- 0x3008 < 0x10 || value >= 0xFF08 { return true }
    }
    return false
  }

  /// Whether a mark opens a pair.
  static func isOpening(_ mark: Unicode.Scalar) -> Bool {
    switch mark.value {
    case 0x28, 0x5B, 0x7B, 0xFF08, 0xFF3B, 0xFF5B, 0x3010, 0x3014, 0x3016, 0x3008, 0x300A, 0x300C,
      0x300E, 0x201C, 0x2018:
      true
    default: false
    }
  }

  private static let hanLabels = Set("一二三四五六七八九十甲乙丙丁戊己庚辛".unicodeScalars)

  /// Whether a closing bracket ends the label of an item: `a)`, `12)`, `iv)`, 一）.
  private func isLabel(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    var start = place
    while start > 0, place - start < 5,
      scalars[start - 1].isASCIILetter || scalars[start - 1].isASCIIDigit
        || Self.hanLabels.contains(scalars[start - 1])
    {
      start -= 1
    }
    guard start < place, place - start < 5 else { return false }
    guard start > 0 else { return true }
    let before = scalars[start - 1]
    return before.isBlank || before.isWideMark || before == "." || before == ";" || before == ","
      || before == ":" || before == "*"
  }

  private func isSmiley(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard place > 0 else { return false }
    switch scalars[place - 1] {
    case ":", ";", "^", "-", "：", "；": return true
    default: return false
    }
  }

  /// Whether a single closing mark ends what is open, and is not inside a word.
  private func closesSingle(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    !(scalars.at(place + 1)?.isLatinLetter ?? false)
      && open.suffix(2).contains { $0.closing == 0x2019 }
  }

  /// Whether a single closing mark stands behind a letter: *people’s*, *the agencies’*.
  private func isApostrophe(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    scalars.at(place - 1)?.isLatinLetter ?? false
  }
}
