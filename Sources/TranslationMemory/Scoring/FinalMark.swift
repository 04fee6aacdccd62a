import TextAnalysis

/// The mark at the end of a segment, and the forms that it has in the other language.
struct FinalMark {
  /// The mark.
  let mark: String
  /// What stands for it across, the commonest first.
  let forms: [String]

  private static let threeDots = FinalMark(mark: "...", forms: ["...", "…", "……"])
  private static let all: [Unicode.Scalar: FinalMark] = [
    "…": FinalMark(mark: "…", forms: ["…", "...", "……"]),
    ":": FinalMark(mark: ":", forms: ["：", ":"]), ".": FinalMark(mark: ".", forms: ["。", "."]),
    "?": FinalMark(mark: "?", forms: ["？", "?"]), "!": FinalMark(mark: "!", forms: ["！", "!"]),
    ";": FinalMark(mark: ";", forms: ["；", ";"]), "。": FinalMark(mark: "。", forms: [".", "。"]),
    "：": FinalMark(mark: "：", forms: [":", "："]), "？": FinalMark(mark: "？", forms: ["?", "？"]),
    "！": FinalMark(mark: "！", forms: ["!", "！"]), "；": FinalMark(mark: "；", forms: [";", "；"]),
  ]

  /// The mark at the end of a text, white space apart; nothing where there is none.
  static func of(_ text: String) -> FinalMark? {
    let scalars = text.trimmedEnd.unicodeScalars.reversed()
    var last = scalars.makeIterator()
    guard let scalar = last.next(), let mark = all[scalar] else { return nil }
    // The semicolon of `&raquo;` is a part of it.
    let before = scalars.dropFirst().drop { $0.isASCII && $0.properties.isAlphabetic }.first
    if scalar == ";", before == "&" { return nil }
    return scalar == "." && last.next() == "." && last.next() == "." ? threeDots : mark
  }

  /// The commonest form of it in the language of a text.
  func form(for text: some StringProtocol) -> String {
    if text.unicodeScalars.contains(where: ScriptVariants.isHan) { return forms[0] }
    return forms.first { $0.utf8.allSatisfy { $0 < 0x80 } || $0 == "…" } ?? forms[0]
  }

  var isQuestion: Bool { mark == "?" || mark == "？" }
  var isFullStop: Bool { mark == "." || mark == "。" }
  var isColon: Bool { mark == ":" || mark == "：" }

  /// The form of the mark with which a text ends.
  func form(endOf text: some StringProtocol) -> String? {
    forms.filter { text.hasSuffix($0) }.max { $0.utf8.count < $1.utf8.count }
  }
}

/// With what the targets of a pool end where their sources end as the query does: 。 or a full stop
/// or nothing, as the house writes.
package struct UsualMark: Sendable {
  private var mark: FinalMark?
  private var origin: String?
  private var counts: [String: Int] = [:]
  /// A unit of the query's own origin counts as many others, more than a pool has.
  private static let ownWeight = 1_000

  /// Knows of no pool.
  package init() {}

  /// Begins to count for a query.
  package init(for query: String, origin: String?) {
    mark = FinalMark.of(query)
    self.origin = origin
  }

  /// Counts a unit; one of the query's own origin more than all others.
  package mutating func count(_ source: String, _ target: String, origin: String?) {
    guard let mark, FinalMark.of(source)?.mark == mark.mark else { return }
    let isOwn = self.origin != nil && self.origin == origin
    counts[mark.form(endOf: target.trimmedEnd) ?? "", default: 0] += isOwn ? Self.ownWeight : 1
  }

  /// The commonest form where that is beyond doubt: those of the query's own origin, or three
  /// others, have it and none has another.
  var sureForm: String? {
    let own = counts.values.count { $0 >= Self.ownWeight }
    if own > 0 { return own == 1 ? form : nil }
    return counts.count == 1 && counts.values.reduce(0, +) >= 3 ? form : nil
  }

  /// The commonest form, of equally common ones the mark's first; nothing where none was counted.
  var form: String? {
    guard let mark else { return nil }
    let best = counts.values.max() ?? 0
    return (mark.forms + [""]).first { best > 0 && counts[$0] == best }
  }
}

extension StringProtocol {
  /// The text without the white space at its end.
  var trimmedEnd: SubSequence {
    let scalars = unicodeScalars
    var end = scalars.endIndex
    while end > scalars.startIndex {
      let before = scalars.index(before: end)
      guard isWhiteSpace(scalars[before]) else { break }
      end = before
    }
    return self[..<end]
  }

  private func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return value == 0x20 || (0x9...0xD).contains(value) }
    // From the ideographic comma on there is none.
    return value <= 0x3000 && scalar.properties.isWhitespace
  }
}
