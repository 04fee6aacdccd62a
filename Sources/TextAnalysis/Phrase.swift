/// Words in both languages of the program, side by side, so that who changes one sees the other.
///
///     Phrase("the file is empty.", "文件为空。")(in: .chinese)  // "文件为空。"
///
/// In JSON a phrase is its English: programs read the same text whatever the reader's language,
/// and who shows an answer to a person words it in theirs.
public struct Phrase: Sendable, Hashable {
  /// The words in English.
  public let english: String
  /// The words in Chinese.
  public let chinese: String

  /// Puts English beside Chinese.
  public init(_ english: String, _ chinese: String) {
    (self.english, self.chinese) = (english, chinese)
  }

  /// Takes a word that is the same in both, such as a name.
  public init(_ both: String) { self.init(both, both) }

  /// Takes the words of something that has them.
  public init(_ worded: some Worded) {
    self.init(worded.message(in: .english), worded.message(in: .chinese))
  }

  /// Takes the words of an error: its own where it has some, else what Swift calls it.
  public init(wordsOf error: any Error) {
    if let error = error as? any Worded {
      self.init(error)
    } else {
      self.init(String(describing: error))
    }
  }

  /// Returns the words in one of the languages.
  public func callAsFunction(in language: MessageLanguage) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// Returns one phrase behind another, in each language.
  public static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(left.english + right.english, left.chinese + right.chinese)
  }
}

extension Phrase: Worded {
  /// The words in one of the languages.
  public func message(in language: MessageLanguage) -> String { self(in: language) }
}

extension Phrase: Codable {
  /// Reads words whose language is not known, which then stand for both.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the English words.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(english)
  }
}
