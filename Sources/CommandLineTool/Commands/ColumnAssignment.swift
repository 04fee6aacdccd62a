import Interchange
import Terminology
import TextAnalysis

/// A column of the native CSV and the text that its cell is to have: `status=admitted`.
///
/// `add` and `edit` take every data category in this one way, so that a person learns one list of
/// names; an empty text clears.
struct ColumnAssignment: Sendable, Hashable {
  let column: String
  let text: String

  /// Whose columns may be named.
  enum Scope: Sendable {
    case concept
    case term

    /// The names, in the order of the native CSV.
    var columns: [String] {
      let all = DataCategories.names
      return switch self {
      case .concept: all.filter { isOfConcept($0) }
      case .term: ["term", "language"] + all.filter { !isOfConcept($0) }
      }
    }

    private func isOfConcept(_ name: String) -> Bool {
      DataCategories(named: name).map { DataCategories.ofConcepts.contains($0) } ?? false
    }
  }

  /// Reads `COLUMN=VALUE`, as `--set` takes it.
  init(_ word: String, scope: Scope) throws(UsageError) {
    let bytes = word.utf8
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")), sign > bytes.startIndex else {
      throw .notAnAssignment(place: "--set", found: word)
    }
    let column = String(word[..<sign])
    guard scope.columns.contains(column) else {
      throw .notAChoice(place: Phrase("--set"), found: column, choices: scope.columns)
    }
    (self.column, text) = (column, String(word[bytes.index(after: sign)...]))
  }

  /// The cell as the workbench takes it.
  var cell: CellEdit { CellEdit(column: column, value: text) }

  /// Reads all words that `--set` was given.
  static func all(_ parsed: Parsed, scope: Scope) throws(UsageError) -> [ColumnAssignment] {
    var assignments: [ColumnAssignment] = []
    for word in parsed.texts("set") {
      assignments.append(try ColumnAssignment(word, scope: scope))
    }
    return assignments
  }
}

extension Option {
  static let set = repeated(
    "set", kind: .text, placeholder: Phrase("COLUMN=VALUE", "列=值"),
    Phrase(
      "Set a column of the native CSV, such as definition=…; may be repeated",
      "设定 CSV 中的某一列，例如 definition=…；可重复"))
}
