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
}

/// What a file of translation units says that somebody should look at.
public enum UnitNotice: Hashable, Sendable {
  /// The source language that the file names is neither English nor Chinese, or it names none.
  case sourceLanguage(String?)
}
