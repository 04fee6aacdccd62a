import TextAnalysis

extension TMXReader {
  /// The elements that are codes.
  static let codeNames: Set<String> = ["bpt", "ept", "ph", "it", "ut"]

  /// Reads a segment, whose start was the last event, up to its end.
  ///
  /// - Returns: The segment, and where its text stands if that was asked for.
  /// - Throws: What reading throws.
  mutating func segment() throws(InterchangeError) -> (Segment, [PlacedRun]) {
    reader.holdBytes()
    defer { reader.releaseBytes() }
    var building = SegmentBuilding()
    while let mark = try nextEvent() {
      switch mark.kind {
      case .text:
        if use == .check {
          building.add(reader.text(of: mark), at: reader.places(of: mark))
        } else {
          building.add(reader.text(of: mark))
        }
      case .start:
        let inner = reader.tag(of: mark)
        guard inner.name == "hi" else {
          let markup = try self.markup(of: inner)
          building.add(.init(element: inner.name), markup)
          continue
        }
        let markup = isForeign(inner) ? nil : reader.written.startTag(at: reader.offset)
        if let markup, markup.hasSuffix("/>") {
          building.add(.standalone, markup)
          _ = try nextEvent()
        } else {
          building.open(markup ?? startTag(of: inner))
        }
      case .end:
        guard building.isInHighlight else { return (building.segment, building.runs) }
        building.close(reader.written.endTag(endingAt: reader.offset) ?? "</hi>")
      }
    }
    return (building.segment, building.runs)
  }

  /// Reads a code up to its end and returns its markup.
  private mutating func markup(of tag: XMLTag) throws(InterchangeError) -> String {
    let start = reader.offset
    var foreign = isForeign(tag)
    var canonical = startTag(of: tag)
    var open = [tag.name]
    while let mark = try nextEvent() {
      switch mark.kind {
      case .text: canonical += XMLEscaping.text.escape(reader.text(of: mark)).text
      case .start:
        let inner = reader.tag(of: mark)
        foreign = foreign || isForeign(inner)
        canonical += startTag(of: inner)
        open.append(inner.name)
      case .end:
        canonical += "</\(open.removeLast())>"
      }
      if open.isEmpty { break }
    }
    let written = foreign ? nil : reader.written.element(tagAt: start, to: reader.offset)
    let markup = written ?? canonical
    guard !Self.codeNames.contains(tag.name) else { return markup }
    lose(
      Phrase("<\(tag.name.shortened())> in a segment", "语段中的 <\(tag.name.shortened())>"),
      because: Phrase("TMX has no such element; it is kept in a <ph>", "TMX 没有这种元素；已放入 <ph> 保留"))
    return "<ph>\(XMLEscaping.text.escape(markup).text)</ph>"
  }

  /// Whether a tag has names that mean something only where their prefix is declared.
  private func isForeign(_ tag: XMLTag) -> Bool {
    tag.namespace != unitTag?.namespace
      || tag.attributes.contains {
        $0.namespace != nil && $0.namespace != XMLAttribute.xmlNamespace
      }
  }

  /// Writes a start tag anew, without attributes of a foreign namespace.
  private func startTag(of tag: XMLTag) -> String {
    var text = "<\(tag.name)"
    for attribute in tag.attributes {
      guard attribute.namespace == nil || attribute.namespace == XMLAttribute.xmlNamespace
      else { continue }
      let prefix = attribute.namespace == nil ? "" : "xml:"
      let value = XMLEscaping.attribute.escape(attribute.value).text
      text += " \(prefix)\(attribute.name)=\"\(value)\""
    }
    return text + ">"
  }
}

extension InlineCode.Kind {
  /// The kind of the code that an element of TMX is.
  fileprivate init(element name: String) {
    switch name {
    case "bpt": self = .opening
    case "ept": self = .closing
    default: self = .standalone
    }
  }
}

/// A segment that is being read.
private struct SegmentBuilding {
  private(set) var segment = Segment("")
  private(set) var runs: [PlacedRun] = []
  private var highlightCount = 0
  /// How many bytes of the text are counted, and how many Unicode scalars they are.
  private var counted = (bytes: 0, scalars: 0)

  var isInHighlight: Bool { highlightCount > 0 }

  mutating func add(_ text: String) {
    if segment.text.isEmpty { segment.text = text } else { segment.text += text }
  }

  /// Adds a text and the places in the file where pieces of it begin, by bytes of the text.
  mutating func add(_ text: String, at places: [XMLBatch.TextPlace]) {
    count()
    let bytes = Array(text.utf8)
    var offset = counted.scalars
    for (number, place) in places.enumerated() {
      let end = number + 1 < places.count ? places[number + 1].byte : bytes.count
      guard place.byte < end, end <= bytes.count else { continue }
      let piece = String(decoding: bytes[place.byte..<end], as: UTF8.self)
      offset += runs.add(
        piece.unicodeScalars, at: offset, line: place.line, column: place.column)
    }
    add(text)
  }

  private mutating func count() {
    let bytes = segment.text.utf8
    counted.scalars += bytes.dropFirst(counted.bytes).count { $0 & 0xC0 != 0x80 }
    counted.bytes = bytes.count
  }

  mutating func add(_ kind: InlineCode.Kind, _ markup: String) {
    count()
    segment.codes.append(
      InlineCode(scalarOffset: counted.scalars, kind: kind, markup: markup))
  }

  mutating func open(_ markup: String) {
    highlightCount += 1
    add(.opening, markup)
  }

  mutating func close(_ markup: String) {
    highlightCount -= 1
    add(.closing, markup)
  }
}
