/// A language in which the command speaks to people.
enum MessageLanguage: Sendable, CaseIterable {
  case english
  case chinese

  /// Reads the locale as C programs do: `LC_ALL`, else `LC_MESSAGES`, else `LANG`, whichever is
  /// the first that is not empty.
  init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }
}

/// Words of the command in both of its languages, side by side.
struct Phrase: Sendable, Hashable {
  let english: String
  let chinese: String

  init(_ english: String, _ chinese: String) {
    (self.english, self.chinese) = (english, chinese)
  }

  /// A word that is the same in both.
  init(_ both: String) { self.init(both, both) }

  func callAsFunction(in language: MessageLanguage) -> String {
    language == .chinese ? chinese : english
  }
}
