public import Checking
import Foundation
import Interchange
public import TextAnalysis

/// What a project says of its checks, in `zhengming.json`.
///
///     {
///       "profile": "mainland/law",
///       "languages": { "from": "en", "to": "zh-Hans" },
///       "glossaries": ["agencies", "policies"],
///       "failOn": "warning",
///       "rules": {
///         "length-suspicious": "off",
///         "quotation-style": { "severity": "hint", "options": { "style": "corner" } }
///       }
///     }
public struct ProjectFile: Sendable, Hashable {
  /// What the file is called.
  public static let name = "zhengming.json"

  /// The place and the kind of text.
  public var profile: Profile?
  /// The language of sources.
  public var from: LanguageTag?
  /// The language of targets.
  public var to: LanguageTag?
  /// Only these glossaries; empty means all.
  public var glossaries: Set<String> = []
  /// From which severity on a check fails.
  public var failOn: CheckReport.FailOn?
  /// The rules that are not asked.
  public var rulesOff: Set<RuleID> = []
  /// The severities of rules that are not their own.
  public var severities: [RuleID: Severity] = [:]
  /// The options of rules that are set.
  package var options: [RuleID: [String: RuleOption.Value]] = [:]

  /// Says nothing.
  public init() {}

  /// Reads a file.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``WorkbenchError`` where it cannot be read or says what it cannot say.
  public init(path: String) throws(WorkbenchError) {
    do {
      let text = try PlainText.read(try ByteSource(path: path))
      self = try ProjectFileReader(file: path).read(text)
    } catch {
      throw WorkbenchError(error)
    }
  }

  /// Finds the file of a folder: the one there, else in the nearest folder above.
  ///
  /// - Parameter folder: An absolute path.
  /// - Returns: Its path, or nothing where there is none.
  public static func find(from folder: String) -> String? {
    var place = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
    while true {
      let path = place.appending(path: name).path
      if FileManager.default.fileExists(atPath: path) { return path }
      let above = place.deletingLastPathComponent().standardizedFileURL
      guard above.path != place.path, !above.path.isEmpty else { return nil }
      place = above
    }
  }
}

/// Why a project's file cannot be taken.
public struct ProjectFileError: Error, Sendable, Hashable {
  /// Where it stands.
  public var place: SourceLocation
  /// What is wrong there.
  public var problem: Problem

  /// What can be wrong.
  public enum Problem: Sendable, Hashable {
    /// It is no JSON; what was found.
    case syntax(found: Phrase)
    /// Something must be of another kind.
    case kind(of: String, found: Phrase, required: Phrase)
    /// There is no such field; perhaps another was meant.
    case unknown(String, nearest: String?, known: [String])
    /// A field stands twice.
    case repeated(String)
    /// A word is not one of those that are allowed.
    case notOneOf(of: String, found: String, allowed: [String])
    /// A text is no language.
    case language(of: String, found: String)
  }
}

extension ProjectFileError: Worded {
  /// The place, what was found there, what is required, and what to do.
  public func message(in language: MessageLanguage) -> String {
    place.description + Phrase(": ", "：")(in: language) + phrase(in: language)
  }

  /// The names that there are, where they can be taken in at a glance.
  private static func listed(_ known: [String]) -> Phrase {
    if known.isEmpty { return Phrase("; nothing can be set here", "；此处没有可设置的内容") }
    guard known.count <= 8 else { return Phrase("") }
    return Phrase(
      "; there are \(known.joined(separator: ", "))", "；可用的有 \(known.joined(separator: "、"))")
  }

  private var phrase: Phrase {
    switch problem {
    case .syntax(let found):
      Phrase(
        "\(found.english) stands here; JSON (RFC 8259) has no place for it. Look for a comma or a "
          + "bracket before it.",
        "此处是\(found.chinese)；不合 JSON（RFC 8259）。请检查前面的逗号或括号。")
    case .kind(let name, let found, let required):
      Phrase(
        "'\(name)' is \(found.english); \(required.english) is required.",
        "“\(name)”是\(found.chinese)；须为\(required.chinese)。")
    case .unknown(let name, let nearest, let known):
      Phrase(
        "there is no '\(name)' here\(Self.listed(known).english)."
          + (nearest.map { " Did you mean '\($0)'?" } ?? ""),
        "此处没有“\(name)”\(Self.listed(known).chinese)。"
          + (nearest.map { "是否指“\($0)”？" } ?? ""))
    case .repeated(let name):
      Phrase(
        "'\(name)' stands here a second time; once is required. Take one out.",
        "“\(name)”在此重复；只能出现一次。请删去其一。")
    case .notOneOf(let name, let found, let allowed):
      Phrase(
        "'\(name)' is '\(found)'; one of \(allowed.joined(separator: ", ")) is required."
          + (nearestWord(to: found, among: allowed).map { " Did you mean '\($0)'?" } ?? ""),
        "“\(name)”的值为“\(found)”；须为 \(allowed.joined(separator: "、")) 之一。"
          + (nearestWord(to: found, among: allowed).map { "是否指“\($0)”？" } ?? ""))
    case .language(let name, let found):
      Phrase(
        "'\(name)' is '\(found)'; English or Chinese is required: en, zh, zh-Hant-TW.",
        "“\(name)”的值为“\(found)”；须为英文或中文：en、zh、zh-Hant-TW。")
    }
  }
}
