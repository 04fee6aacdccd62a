/// What brackets and quotation marks stand around the places of a text.
struct Enclosures {
  /// Kinds of what stands around a place.
  struct Kinds: OptionSet {
    let rawValue: UInt8
    static let bracket = Kinds(rawValue: 1)
    static let quotation = Kinds(rawValue: 2)
    static let title = Kinds(rawValue: 4)
  }

  /// Where the kinds change, and to what.
  private var changes: [(place: Int, kinds: Kinds)] = []

  /// Reads the marks of a text; one that is never closed encloses nothing.
  ///
  /// - Complexity: O(scalars).
  init(_ scalars: [Unicode.Scalar]) {
    var open: [(mark: UInt32, place: Int, kind: Kinds)] = []
    var spans: [(low: Int, high: Int, kind: Kinds)] = []
    var straight: Int?
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\"" {
        if let start = straight {
          spans.append((start, place, .quotation))
          straight = nil
        } else {
          straight = place
        }
      } else if let kind = Self.kind(opening: scalar.value) {
        open.append((scalar.value, place, kind))
      } else if let mark = Self.opening(of: scalar.value) {
        guard let index = open.suffix(8).lastIndex(where: { Self.isSame($0.mark, mark) }) else {
          continue
        }
        spans.append((open[index].place, place, open[index].kind))
        open.removeSubrange(index...)
      }
    }
    join(spans)
  }

  /// What stands around a place.
  ///
  /// - Complexity: O(log marks).
  func of(_ place: Int) -> Kinds {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? [] : changes[low - 1].kinds
  }

  private mutating func join(_ spans: [(low: Int, high: Int, kind: Kinds)]) {
    var events: [(place: Int, kind: Kinds, step: Int)] = []
    for span in spans {
      events.append((span.low, span.kind, 1))
      events.append((span.high, span.kind, -1))
    }
    events.sort { $0.place < $1.place }
    var depths = (brackets: 0, quotations: 0, titles: 0)
    for event in events {
      switch event.kind {
      case .bracket: depths.brackets += event.step
      case .quotation: depths.quotations += event.step
      default: depths.titles += event.step
      }
      var kinds: Kinds = []
      if depths.brackets > 0 { kinds.insert(.bracket) }
      if depths.quotations > 0 { kinds.insert(.quotation) }
      if depths.titles > 0 { kinds.insert(.title) }
      changes.append((event.place, kinds))
    }
  }

  private static func kind(opening value: UInt32) -> Kinds? {
    switch value {
    case 0x28, 0xFF08, 0x5B, 0xFF3B, 0x3010, 0x3014, 0x3016: .bracket
    case 0x201C, 0x2018, 0x300C, 0x300E, 0xAB: .quotation
    case 0x300A, 0x3008: .title
    default: nil
    }
  }

  private static func opening(of closing: UInt32) -> UInt32? {
    switch closing {
    case 0x29, 0xFF09: 0x28
    case 0x5D, 0xFF3D: 0x5B
    case 0x3011: 0x3010
    case 0x3015: 0x3014
    case 0x3017: 0x3016
    case 0x201D: 0x201C
    case 0x2019: 0x2018
    case 0x300D: 0x300C
    case 0x300F: 0x300E
    case 0xBB: 0xAB
    case 0x300B: 0x300A
    case 0x3009: 0x3008
    default: nil
    }
  }

  private static func isSame(_ mark: UInt32, _ opening: UInt32) -> Bool {
    mark == opening || mark == 0xFF08 && opening == 0x28 || mark == 0xFF3B && opening == 0x5B
  }
}
