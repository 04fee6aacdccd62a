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

  var message: String {
    switch self {
    case .malformed(let words):
      """
      the XML parser says '\(words.shortened(to: 160))'; markup must be well-formed XML 1.0. \
      Correct it there, or have the file exported anew.
      """
    case .cutShort(let open):
      """
      the file ends \(open.map { "within <\($0.shortened())>" } ?? "before its first element"); \
      every element must end. The file was cut short: fetch it, or have it exported, anew.
      """
    case .undefinedEntity(let name):
      """
      '&\(name.shortened());' has no meaning here; only amp, lt, gt, quot, apos and numbers are \
      read, for what a document defines itself may hide text. Write the character itself.
      """
    case .unknownEncoding(let name):
      """
      the file says that its encoding is '\(name.shortened())'; one that the system knows is \
      required, best UTF-8. Convert the file, or correct its first line.
      """
    case .nulCharacter:
      "there is a zero byte; XML 1.0 allows none. The file is damaged or is no XML."
    case .tooDeep(let limit):
      "elements stand more than \(limit) deep in each other; no such file does. Is it TBX or TMX?"
    case .prologTooLong(let limit):
      """
      more than \(limit) bytes stand before the first element; that is the most that is read. Is \
      it TBX or TMX?
      """
    case .textTooLong(let limit):
      "a text is longer than \(limit) bytes; that is the most that is read. Shorten it."
    case .elementTooLong(let name, let limit):
      """
      this <\(name.shortened())> holds more than \(limit) bytes; that is the most that is read. \
      Divide it.
      """
    case .notTBX(let root):
      """
      the outermost element is <\(root.shortened())>; TBX begins with <tbx> (ISO 30042:2019) or \
      <martif> (ISO 30042:2008). Is it another format?
      """
    case .languageMissing(let element):
      "<\(element)> has no 'xml:lang'; ISO 30042 requires one. Add it."
    case .languageUnknown(let tag):
      """
      '\(tag.shortened())' is not a language tag; BCP 47 requires one such as 'en' or 'zh-Hans'. \
      Correct it.
      """
    case .valueUnknown(let category, let value, let allowed):
      """
      '\(value.shortened())' is not a value of \(category); TBX allows \
      \(allowed.joined(separator: ", ")). Use one of these.
      """
    case .identifierRepeated(let identifier, let firstLine):
      """
      the identifier '\(identifier.shortened())' stands in line \(firstLine) already; ISO 30042 \
      requires each to be the only one of its name. Rename one of the two.
      """
    case .tmx(let problem): problem.message
    }
  }
}

extension String {
  /// The text on one line, cut where it is longer, as messages quote it.
  func shortened(to limit: Int = 40) -> String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= limit ? line : line.prefix(limit) + "…"
  }
}
