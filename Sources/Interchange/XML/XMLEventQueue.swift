import CLibXML2
import TextAnalysis

/// What libxml2 calls back: turns its calls into events, and notes the first thing that is wrong.
@safe
final class XMLEventQueue {
  /// Readies libxml2 for use on several threads, once.
  static let prepareLibrary: Void = xmlInitParser()

  /// What is wrong, once something is.
  var failure: InterchangeError?
  /// The parser, for its place in the document; it outlives no reader.
  var context: xmlParserCtxtPtr?

  /// Whether the outermost element has begun.
  private(set) var hasRoot = false

  /// The place in the document of the event taken last, in bytes: in a start tag behind its
  /// attributes, behind an end tag. It is noted inside the elements called ``located`` only.
  private(set) var offset = 0

  private let file: String
  private let textLimit: Int
  private let located: String?
  private var locatedDepth: Int?
  private var events: [XMLEvent] = []
  private var offsets: [Int] = []
  private var taken = 0
  private var text: [UInt8] = []
  private var open: [String] = []
  private var tagStart: (line: Int, column: Int) = (1, 1)
  private var names: [UInt: String] = [:]

  /// Prepares to listen.
  ///
  /// - Parameters:
  ///   - file: What messages call the document.
  ///   - textLimit: How many bytes of UTF-8 one text may have.
  ///   - located: The name of the elements inside which the places of tags are noted.
  init(file: String, textLimit: Int = XMLEventReader.textLimit, located: String? = nil) {
    (self.file, self.textLimit, self.located) = (file, textLimit, located)
  }

  /// Removes the oldest event.
  func takeFirst() -> XMLEvent? {
    guard taken < events.count else { return nil }
    defer {
      taken += 1
      if taken == events.count {
        events.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        taken = 0
      }
    }
    if located != nil { offset = offsets[taken] }
    return events[taken]
  }

  /// Judges a piece that libxml2 has read: it may give up without naming a fault.
  ///
  /// - Parameters:
  ///   - code: What it returned, 0 where it has no complaint.
  ///   - isLast: Whether the document has ended.
  func settle(_ code: CInt, isLast: Bool) {
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

  private func flushText() {
    guard !text.isEmpty else { return }
    events.append(.text(String(decoding: text, as: UTF8.self)))
    if located != nil { offsets.append(0) }
    text.removeAll(keepingCapacity: true)
  }

  private func add(_ event: XMLEvent) {
    events.append(event)
    if located != nil { offsets.append(locatedDepth == nil ? 0 : byteOffset) }
  }
}

extension XMLEventQueue {
  /// The calls that libxml2 makes; all that is not listed it keeps to itself.
  static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = {
      state, name, _, namespace, _, _, count, _, attributes in
      guard let queue = unsafe XMLEventQueue.at(state) else { return }
      unsafe queue.start(name, namespace, attributes, count: Int(count))
    }
    unsafe handler.endElementNs = { state, _, _, _ in
      guard let queue = unsafe XMLEventQueue.at(state) else { return }
      queue.end()
    }
    unsafe handler.characters = { state, text, count in
      guard let queue = unsafe XMLEventQueue.at(state) else { return }
      unsafe queue.add(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe handler.ignorableWhitespace = handler.characters
    unsafe handler.comment = { state, _ in unsafe XMLEventQueue.at(state)?.markTag() }
    unsafe handler.processingInstruction = { state, _, _ in
      unsafe XMLEventQueue.at(state)?.markTag()
    }
    unsafe handler.reference = { state, name in
      guard let name = unsafe name else { return }
      unsafe XMLEventQueue.at(state)?.fail(.undefinedEntity(String(cString: name)))
    }
    unsafe handler.serror = { state, error in
      guard let error = unsafe error, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue
      else { return }
      unsafe XMLEventQueue.at(state)?.fail(as: error.pointee)
    }
    return unsafe handler
  }

  private static func at(_ state: UnsafeMutableRawPointer?) -> XMLEventQueue? {
    guard let state = unsafe state else { return nil }
    return unsafe Unmanaged<XMLEventQueue>.fromOpaque(state).takeUnretainedValue()
  }

  /// Notes what is wrong, at the parser's place; what comes after it is not listened to.
  ///
  /// The parser is not stopped from within a call of its own: it ends with its piece.
  func fail(_ problem: MarkupProblem) {
    fail(at: place, problem)
  }

  /// Notes what libxml2 says is wrong.
  private func fail(as error: xmlError) {
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

  private func fail(at place: SourceLocation, _ problem: MarkupProblem) {
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
  private func markTag() { tagStart = position }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    flushText()
    guard failure == nil, let name = unsafe interned(name) else { return }
    let place =
      hasRoot
      ? SourceLocation(file: file, line: tagStart.line, column: tagStart.column)
      : SourceLocation(file: file, line: position.line)
    open.append(name)
    hasRoot = true
    guard open.count <= XMLEventReader.depthLimit else {
      return fail(at: place, .tooDeep(limit: XMLEventReader.depthLimit))
    }
    var tag = unsafe XMLTag(
      name: name, namespace: interned(namespace), attributes: [], place: place)
    for index in 0..<count {
      // Five pointers an attribute: name, prefix, namespace, first byte of the value, its end.
      guard let fields = unsafe attributes.map({ unsafe $0 + index * 5 }),
        let name = unsafe interned(fields[0]), let from = unsafe fields[3],
        let to = unsafe fields[4]
      else { continue }
      let value = unsafe UnsafeBufferPointer(start: from, count: to - from)
      guard value.count <= XMLEventReader.textLimit else {
        return fail(at: place, .textTooLong(limit: XMLEventReader.textLimit))
      }
      tag.attributes.append(
        unsafe XMLAttribute(
          name: name, namespace: interned(fields[2]),
          value: Self.resolved(String(decoding: value, as: UTF8.self))))
    }
    add(.start(tag))
    if locatedDepth == nil, name == located { locatedDepth = open.count }
    markTag()
    tagStart.column += 1
  }

  /// Returns an attribute's value without the one reference that libxml2 leaves in it: every
  /// ampersand comes as `&#38;`.
  private static func resolved(_ value: String) -> String {
    value.utf8.contains(UInt8(ascii: "&")) ? value.replacing("&#38;", with: "&") : value
  }

  private func end() {
    flushText()
    guard failure == nil else { return }
    add(.end)
    if locatedDepth == open.count { locatedDepth = nil }
    open.removeLast()
    markTag()
  }

  private func add(_ bytes: UnsafeBufferPointer<xmlChar>) {
    guard failure == nil else { return }
    unsafe text.append(contentsOf: bytes)
    if text.count > textLimit { fail(.textTooLong(limit: textLimit)) }
    markTag()
  }

  /// The string of a name that libxml2 keeps for as long as it lives, made once.
  private func interned(_ name: UnsafePointer<xmlChar>?) -> String? {
    guard let name = unsafe name else { return nil }
    let key = UInt(bitPattern: name)
    if let known = names[key] { return known }
    let text = unsafe String(cString: name)
    if names.count > 4_096 { names.removeAll() }
    names[key] = text
    return text
  }
}
