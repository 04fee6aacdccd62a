import TextAnalysis

/// What sort of word an option or an argument takes: what is checked, and what a shell completes.
enum ValueKind: Sendable, Hashable {
  case text
  /// A file's name, or `-` where the command says so.
  case file
  case folder
  case fileOrFolder
  /// A date of ISO 8601, whole or cut short.
  case date
  /// English or a form of Chinese, as a tag of BCP 47.
  case language
  case integer(ClosedRange<Int>)
  /// The number of a translation unit, with or without the sign that answers put before it.
  case unit
  /// One of these words.
  case choice([String])

  /// One of the raw values of a closed list.
  static func oneOf<List: CaseIterable & RawRepresentable>(_ list: List.Type) -> ValueKind
  where List.RawValue == String {
    .choice(list.allCases.map(\.rawValue))
  }

  /// What stands for the word in help pages.
  var placeholder: Phrase {
    switch self {
    case .text: Phrase("TEXT", "文字")
    case .file: Phrase("FILE", "文件")
    case .folder: Phrase("FOLDER", "文件夹")
    case .fileOrFolder: Phrase("FILE|FOLDER", "文件或文件夹")
    case .date: Phrase("DATE", "日期")
    case .language: Phrase("LANGUAGE", "语言")
    case .integer: Phrase("N")
    case .unit: Phrase("UNIT", "编号")
    case .choice(let words): Phrase(words.joined(separator: "|"))
    }
  }

  /// The words that a shell may offer, where they are few and known.
  var candidates: [String] {
    switch self {
    case .choice(let words): words
    case .language: ["en", "zh", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"]
    case .text, .file, .folder, .fileOrFolder, .date, .integer, .unit: []
    }
  }

  /// Reads a word, or says what is wrong with it; `place` is the option or the argument that it
  /// is for, as people write it.
  func value(of word: String, for place: Phrase) throws(UsageError) -> Value {
    switch self {
    case .text:
      return .text(word)
    case .file, .folder, .fileOrFolder:
      guard !word.isEmpty else { throw .emptyPath(place: place) }
      return .text(word)
    case .date:
      guard let date = PartialDate(word) else { throw .notADate(place: place, found: word) }
      return .date(date)
    case .language:
      guard let tag = LanguageTag(word), tag.isEnglish || tag.isChinese else {
        throw .notALanguage(place: place, found: word)
      }
      return .language(tag)
    case .integer(let range):
      guard let number = Int(word), range.contains(number) else {
        throw .notAnInteger(place: place, found: word, range: range)
      }
      return .integer(number)
    case .unit:
      guard let number = Self.unitNumber(word) else { throw .notAUnit(place: place, found: word) }
      return .integer(number)
    case .choice(let words):
      guard words.contains(word) else {
        throw .notAChoice(place: place, found: word, choices: words)
      }
      return .text(word)
    }
  }

  /// The number of a unit as people write it: `12` or `#12`.
  static func unitNumber(_ word: String) -> Int? {
    let digits = word.hasPrefix("#") ? word.dropFirst() : word[...]
    return Int(digits).flatMap { $0 > 0 && digits.first != "+" ? $0 : nil }
  }
}

/// A word that has been read as its kind says.
enum Value: Sendable, Hashable {
  case text(String)
  case date(PartialDate)
  case language(LanguageTag)
  case integer(Int)
}
