import TextAnalysis

extension MessageLanguage {
  /// Reads the locale as C programs do: `LC_ALL`, else `LC_MESSAGES`, else `LANG`, whichever is
  /// the first that is not empty.
  init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }
}
