import CLibXML2
import Foundation
import TextAnalysis

/// Reads an XML document as a sequence of events, in constant memory.
///
/// The only place where libxml2 is called, and with nothing but its tokeniser: no document type
/// definition is loaded, no entity is defined or expanded, no address is opened. What the document
/// would lose or gain by that is an error, never a silent difference. The encoding is the one that
/// a byte-order mark or the XML declaration names, else UTF-8.
@safe
final class XMLEventReader {
  /// How many elements may stand in each other.
  static let depthLimit = 256
  /// How many bytes of UTF-8 one text or one attribute value may have: 1 MiB.
  static let textLimit = 1 << 20
  /// How many bytes may stand before the first element: 1 MiB.
  static let prologLimit = 1 << 20
  /// How many bytes an element read whole may take: 16 MiB.
  static let elementLimit = 16 << 20

  private let source: ByteSource
  /// What the parser tells; the parser knows its address.
  private let queue: UnsafeMutablePointer<XMLEventQueue>
  /// Nothing where the system had no memory for it, which the first reading tells.
  private let context: xmlParserCtxtPtr?
  private var readCount = 0
  private var isWide = false
  private var hasEnded = false
  private let located: String?
  private var bytes = WrittenMarkup()
  private var holdsBytes = false
  /// The place of the event taken last, as ``XMLMark/offset`` tells it: noted inside the elements
  /// only that the reader locates.
  private(set) var offset = 0

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - source: The document's bytes.
  ///   - textLimit: How many bytes of UTF-8 one text may have.
  ///   - names: Names that ``XMLMark/name`` tells by their places here.
  ///   - located: The name of the elements whose markup can be given back as it was written.
  ///   - places: Whether ``places(of:)`` is asked of text in these elements.
  init(
    _ source: ByteSource, textLimit: Int = XMLEventReader.textLimit, names: [String] = [],
    located: String? = nil, places: TextPlaces = .notNoted
  ) {
    _ = XMLEventQueue.prepareLibrary
    self.source = source
    self.located = located
    let known = names + (located.map { [$0] } ?? [])
    unsafe queue = .allocate(capacity: 1)
    unsafe queue.initialize(
      to: XMLEventQueue(
        file: source.name, textLimit: textLimit, names: XMLNames(known: known),
        located: located.flatMap { known.firstIndex(of: $0) }.map(XMLNames.Number.known),
        places: places))
    var handler = unsafe XMLEventQueue.handler
    let made = unsafe xmlCreatePushParserCtxt(
      &handler, UnsafeMutableRawPointer(queue), nil, 0, nil)
    unsafe context = made
    guard let made = unsafe made else {
      unsafe queue.pointee.failure = .file(source.name, .refused(systemReason(ENOMEM)))
      return
    }
    unsafe queue.pointee.context = made
    _ = unsafe xmlCtxtUseOptions(made, CInt(XML_PARSE_NONET.rawValue))
  }

  deinit {
    defer {
      unsafe queue.deinitialize(count: 1)
      unsafe queue.deallocate()
    }
    // What a document type declares, libxml2 keeps in a document of its own making.
    guard let context = unsafe context else { return }
    if let declared = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(declared) }
    unsafe context.pointee.myDoc = nil
    unsafe xmlFreeParserCtxt(context)
  }

  /// Returns the next event.
  ///
  /// - Returns: The event, or nothing after the last.
  /// - Throws: ``InterchangeError/markup(_:_:)`` where the document breaks a rule, at once and at
  ///   every later call; ``InterchangeError/file(_:_:)`` where it cannot be read or is empty.
  func next() throws(InterchangeError) -> XMLEvent? {
    guard let mark = try nextMark() else { return nil }
    return switch mark.kind {
    case .start: .start(tag(of: mark))
    case .end: .end
    case .text: .text(text(of: mark))
    }
  }

  /// Returns the next event as a mark, whose words are looked up with ``tag(of:)``, ``text(of:)``
  /// and ``value(of:)`` before the event after it is read.
  ///
  /// - Returns: The mark, or nothing after the last event.
  /// - Throws: As ``next()`` does.
  func nextMark() throws(InterchangeError) -> XMLMark? {
    while true {
      if let mark = unsafe queue.pointee.takeFirst() {
        offset = mark.offset
        return mark
      }
      if let failure = unsafe queue.pointee.failure { throw failure }
      if hasEnded { return nil }
      do { try fill() } catch {
        unsafe queue.pointee.failure = error
      }
    }
  }

  /// The tag that the start taken last is.
  func tag(of mark: XMLMark) -> XMLTag { unsafe queue.pointee.tag(of: mark) }

  /// The text that was taken last.
  func text(of mark: XMLMark) -> String { unsafe queue.pointee.batch.text(mark.from, mark.to) }

  /// Whether the places of text are noted.
  enum TextPlaces {
    case noted, notNoted
  }

  /// Where the pieces of the text stand that was taken last, in an element whose text is located:
  /// a piece ends where a reference or a line end of the document is another character in the text.
  func places(of mark: XMLMark) -> [XMLBatch.TextPlace] {
    unsafe queue.pointee.batch.places(of: mark)
  }

  /// Whether the text that was taken last is nothing but spaces.
  func isBlank(_ mark: XMLMark) -> Bool { unsafe queue.pointee.batch.isBlank(mark) }

  /// How many bytes the values of the attributes have of the start that was taken last.
  func attributeByteCount(of mark: XMLMark) -> Int {
    unsafe queue.pointee.batch.attributes[mark.from..<mark.to].reduce(0) { $0 + $1.to - $1.from }
  }

  /// Reads the rest of an element whose start was the last event.
  ///
  /// - Parameter tag: That start.
  /// - Returns: The element with all that is in it.
  /// - Throws: As ``next()`` does, and where the element is larger than ``elementLimit``.
  func element(from tag: XMLTag) throws(InterchangeError) -> XMLElement {
    var size = 0
    return try element(from: tag, outermost: tag, size: &size)
  }

  private func element(
    from tag: XMLTag, outermost: XMLTag, size: inout Int
  ) throws(InterchangeError) -> XMLElement {
    var element = XMLElement(tag: tag)
    size += tag.attributes.reduce(128) { $0 + 64 + $1.value.utf8.count }
    while let event = try next() {
      switch event {
      case .start(let inner):
        element.nodes.append(
          .element(try self.element(from: inner, outermost: outermost, size: &size)))
      case .text(let text):
        size += 16 + text.utf8.count
        element.nodes.append(.text(text))
      case .end:
        return element
      }
      guard size <= Self.elementLimit else {
        let failure = InterchangeError.markup(
          outermost.place, .elementTooLong(name: outermost.name, limit: Self.elementLimit))
        unsafe queue.pointee.failure = failure
        throw failure
      }
    }
    return element
  }
}

extension XMLEventReader {
  /// What was read since ``holdBytes()``, to give markup back as it was written; its form is
  /// known where the document is in UTF-8, ASCII or UTF-16.
  var written: WrittenMarkup { bytes }

  /// Keeps what is read from here on, until ``releaseBytes()``.
  func holdBytes() { holdsBytes = true }

  /// Lets go of what was kept.
  func releaseBytes() { holdsBytes = false }

  /// Ends the reading: the fault is thrown now and by every later ``next()``.
  func refuse(_ tag: XMLTag, _ problem: MarkupProblem) -> InterchangeError {
    let failure = unsafe queue.pointee.failure ?? .markup(tag.place, problem)
    unsafe queue.pointee.failure = failure
    return failure
  }

  private func fill() throws(InterchangeError) {
    if located != nil, !holdsBytes { bytes.drop(before: unsafe queue.pointee.byteOffset) }
    // The place in a document that is not in UTF-8 is told at a price that grows with the piece.
    unsafe queue.pointee.clear()
    var chunk = try source.read(upTo: located != nil && isWide ? 4_096 : 65_536)
    if readCount == 0 {
      while chunk.count < 4 {
        let more = try source.read()
        if more.isEmpty { break }
        chunk += more
      }
      guard !chunk.isEmpty else { throw .file(source.name, .empty) }
      isWide =
        chunk.starts(with: [0xFE, 0xFF]) || chunk.starts(with: [0xFF, 0xFE])
        || chunk.prefix(2).contains(0)
      if isWide {
        bytes.form =
          chunk[0] == 0xFE || chunk[0] == 0 ? .utf16BigEndian : .utf16LittleEndian
      }
    }
    if !isWide, let zero = chunk.firstIndex(of: 0) {
      parse(Array(chunk[..<zero]))
      unsafe queue.pointee.fail(.nulCharacter)
    } else {
      parse(chunk)
      hasEnded = chunk.isEmpty
    }
    readCount += chunk.count
    if unsafe !queue.pointee.hasRoot, readCount > Self.prologLimit {
      unsafe queue.pointee.fail(.prologTooLong(limit: Self.prologLimit))
    }
  }

  /// Hands a piece to libxml2; an empty one is the end.
  private func parse(_ chunk: [UInt8]) {
    guard unsafe queue.pointee.failure == nil, let context = unsafe context else { return }
    if located != nil { bytes.append(chunk) }
    xmlSilenceGenericErrors()
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
    let code = unsafe chunk.withUnsafeBytes { bytes in
      let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
      return unsafe xmlParseChunk(context, start, CInt(bytes.count), chunk.isEmpty ? 1 : 0)
    }
    xmlSetStructuredErrorFunc(nil, nil)
    xmlSetGenericErrorFunc(nil, nil)
    unsafe queue.pointee.settle(code, isLast: chunk.isEmpty)
    if located != nil, bytes.form == nil, unsafe queue.pointee.hasRoot, !isWide, declaresUTF8 {
      bytes.form = .utf8
    }
  }

  /// Whether the bytes are UTF-8, ASCII included.
  private var declaresUTF8: Bool {
    guard let context = unsafe context, let name = unsafe context.pointee.encoding else {
      return true
    }
    return unsafe ["utf-8", "utf8", "us-ascii", "ascii"]
      .contains(String(cString: name).lowercased())
  }
}
