import TextAnalysis

/// Whether a text may mean a body or a text by a word for its kind: *the Ministry*, 该办法.
enum GenericReference {
  /// Whether a text has such a word.
  static func stands(in text: AnalysedText) -> Bool {
    text.isChinese ? standsInChinese(text.scalars) : standsInEnglish(text.text)
  }

  private static let determiners: Set<String> = ["the", "this", "that", "these", "those", "its"]
  private static let kinds: Set<String> = [
    "ministry", "commission", "administration", "agency", "bureau", "office", "department",
    "authority", "authorities", "council", "committee", "institute", "academy", "association",
    "body", "organization", "organisation", "center", "centre", "regulator", "watchdog", "court",
    "law", "act", "measures", "regulation", "regulations", "provisions", "rules", "plan", "notice",
    "opinions", "guidelines", "standard", "document", "draft", "bill", "code", "union", "company",
  ]

  private static func standsInEnglish(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return zip(words, words.dropFirst()).contains {
      determiners.contains($0.0) && kinds.contains($0.1)
    }
  }

  private static let pointers = Set("该該此本其上述".unicodeScalars)
  private static let chineseKinds = Set("部委局署院会會法办辦规規条條机機单單组組协協通计計标標方".unicodeScalars)

  private static func standsInChinese(_ scalars: [Unicode.Scalar]) -> Bool {
    zip(scalars, scalars.dropFirst()).contains {
      pointers.contains($0.0) && chineseKinds.contains($0.1)
    }
  }
}
