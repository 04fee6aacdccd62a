import Terminology
import TextAnalysis

/// Relations as people write them in a cell:
///
///     replaces agency.aqsiq since 2018-03 (quality supervision; border inspection went to Customs)
///
/// The kind, the target, `since` and `until` with a date each in any order, and the scope in
/// brackets at the end, which may hold brackets of its own.
enum RelationNotation {
  /// Returns the relation as ``read(_:)`` takes it.
  static func text(of relation: Relation) -> String {
    var text = "\(relation.kind.rawValue) \(relation.target)"
    if let since = relation.since { text += " since \(since)" }
    if let until = relation.until { text += " until \(until)" }
    if let scope = relation.scope, !scope.isEmpty { text += " (\(scope))" }
    return text
  }

  /// Reads one relation.
  ///
  /// - Parameters:
  ///   - text: One value of the cell, as ``CellList`` gives it.
  ///   - date: Reads the date behind `since` or `until`, or says what is wrong with it.
  /// - Returns: The relation.
  /// - Throws: What is wrong, without its place.
  static func read(
    _ text: String, date: (String, String) throws(TableProblem) -> PartialDate
  ) throws(TableProblem) -> Relation {
    var rest = text.unicodeScalars[...]
    let word = takeWord(from: &rest)
    guard let kind = pick(word, as: Relation.Kind.self) else { throw .unknownRelation(word) }
    let target = takeWord(from: &rest)
    guard !target.isEmpty else { throw .relationWithoutTarget(text) }
    guard isXMLName(target) else { throw .notAnIdentifier(target) }
    var relation = Relation(kind, target)
    while let next = rest.first {
      if next == "(" || next == "（" {
        guard rest.last == ")" || rest.last == "）", rest.count > 1 else {
          throw .relationRest(text)
        }
        let scope = rest.dropFirst().dropLast()
        relation.scope = scope.isEmpty ? nil : String(scope)
        break
      }
      switch takeWord(from: &rest).lowercased() {
      case "since" where relation.since == nil:
        relation.since = try date("since", takeWord(from: &rest))
      case "until" where relation.until == nil:
        relation.until = try date("until", takeWord(from: &rest))
      default: throw .relationRest(text)
      }
    }
    return relation
  }

  /// Takes the characters up to a space or an opening bracket, and the spaces behind them.
  private static func takeWord(from rest: inout Substring.UnicodeScalarView) -> String {
    rest = rest.drop { $0 == " " }
    let word = rest.prefix { $0 != " " && $0 != "(" && $0 != "（" }
    rest = rest.dropFirst(word.count).drop { $0 == " " }
    return String(word)
  }
}

/// Tells whether a text can be an `xml:id`: letters, digits, `.`, `-` and `_`, a letter or `_`
/// first.
func isXMLName(_ text: String) -> Bool {
  var isFirst = true
  for byte in text.utf8 {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x5F: break
    case 0x30...0x39, 0x2E, 0x2D: if isFirst { return false }
    case 0x80...: return isXMLNameBeyondASCII(text)
    default: return false
    }
    isFirst = false
  }
  return !isFirst
}

private func isXMLNameBeyondASCII(_ text: String) -> Bool {
  var isFirst = true
  for scalar in text.unicodeScalars {
    let isLetter = scalar.properties.isAlphabetic || scalar == "_"
    let isOther = scalar == "." || scalar == "-" || scalar.properties.numericType == .decimal
    guard isLetter || (isOther && !isFirst) else { return false }
    isFirst = false
  }
  return !isFirst
}
