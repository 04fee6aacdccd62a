import Checking
import TextAnalysis

/// Rules that somebody has switched off in a document.
///
///     zhengming-ignore spacing repeated-word
struct Suppression {
  private(set) var rules: Set<RuleID> = []
  private(set) var notices: [Phrase] = []

  /// Reads the names of rules, parted by spaces or commas.
  mutating func add(_ names: some StringProtocol, at place: String) {
    let words = names.split { $0.isWhitespace || $0 == "," || $0 == "、" || $0 == "，" }
    if words.isEmpty, !names.isEmpty {
      notices.append(
        Phrase(
          "\(place): nothing is switched off, for no rule is named. Write the rules' names.",
          "\(place)：未写明规则，因此没有忽略任何规则。请写出规则名称。"))
    }
    for word in words {
      let name = String(word)
      if let rule = RuleID(rawValue: name) {
        rules.insert(rule)
      } else {
        let nearest = RuleID.nearest(to: name)
        notices.append(
          Phrase(
            "\(place): there is no rule '\(name)', so nothing is switched off by that name."
              + (nearest.map { " Did you mean '\($0)'?" } ?? ""),
            "\(place)：没有规则“\(name)”，因此未忽略任何规则。"
              + (nearest.map { "是否指“\($0)”？" } ?? "")))
      }
    }
  }

  /// Reads a remark, which names rules behind `zhengming-ignore`.
  mutating func add(note: String, at place: String) {
    guard let start = note.firstRange(of: Self.word) else { return }
    let before = note[..<start.lowerBound]
    guard before.allSatisfy({ $0.isWhitespace }) else { return }
    let line = note[start.upperBound...].prefix { !$0.isNewline }
    add(" " + line.drop { $0 == ":" || $0 == "：" }, at: place)
  }

  /// What a remark and a comment begin with.
  static let word = "zhengming-ignore"
}
