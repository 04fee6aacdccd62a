public import Interchange
public import Storage

/// Why a verb could not do its work.
public enum WorkbenchError: Error, Sendable {
  /// The store refused.
  case store(StoreError)
  /// A file refused, or was refused.
  case interchange(InterchangeError)
  /// What was asked for makes no sense, in a sentence that says why and what to do.
  case request(String)
  /// Anything else, in its own words.
  case other(String)

  /// Sorts an error that came from below.
  init(_ error: any Error) {
    switch error {
    case let error as WorkbenchError: self = error
    case let error as StoreError: self = .store(error)
    case let error as InterchangeError: self = .interchange(error)
    default: self = .other(String(describing: error))
    }
  }
}

extension WorkbenchError: CustomStringConvertible {
  /// The sentence of whatever refused.
  public var description: String {
    switch self {
    case .store(let error): error.description
    case .interchange(let error): error.description
    case .request(let sentence), .other(let sentence): sentence
    }
  }
}
