/// How a file can break the rules of TMX.
public enum TMXProblem: Hashable, Sendable {
  /// The outermost element is not `tmx`.
  case notTMX(root: String)
  /// A variant does not say its language.
  case languageMissing
  /// A variant has no segment.
  case segmentMissing
  /// A variant has a second segment.
  case segmentRepeated
  /// A unit has no variants.
  case noVariants
  /// No unit of the whole file has both of the languages of a memory.
  case noPair(PairLack, unitCount: Int)

  /// Which language no unit of a file has.
  public enum PairLack: Hashable, Sendable {
    /// There is no Chinese anywhere.
    case chinese
    /// There is no English anywhere.
    case english
    /// There is neither, or never both in one unit.
    case both
    /// What there is, is not what was asked for.
    case asked(from: String, to: String)
  }

  /// Whether the units behind can still be read.
  var isConfinedToUnit: Bool {
    switch self {
    case .languageMissing, .segmentMissing, .segmentRepeated, .noVariants: true
    case .notTMX, .noPair: false
    }
  }

  var message: String {
    switch self {
    case .notTMX(let root):
      """
      the outermost element is <\(root.shortened())>; TMX 1.4b requires <tmx>. Is it another \
      format?
      """
    case .languageMissing: "<tuv> has no 'xml:lang'; TMX 1.4b requires one. Add it."
    case .segmentMissing: "<tuv> has no <seg>; TMX 1.4b requires one. Add it."
    case .segmentRepeated:
      "<tuv> has a second <seg>; TMX 1.4b allows one. Put it into a <tuv> of its own."
    case .noVariants: "<tu> has no <tuv>; TMX 1.4b requires one. Remove it."
    case .noPair(let lack, let count):
      """
      no unit \(lack.words) (\(count) read); a memory holds English with Chinese. Is it the right \
      file?
      """
    }
  }
}

extension TMXProblem.PairLack {
  fileprivate var words: String {
    switch self {
    case .chinese: "has Chinese"
    case .english: "has English"
    case .both: "has both English and Chinese"
    case .asked(let from, let to): "has both \(from) and \(to)"
    }
  }
}

/// What a file of translation units says that somebody should look at.
public enum UnitNotice: Hashable, Sendable {
  /// The source language that the file names is neither English nor Chinese, or it names none.
  case sourceLanguage(String?)

  var message: String {
    switch self {
    case .sourceLanguage(let written?):
      """
      the source language is '\(written.shortened())', neither English nor Chinese; English is \
      taken for it. If that is wrong, say --from zh.
      """
    case .sourceLanguage(nil):
      """
      no 'srclang' says what the source language is; English is taken for it. If that is wrong, \
      say --from zh.
      """
    }
  }
}
