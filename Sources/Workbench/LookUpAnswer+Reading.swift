public import Terminology
public import TextAnalysis

// How an answer is read: which of its terms answers the query, in which order they stand, and how
// far each may be relied on. Every interface reads it so.

/// How far a term may be relied on.
public enum Standing: Sendable, Hashable {
  /// It has a source, and an authority that makes it official.
  case official(Authority)
  /// It has a source that is not official.
  case sourced(Authority?)
  /// Nobody said where it is from.
  case unverified
  /// It was put together from parts, whoever stands behind these.
  case composed
}

extension LookUpAnswer.Term {
  /// How far it may be relied on.
  public var standing: Standing {
    guard verified else { return .unverified }
    if official, let authority { return .official(authority) }
    return .sourced(authority)
  }

  /// Whether it is known not to hold on the day asked about.
  public var isOutside: Bool { validity == .notYet || validity == .over }

  /// Where it stands among the terms of its language, lower first.
  fileprivate var order: [Int] {
    let status =
      switch administrativeStatus {
      case .preferred: 0
      case nil: 1
      case .admitted: 2
      case .superseded: 3
      case .deprecated: 4
      }
    let holds =
      switch validity {
      case .valid: 0
      case nil: until == nil ? 0 : 1
      case .sinceUnknown: 1
      case .notYet, .over: 2
      }
    return [holds, status, register == .colloquial ? 1 : 0]
  }
}

extension LookUpAnswer.Result {
  /// The terms of one language.
  public struct Section: Sendable {
    /// Their language.
    public var language: LanguageTag
    /// The terms, those to be used on the day asked about first.
    public var terms: [LookUpAnswer.Term]
  }

  /// The terms by language, English first, then Chinese in Simplified characters.
  public var sections: [Section] {
    Set(terms.map(\.language)).sorted().map { language in
      let own = terms.filter { $0.language == language }.enumerated().sorted { left, right in
        let (first, second) = (left.element.order, right.element.order)
        return first == second
          ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
      }
      return Section(language: language, terms: own.map(\.element))
    }
  }

  /// The term that answers the query: the best in the other language, else the best that there is.
  public var answer: LookUpAnswer.Term? {
    let sections = sections
    let other = sections.first { $0.language.isEnglish != match.language.isEnglish }
    return (other ?? sections.first)?.terms.first
  }

  /// How far the answer may be relied on.
  public var standing: Standing {
    composed == nil ? answer?.standing ?? .unverified : .composed
  }

  /// What answers the query in both languages, at its best.
  public var names: Names {
    composed
      ?? Names(
        en: sections.first { $0.language.isEnglish }?.terms.first?.text,
        zhHans: sections.first { $0.language.isChinese }?.terms.first?.text)
  }
}
