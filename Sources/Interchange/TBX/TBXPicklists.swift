import Terminology

/// The values of TBX's closed data categories, both ways.
enum TBXPicklists {
  /// The administrative status of one of TBX's words, of a draft's or of a tool's.
  ///
  /// - Returns: The status, and whether the word says more than that; nothing for another word.
  static func status(_ word: String) -> (status: AdministrativeStatus, isExact: Bool)? {
    var word = word.lowercased()
    for suffix in ["-admn-sts", "-adm-sts", "term"] where word.hasSuffix(suffix) {
      word.removeLast(suffix.count)
    }
    if let status = AdministrativeStatus(rawValue: word) { return (status, true) }
    return switch word {
    case "forbidden", "obsolete", "notrecommended": (.deprecated, false)
    case "standardized", "legal", "regulated": (.preferred, false)
    default: nil
    }
  }

  /// TBX's word for a status.
  static func word(_ status: AdministrativeStatus) -> String {
    status.rawValue + "Term-admn-sts"
  }

  /// The words for a status that TBX-Basic allows.
  static var statusWords: [String] { AdministrativeStatus.allCases.map(word) }

  /// The type of one of TBX's words.
  static func termType(_ word: String) -> TermType? {
    switch word {
    case "initialism": .acronym
    case "phraseologicalUnit", "setPhrase": .phrase
    default: TermType(rawValue: word)
    }
  }

  /// The word class of one of TBX's words.
  static func partOfSpeech(_ word: String) -> PartOfSpeech? {
    word == "properNoun" ? .noun : PartOfSpeech(rawValue: word.lowercased())
  }

  /// The register of one of TBX's words.
  static func register(_ word: String) -> Register? {
    Register(rawValue: word.hasSuffix("Register") ? String(word.dropLast(8)) : word)
  }

  /// The process status of one of TBX's words.
  static func process(_ word: String) -> ProcessStatus? {
    switch word {
    case "unprocessed", "provisionallyProcessed", "proposed": .proposed
    case "finalized", "approved": .approved
    default: nil
    }
  }
}
