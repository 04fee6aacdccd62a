public import TextAnalysis

/// What no reader or writer may swallow: where it stands, and what is wrong there.
public enum InterchangeError: Error, Hashable, Sendable {
  /// The file cannot be read or written at all.
  case file(String, FileProblem)
  /// A table (CSV, TSV) breaks its rules at this place.
  case table(SourceLocation, TableProblem)
  /// Markup (TBX, TMX) breaks its rules at this place.
  case markup(SourceLocation, MarkupProblem)
}

extension InterchangeError: CustomStringConvertible {
  /// The place, what was found there, what is required, and what to do, in one sentence.
  public var description: String {
    switch self {
    case .file(let name, let problem): "\(name): \(problem.message)"
    case .table(let place, let problem): "\(place): \(problem.message)"
    case .markup(let place, let problem): "\(place): \(problem.message)"
    }
  }
}

/// Why a file as a whole cannot be read or written.
public enum FileProblem: Hashable, Sendable {
  /// There is no file of that name.
  case missing
  /// The name is a folder's.
  case isFolder
  /// The system refuses, in its own words.
  case refused(String)
  /// There is nothing in it.
  case empty

  var message: String {
    switch self {
    case .missing: "there is no such file. Check the name."
    case .isFolder: "this is a folder; a file is required."
    case .refused(let reason): "the system refuses: \(reason)."
    case .empty: "the file is empty; at least a header is required."
    }
  }
}
