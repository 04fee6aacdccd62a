/// How markup (TBX, TMX) can break its rules.
public enum MarkupProblem: Hashable, Sendable {
  /// It is no XML, in the parser's words.
  case malformed(String)
  /// It ends while an element is open, or before the first one.
  case cutShort(open: String?)
  /// It uses a name for text (`&nbsp;`) that XML itself does not define.
  case undefinedEntity(String)
  /// It names an encoding that nobody here knows.
  case unknownEncoding(String)
  /// There is a byte of value zero in it.
  case nulCharacter
  /// Elements stand in each other deeper than the limit, in elements.
  case tooDeep(limit: Int)
  /// What stands before the first element is longer than the limit, in bytes.
  case prologTooLong(limit: Int)
  /// A text or an attribute value is longer than the limit, in bytes.
  case textTooLong(limit: Int)
  /// An element with all that is in it is larger than the limit, in bytes.
  case elementTooLong(name: String, limit: Int)
  /// The outermost element is not one of TBX.
  case notTBX(root: String)
  /// A section of terms does not say its language.
  case languageMissing(element: String)
  /// A language tag that is none.
  case languageUnknown(String)
  /// A value that is not in the list of its data category.
  case valueUnknown(category: String, value: String, allowed: [String])
  /// Two concepts with one identifier, the other in this line.
  case identifierRepeated(String, firstLine: Int)
  /// It breaks a rule of TMX.
  case tmx(TMXProblem)

  /// Whether what stands after the concept entry or translation unit with this fault can still be read.
  public var isConfinedToEntry: Bool {
    switch self {
    case .languageMissing, .languageUnknown, .valueUnknown, .identifierRepeated: true
    case .malformed, .cutShort, .undefinedEntity, .unknownEncoding, .nulCharacter, .tooDeep,
      .prologTooLong,
      .textTooLong, .elementTooLong, .notTBX:
      false
    case .tmx(let problem): problem.isConfinedToUnit
    }
  }
}
