import Terminology
import TextAnalysis

/// Which term of a concept to write.
enum TermChoice {
  /// How a term is written, by which one is replaced by its like.
  private enum Form {
    /// Letters alone: MIIT.
    case initials
    /// With the name of the state: *of the People's Republic of China*, 中华人民共和国.
    case qualified
    /// Without.
    case plain

    init(_ term: TermSection) {
      let isInitials =
        term.text.count(where: \.isUppercase) >= 2
        && term.text.allSatisfy { $0.isASCII && !$0.isWhitespace }
      if term.termType == .acronym || isInitials {
        self = .initials
      } else {
        self = Self.isQualified(term) ? .qualified : .plain
      }
    }

    private static func isQualified(_ term: TermSection) -> Bool {
      term.language.isChinese
        ? ["中华人民共和国", "中華人民共和國"].contains(where: term.text.contains)
        : Qualifier.stripped(term.text) != nil
    }
  }

  /// Returns the term of a concept to write in a language: the preferred one that is valid on the
  /// day of the document, in the form of a given term where there is such a one.
  static func term(
    of concept: ConceptEntry, in language: LanguageTag, on day: PartialDate?,
    like model: TermSection?
  ) -> TermSection? {
    let usable = concept.usableTerms(in: language).filter {
      $0.recognise == .text && isValid($0, on: day)
    }
    let form = model.map(Form.init)
    func rank(_ term: TermSection) -> Int {
      let own = Form(term)
      var rank =
        switch (form, own) {
        case (.initials?, .initials), (.qualified?, .qualified), (.plain?, .plain): 0
        case (.initials?, .plain), (.plain?, .qualified), (nil, .initials): 8
        case (.initials?, .qualified), (_, .initials): 12
        default: 0
        }
      if term.administrativeStatus != .preferred { rank += 1 }
      if term.register == .colloquial { rank += 2 }
      if term.termType == .shortForm, model?.termType != .shortForm { rank += 2 }
      return rank
    }
    return usable.enumerated().min {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }?.element
  }

  private static func isValid(_ term: TermSection, on day: PartialDate?) -> Bool {
    guard let day else { return term.until == nil }
    let validity = Validity(since: term.since, until: term.until, on: day)
    return validity == .valid || validity == .sinceUnknown
  }

  /// Returns a term as it is written in place of a stretch of text: with capitals where that has
  /// some, in the plural where that is one.
  static func written(_ term: TermSection, inPlaceOf text: String, of model: TermSection) -> String
  {
    guard term.language.isEnglish else { return term.text }
    var written = term.text
    let isPlural = text.hasSuffix("s") && !model.text.hasSuffix("s") && !text.hasSuffix("'s")
    if isPlural, !written.contains(" of "), let last = written.last, last.isLetter, last != "s" {
      let takesIes = last == "y" && !(written.dropLast().last.map { "aeiou".contains($0) } ?? true)
      written = takesIes ? written.dropLast() + "ies" : written + "s"
    }
    let words = text.split(separator: " ")
    let isTitle = words.count > 1 && words.allSatisfy { $0.first?.isUppercase ?? false }
    return isTitle
      ? written.split(separator: " ").map(capitalized).joined(separator: " ")
      : text.first?.isUppercase == true ? capitalized(written[...]) : written
  }

  private static func capitalized(_ word: Substring) -> String {
    guard let first = word.first, first.isLowercase, word != "of", word != "and" else {
      return String(word)
    }
    return first.uppercased() + word.dropFirst()
  }
}
