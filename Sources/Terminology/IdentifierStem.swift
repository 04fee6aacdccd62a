import Foundation
import TextAnalysis

extension ConceptEntry {
  /// The words of an identifier for the entry, without the prefix of its kind: of its first
  /// English term, else of the pinyin of its first Chinese one, else `concept`.
  package var identifierStem: String {
    let english = terms.first { $0.language.isEnglish }.map { Self.stem($0.text) } ?? ""
    if !english.isEmpty { return english }
    let chinese = terms.lazy.filter(\.language.isChinese).flatMap { Pinyin.keys(of: $0.text).full }
    return chinese.first.map(Self.stem) ?? "concept"
  }

  /// Lower-case ASCII letters and digits of a text, words joined by hyphens, some sixty at most.
  private static func stem(_ text: String) -> String {
    let letters = text.decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { !$0.properties.isDiacritic && $0 != "'" && $0 != "’" }
    let words = letters.split {
      !$0.isASCII || !($0.properties.isAlphabetic || ("0"..."9").contains($0))
    }
    var stem = ""
    for word in words.map({ String(String.UnicodeScalarView($0)).lowercased() }) {
      guard stem.utf8.count + word.utf8.count <= 60 else {
        return stem.isEmpty ? String(word.prefix(60)) : stem
      }
      stem += stem.isEmpty ? word : "-" + word
    }
    return stem
  }
}
