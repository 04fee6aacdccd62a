import CLibXML2
import TextAnalysis

/// What libxml2 calls back: turns its calls into marks, and notes the first thing that is wrong.
///
/// The parser holds its address, so it stays where it is: a value behind a pointer, which costs
/// none of the checks that a class would.
@safe
struct XMLEventQueue: ~Copyable {
  /// Readies libxml2 for use on several threads, once.
  static let prepareLibrary: Void = xmlInitParser()

  /// What is wrong, once something is.
  var failure: InterchangeError? {
    didSet { hasFailed = failure != nil }
  }
  private var hasFailed = false
  /// The parser, for its place in the document; it outlives no reader.
  var context: xmlParserCtxtPtr?

  /// Whether the outermost element has begun.
  private(set) var hasRoot = false
  /// What the marks speak of.
  private(set) var batch = XMLBatch()
  /// What their names are.
  private(set) var names: XMLNames

  /// What messages call the document.
  let file: String
  private let textLimit: Int
  private let located: XMLNames.Number?
  private let notesPlaces: Bool
  private var locatedDepth: Int?
  private var taken = 0
  private var open: [String] = []
  private var tagStart: (line: Int, column: Int) = (1, 1)

  /// Prepares to listen.
  ///
  /// - Parameters:
  ///   - file: What messages call the document.
  ///   - textLimit: How many bytes of UTF-8 one text may have.
  ///   - names: The names that are known by number.
  ///   - located: The elements inside which the places of tags are noted.
  ///   - places: Whether the places of their text are noted too.
  init(
    file: String, textLimit: Int, names: consuming XMLNames, located: XMLNames.Number?,
    places: XMLEventReader.TextPlaces
  ) {
    (self.file, self.textLimit, self.located) = (file, textLimit, located)
    notesPlaces = places == .noted
    self.names = names
  }

  /// Removes the oldest mark. What it says can be looked up until the next piece is parsed.
  mutating func takeFirst() -> XMLMark? {
    guard taken < batch.marks.count else { return nil }
    defer { taken &+= 1 }
    return batch.marks[taken]
  }

  /// Forgets the marks, which were all taken, before the next piece is parsed.
  mutating func clear() {
    batch.clear()
    taken = 0
    names.forgetMany()
  }

  /// Judges a piece that libxml2 has read: it may give up without naming a fault.
  ///
  /// - Parameters:
  ///   - code: What it returned, 0 where it has no complaint.
  ///   - isLast: Whether the document has ended.
  mutating func settle(_ code: CInt, isLast: Bool) {
    if failure == nil, unsafe context?.pointee.disableSAX != 0 || context?.pointee.wellFormed == 0 {
      let named = unsafe xmlCtxtGetLastError(UnsafeMutableRawPointer(context))
      if code == CInt(XML_ERR_INVALID_ENCODING.rawValue) {
        fail(.malformed("bytes here are not of the encoding that the file declares"))
      } else if let named = unsafe named {
        unsafe fail(as: named.pointee)
      } else {
        fail(.malformed("error \(code)"))
      }
    }
    if isLast, !open.isEmpty || !hasRoot { fail(.cutShort(open: open.last)) }
  }
}

extension XMLEventQueue {
  /// The calls that libxml2 makes; all that is not listed it keeps to itself.
  static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = {
      state, name, _, namespace, _, _, count, _, attributes in
      unsafe XMLEventQueue.at(state)?.pointee.start(
        name, namespace, attributes, count: Int(count))
    }
    unsafe handler.endElementNs = { state, _, _, _ in
      unsafe XMLEventQueue.at(state)?.pointee.end()
    }
    unsafe handler.characters = { state, text, count in
      unsafe XMLEventQueue.at(state)?.pointee.add(
        UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe handler.ignorableWhitespace = handler.characters
    unsafe handler.cdataBlock = { state, text, count in
      guard let queue = unsafe XMLEventQueue.at(state) else { return }
      unsafe queue.pointee.add(section: UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe handler.comment = { state, _ in unsafe XMLEventQueue.at(state)?.pointee.markTag() }
    unsafe handler.processingInstruction = { state, _, _ in
      unsafe XMLEventQueue.at(state)?.pointee.markTag()
    }
    unsafe handler.reference = { state, name in
      guard let name = unsafe name else { return }
      unsafe XMLEventQueue.at(state)?.pointee.fail(.undefinedEntity(String(cString: name)))
    }
    unsafe handler.serror = { state, error in
      guard let error = unsafe error, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue
      else { return }
      unsafe XMLEventQueue.at(state)?.pointee.fail(as: error.pointee)
    }
    return unsafe handler
  }

  private static func at(
    _ state: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<XMLEventQueue>? {
    unsafe state?.assumingMemoryBound(to: XMLEventQueue.self)
  }

  /// Notes what is wrong, at the parser's place; what comes after it is not listened to.
  ///
  /// The parser is not stopped from within a call of its own: it ends with its piece.
  mutating func fail(_ problem: MarkupProblem) {
    fail(at: place, problem)
  }

  /// Notes what libxml2 says is wrong.
  private mutating func fail(as error: xmlError) {
    let place = unsafe SourceLocation(
      file: file, line: Int(error.line), column: max(0, Int(error.int2)))
    let words = unsafe error.message.map { unsafe String(cString: $0) } ?? "no reason is given"
    if unsafe error.code == CInt(XML_ERR_DOCUMENT_END.rawValue), !open.isEmpty || !hasRoot {
      fail(at: place, .cutShort(open: open.last))
    } else if unsafe [XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue]
      .contains(UInt32(bitPattern: error.code)),
      let name = unsafe error.str1.map({ unsafe String(cString: $0) })
    {
      fail(at: place, .undefinedEntity(name))
    } else if unsafe error.code == CInt(XML_ERR_UNSUPPORTED_ENCODING.rawValue) {
      let name = unsafe error.str1.map { unsafe String(cString: $0) } ?? ""
      fail(at: place, .unknownEncoding(name))
    } else {
      let words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      fail(at: place, .malformed(words))
    }
  }

  private mutating func fail(at place: SourceLocation, _ problem: MarkupProblem) {
    guard failure == nil else { return }
    failure = .markup(place, problem)
  }
}

extension XMLEventQueue {
  /// Where the parser stands.
  private var place: SourceLocation {
    let (line, column) = position
    return SourceLocation(file: file, line: line, column: column)
  }

  /// How many bytes of the document the parser has behind it.
  var byteOffset: Int { unsafe context.map { unsafe Int(xmlByteConsumed($0)) } ?? 0 }

  private var position: (line: Int, column: Int) {
    guard let input = unsafe context?.pointee.input else { return (0, 0) }
    return unsafe (Int(input.pointee.line), Int(input.pointee.col))
  }

  /// Notes that the next tag, if no text comes before it, begins here.
  private mutating func markTag() { tagStart = position }

  private mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    batch.endText()
    let number = unsafe names.number(of: name)
    guard !hasFailed, let name = names[number] else { return }
    var mark = unsafe XMLMark(
      kind: .start, name: number, namespace: names.number(of: namespace),
      from: batch.attributes.count)
    (mark.line, mark.column) = hasRoot ? tagStart : (position.line, 0)
    open.append(name)
    hasRoot = true
    guard open.count <= XMLEventReader.depthLimit else {
      return fail(at: place(of: mark), .tooDeep(limit: XMLEventReader.depthLimit))
    }
    for index in 0..<count {
      // Five pointers an attribute: name, prefix, namespace, first byte of the value, its end.
      guard let fields = unsafe attributes.map({ unsafe $0 + index * 5 }),
        let name = unsafe fields[0], let from = unsafe fields[3], let to = unsafe fields[4]
      else { continue }
      let value = unsafe UnsafeBufferPointer(start: from, count: to - from)
      guard value.count <= XMLEventReader.textLimit else {
        return fail(at: place(of: mark), .textTooLong(limit: XMLEventReader.textLimit))
      }
      unsafe add(value, of: names.number(of: name), names.number(of: fields[2]))
    }
    mark.to = batch.attributes.count
    mark.offset = noted
    batch.append(mark)
    if locatedDepth == nil, number == located { locatedDepth = open.count }
    markTag()
    tagStart.column += 1
  }

  /// Adds an attribute without the one reference that libxml2 leaves in its value: every ampersand
  /// comes as `&#38;`.
  private mutating func add(
    _ value: UnsafeBufferPointer<xmlChar>, of name: XMLNames.Number, _ namespace: XMLNames.Number
  ) {
    if unsafe value.contains(UInt8(ascii: "&")) {
      let resolved = unsafe String(decoding: value, as: UTF8.self).replacing("&#38;", with: "&")
      batch.append(attribute: name, namespace, value: resolved.utf8)
    } else {
      unsafe batch.append(attribute: name, namespace, value: value)
    }
  }

  private mutating func end() {
    batch.endText()
    guard !hasFailed else { return }
    batch.append(XMLMark(kind: .end, offset: noted))
    if locatedDepth == open.count { locatedDepth = nil }
    open.removeLast()
    markTag()
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<xmlChar>) {
    guard !hasFailed else { return }
    if notesPlaces, locatedDepth != nil {
      batch.notePlace(line: tagStart.line, column: tagStart.column)
    }
    unsafe batch.append(text: bytes)
    if batch.textByteCount > textLimit { fail(.textTooLong(limit: textLimit)) }
    markTag()
  }

  /// Adds the text of a CDATA section, before which the parser stands.
  private mutating func add(section bytes: UnsafeBufferPointer<xmlChar>) {
    markTag()
    let start = tagStart
    unsafe add(bytes)
    tagStart = start
    for place in 0..<bytes.count {
      let byte = unsafe bytes[place]
      if byte == lineFeed {
        tagStart = (tagStart.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        tagStart.column += 1
      }
    }
    // What ends the section: ]]>
    tagStart.column += 3
  }

  /// The place in bytes, where it is noted.
  private var noted: Int { locatedDepth == nil ? 0 : byteOffset }

  private func place(of mark: XMLMark) -> SourceLocation {
    SourceLocation(file: file, line: mark.line, column: mark.column)
  }
}

extension XMLEventQueue {
  /// Returns the tag that a start is.
  func tag(of mark: XMLMark) -> XMLTag {
    XMLTag(
      name: names[mark.name] ?? "", namespace: names[mark.namespace],
      attributes: batch.attributes[mark.from..<mark.to].map { attribute in
        XMLAttribute(
          name: names[attribute.name] ?? "", namespace: names[attribute.namespace],
          value: batch.text(attribute.from, attribute.to))
      }, place: place(of: mark))
  }
}
