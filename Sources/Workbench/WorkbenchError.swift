public import Interchange
public import Storage
public import TextAnalysis

/// Why a verb could not do its work.
public enum WorkbenchError: Error, Sendable {
  /// The store refused.
  case store(StoreError)
  /// A file refused, or was refused.
  case interchange(InterchangeError)
  /// What was asked for makes no sense.
  case request(RequestFault)
  /// A text cannot be checked.
  case check(CheckFault)
  /// The project's file is not as it must be.
  case project(ProjectFileError)
  /// Anything else, in its own words.
  case other(Phrase)

  /// Sorts an error that came from below.
  init(_ error: any Error) {
    switch error {
    case let error as WorkbenchError: self = error
    case let error as StoreError: self = .store(error)
    case let error as InterchangeError: self = .interchange(error)
    case let error as CheckFault: self = .check(error)
    case let error as ProjectFileError: self = .project(error)
    default: self = .other(Phrase(wordsOf: error))
    }
  }
}

extension WorkbenchError: Worded {
  /// The sentence of whatever refused.
  public func message(in language: MessageLanguage) -> String {
    switch self {
    case .store(let error): error.message(in: language)
    case .interchange(let error): error.message(in: language)
    case .request(let fault): fault.message(in: language)
    case .check(let fault): fault.message(in: language)
    case .project(let error): error.message(in: language)
    case .other(let words): words(in: language)
    }
  }
}
