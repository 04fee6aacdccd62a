public import Checking
public import TextAnalysis

/// What is to be checked, and how.
public struct CheckRequest: Sendable {
  /// Where a text comes from.
  public enum Text: Sendable, Hashable {
    /// A file; `-` is standard input.
    case file(String)
    /// Bytes at hand, and what messages call them.
    case bytes([UInt8], name: String)

    /// What messages call it.
    public var name: String {
      switch self {
      case .file(let name), .bytes(_, let name): name
      }
    }
  }

  /// A text and its translation, or a text alone.
  public enum Input: Sendable, Hashable {
    /// A file that holds both: TMX, or a table of two languages.
    case bilingual(Text)
    /// Two documents, plain or Markdown.
    case pair(source: Text, target: Text)
    /// A document in one language.
    case document(Text)

    /// The texts that it is made of.
    public var texts: [Text] {
      switch self {
      case .bilingual(let text), .document(let text): [text]
      case .pair(let source, let target): [source, target]
      }
    }
  }

  /// What is to be checked; all together are one document to the rules that look at one as a whole.
  public var inputs: [Input]
  /// What the project's file says; the properties below win over it.
  public var project: ProjectFile?
  /// The language of the source, or of a document in one language; nothing lets the text tell.
  public var from: LanguageTag?
  /// The language of the target; nothing lets the text tell.
  public var to: LanguageTag?
  /// The place and the kind of text.
  public var profile: Profile?
  /// The day of the document.
  public var asOf: PartialDate?
  /// Only these glossaries; empty means what the project says, else all.
  public var glossaries: Set<String>
  /// Which rules are asked, as `--rule` says: `+spacing,-repeated-word`, or names alone for these
  /// and no others.
  public var rules: [String]
  /// From which severity on the check fails.
  public var failOn: CheckReport.FailOn?
  /// At most so many findings are listed.
  public var limit: Int?

  /// Asks for a check.
  public init(
    _ inputs: [Input], project: ProjectFile? = nil, from: LanguageTag? = nil,
    to: LanguageTag? = nil, profile: Profile? = nil, asOf: PartialDate? = nil,
    glossaries: Set<String> = [], rules: [String] = [], failOn: CheckReport.FailOn? = nil,
    limit: Int? = nil
  ) {
    (self.inputs, self.project, self.from, self.to) = (inputs, project, from, to)
    (self.profile, self.asOf, self.glossaries) = (profile, asOf, glossaries)
    (self.rules, self.failOn, self.limit) = (rules, failOn, limit)
  }
}
