import Foundation
import Terminology
import TextAnalysis

@testable import Checking

/// A page of the documentation of a rule: `Checking.docc/Rules/<id>.md`.
struct RulePage {
  /// A pair of a table; the source is absent in a document in one language.
  struct Pair: Hashable {
    var source: String?
    var target: String
  }

  var title: String
  var wrong: [Pair]
  var right: [Pair]
  var context: CheckContext
  var text: String

  /// The folder of all pages.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Checking/Checking.docc/Rules")

  /// Reads the page of a rule; nothing where there is none.
  init?(of rule: RuleID) throws {
    let place = Self.folder.appending(path: rule.rawValue + ".md")
    guard let text = try? String(contentsOf: place, encoding: .utf8) else { return nil }
    self.init(text)
  }

  /// Reads a page.
  init(_ text: String) {
    self.text = text
    title = ""
    var sections: [String: [String]] = [:]
    var section = ""
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("# ") {
        title = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
      } else if line.hasPrefix("## ") {
        section = line.dropFirst(3).trimmingCharacters(in: .whitespaces)
      } else {
        sections[section, default: []].append(line)
      }
    }
    wrong = Self.rows(sections["Wrong"]).map(Self.pair)
    right = Self.rows(sections["Right"]).map(Self.pair)
    context = CheckContext(termbase: Self.termbase(Self.rows(sections["Glossary"])))
    for line in sections["Settings"] ?? [] {
      let words = line.trimmingCharacters(in: CharacterSet(charactersIn: " `-*"))
        .split(separator: ":", maxSplits: 1)
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
      guard words.count == 2 else { continue }
      if words[0] == "profile", let profile = Profile(words[1]) { context.profile = profile }
      if words[0] == "as-of" { context.asOf = PartialDate(words[1]) }
    }
  }

  private static func pair(_ cells: [String]) -> Pair {
    let source = cells.first ?? ""
    return Pair(
      source: ["–", "-", "—"].contains(source) ? nil : source,
      target: cells.count > 1 ? cells[1] : "")
  }

  /// The cells of the rows of a table below its head, escapes read.
  private static func rows(_ lines: [String]?) -> [[String]] {
    let rows = (lines ?? []).filter { $0.hasPrefix("|") }.map { line in
      cells(of: line).map { $0.trimmingCharacters(in: .whitespaces) }.map(unescaped)
    }
    return Array(rows.dropFirst(2))
  }

  private static func cells(of line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell)
        cell = ""
      } else {
        if isEscaped, character != "|" { cell.append("\\") }
        if character != "\\" || isEscaped { cell.append(character) }
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells
  }

  private static func unescaped(_ cell: String) -> String {
    // Code marks protect a cell in Markdown and are no part of it.
    var text = cell
    if text.count > 1, text.hasPrefix("`"), text.hasSuffix("`"),
      text.count(where: { $0 == "`" }) == 2
    {
      text = String(text.dropFirst().dropLast())
    }
    return text.replacing(/\\u\{([0-9A-Fa-f]+)\}/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }

  private static func termbase(_ rows: [[String]]) -> any Termbase {
    var entries: [ConceptEntry] = []
    for row in rows where row.count >= 3 {
      func cell(_ place: Int) -> String? {
        row.indices.contains(place) && !["", "–", "-"].contains(row[place]) ? row[place] : nil
      }
      let id = row[0]
      var place = entries.firstIndex { $0.id == id }
      if place == nil {
        let kind = ConceptKind.allCases.first { id.hasPrefix($0.identifierPrefix) } ?? .technical
        entries.append(ConceptEntry(id: id, kind: kind))
        place = entries.count - 1
      }
      guard let place, let language = LanguageTag(row[1]) else { continue }
      entries[place].terms.append(
        TermSection(
          language: language, text: row[2],
          administrativeStatus: cell(3).flatMap(AdministrativeStatus.init(rawValue:)),
          since: cell(4).flatMap { PartialDate($0) }, until: cell(5).flatMap { PartialDate($0) }))
    }
    return GlossaryTermbase(entries.enumerated().map { (Int64($0), $1) })
  }
}

extension RulePage {
  /// A segment of each pair. The language of a source is guessed, the target is in the other one;
  /// Chinese is in the script of the page's profile.
  func segments(of pairs: [Pair]) -> [CheckedSegment] {
    pairs.enumerated().map { number, pair in
      let source = pair.source.map { language(of: $0) }
      let target = source.map { $0.isChinese ? .english : chinese } ?? language(of: pair.target)
      return CheckedSegment(
        source: pair.source.map { CheckedText(Segment($0), language: source ?? .english) },
        target: CheckedText(Segment(pair.target), language: target), blockNumber: number)
    }
  }

  private func language(of text: String) -> LanguageTag {
    TextLanguage.guess(of: text) == .chinese ? chinese : .english
  }

  private var chinese: LanguageTag {
    context.profile.region == .mainland ? .simplifiedChinese : .traditionalChinese
  }
}
