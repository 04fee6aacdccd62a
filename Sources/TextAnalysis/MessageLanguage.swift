/// A language in which the program speaks to people.
public enum MessageLanguage: Sendable, Hashable, CaseIterable {
  /// English, in which a `description` is as well.
  case english
  /// Chinese, in simplified characters.
  case chinese
}

/// What is shown to people in each of their languages: errors, faults and notices carry data, and
/// become words only where somebody reads them.
public protocol Worded: CustomStringConvertible {
  /// The sentence that a person is shown: the place, what was found there, what is required, and
  /// what to do.
  ///
  /// - Parameter language: The language of the reader.
  /// - Returns: A sentence or two; values stand in it as they were found.
  func message(in language: MessageLanguage) -> String
}

extension Worded {
  /// The sentence in English.
  public var description: String { message(in: .english) }
}
