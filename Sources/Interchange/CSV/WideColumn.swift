import Terminology
import TextAnalysis

/// What a column of the wide form or of a colleague's sheet holds.
enum WideColumn: Hashable {
  case id, kind, subject, definition, source, note, rev, status
  /// Terms of one language.
  case terms(LanguageTag, Role)
  /// Terms of the language that `--from` says, and that `--to` says.
  case sourceTerms, targetTerms
  /// A serial number or the like, of no use to others.
  case serial

  /// What a column of terms says of them.
  enum Role: Hashable {
    case main, shortened, other, deprecated

    /// The status of the column's terms in the wide form.
    var status: AdministrativeStatus {
      switch self {
      case .main: .preferred
      case .shortened, .other: .admitted
      case .deprecated: .deprecated
      }
    }
  }

  /// The columns of the wide form, in the order in which they are written.
  static let wide: [(name: String, column: Self)] = [
    ("id", .id), ("kind", .kind), ("subject", .subject),
    ("en", .terms(.english, .main)), ("en_abbr", .terms(.english, .shortened)),
    ("en_other", .terms(.english, .other)), ("en_deprecated", .terms(.english, .deprecated)),
    ("zh", .terms(.simplifiedChinese, .main)),
    ("zh_short", .terms(.simplifiedChinese, .shortened)),
    ("zh_other", .terms(.simplifiedChinese, .other)),
    ("zh_deprecated", .terms(.simplifiedChinese, .deprecated)),
    ("definition", .definition), ("source", .source), ("note", .note), ("rev", .rev),
  ]

  /// The name of a column of the wide form.
  var wideName: String? { Self.wide.first { $0.column == self }?.name }

  /// The category that the column lets a file speak of, besides terms.
  var category: DataCategories {
    switch self {
    case .kind: .kind
    case .subject: .subject
    case .definition: .definition
    case .source: .conceptSource
    case .note: .conceptNote
    case .status: .status
    default: []
    }
  }

  /// Whether the column holds terms.
  var holdsTerms: Bool {
    switch self {
    case .terms, .sourceTerms, .targetTerms: true
    default: false
    }
  }
}

/// The type of a shortened term that only its look tells: capitals without a space are an acronym.
func shortenedType(of text: String, in language: LanguageTag) -> TermType {
  if language.isChinese { return .shortForm }
  let isAcronym = text.unicodeScalars.allSatisfy { $0.properties.isUppercase || !$0.isLetter }
  return isAcronym && !text.contains(" ") ? .acronym : .abbreviation
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { properties.isAlphabetic }
}

/// A status that is not its column's, written behind a term of the wide form in brackets:
/// `State Internet Information Office (superseded)`, and `(?)` where nobody has judged the term.
///
/// A term whose own text ends like that is written with a backslash before the bracket.
enum StatusMark {
  /// Returns a term's text with the mark that its column makes necessary.
  static func marked(_ term: TermSection, in role: WideColumn.Role) -> String {
    var text = term.text
    if let place = bracket(in: text) { text.unicodeScalars.insert("\\", at: place.bracket) }
    guard term.administrativeStatus != role.status else { return text }
    return "\(text) (\(term.administrativeStatus?.rawValue ?? "?"))"
  }

  /// Returns what stands before a mark, and the status that it gives.
  static func read(
    _ text: String, in role: WideColumn.Role
  ) -> (text: String, status: AdministrativeStatus?) {
    guard let place = bracket(in: text), !place.isQuoted else {
      return (unquoted(text), role.status)
    }
    let scalars = text.unicodeScalars
    let before = String(scalars[..<scalars.index(before: place.bracket)])
    guard !before.isEmpty else { return (text, role.status) }
    return (unquoted(before), AdministrativeStatus(rawValue: place.word))
  }

  /// Takes the backslash off that says that a bracket at the end is the term's own.
  private static func unquoted(_ text: String) -> String {
    guard let place = bracket(in: text), place.isQuoted else { return text }
    var scalars = text.unicodeScalars
    scalars.remove(at: scalars.index(before: place.bracket))
    return String(scalars)
  }

  /// Finds a space, any backslashes, and a mark at the end of a text.
  private static func bracket(
    in text: String
  ) -> (bracket: String.Index, isQuoted: Bool, word: String)? {
    let scalars = text.unicodeScalars
    guard scalars.last == ")", let bracket = scalars.lastIndex(of: "(") else { return nil }
    let word = String(scalars[scalars.index(after: bracket)...].dropLast())
    guard word == "?" || AdministrativeStatus(rawValue: word) != nil else { return nil }
    let before = scalars[..<bracket]
    guard let last = before.lastIndex(where: { $0 != "\\" }), before[last] == " " else {
      return nil
    }
    return (bracket, before.last == "\\", word)
  }
}
