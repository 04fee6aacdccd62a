public import TextAnalysis
public import TranslationMemory

/// What somebody wants to translate with the help of what was translated before.
public struct MatchRequest: Sendable {
  /// Where the text comes from.
  public typealias Text = GivenText

  /// The text.
  public var text: Text
  /// Its language; nothing lets each segment's script tell.
  public var from: LanguageTag?
  /// The language wanted; nothing means English for Chinese and Simplified Chinese for English.
  public var to: LanguageTag?
  /// The memories that are searched; empty means all.
  public var memories: Set<String>
  /// What matches are wanted.
  public var settings: MatchSettings
  /// Whether the order of a document's segments counts as their context.
  public var context: ContextUse
  /// When fragments are given.
  public var fragments: FragmentUse
  /// The document that the text is from, as units name theirs.
  public var origin: String?

  /// Whether the order of segments counts.
  public enum ContextUse: Sendable {
    /// It does: a unit with the same neighbours is a match of 101.
    case counts
    /// It does not.
    case ignored
  }

  /// When fragments are given.
  public enum FragmentUse: Sendable {
    /// Always.
    case always
    /// Where nothing reaches the threshold.
    case withoutMatches
  }

  /// Asks for matches.
  public init(
    _ text: Text, from: LanguageTag? = nil, to: LanguageTag? = nil, memories: Set<String> = [],
    settings: MatchSettings = MatchSettings(), context: ContextUse = .ignored,
    fragments: FragmentUse = .withoutMatches, origin: String? = nil
  ) {
    self.text = text
    self.from = from
    self.to = to
    self.memories = memories
    self.settings = settings
    self.context = context
    self.fragments = fragments
    self.origin = origin
  }
}

extension WorkbenchError {
  /// Refuses a direction in which there are no translations.
  static func check(from: LanguageTag?, to: LanguageTag?) throws(WorkbenchError) {
    guard let from, let to, from.isChinese == to.isChinese else { return }
    throw .request(.sameDirection(from: from, to: to))
  }
}
