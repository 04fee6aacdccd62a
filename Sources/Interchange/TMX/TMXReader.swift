import TextAnalysis

/// Reads the units of a TMX file, versions 1.1 to 1.4b, levels 1 and 2, in constant memory.
///
/// Everything that the format knows is kept, whatever its languages: the header, units and their
/// variants with all attributes, notes and properties, and segments with their white space. In a
/// segment each `bpt`, `ept`, `ph`, `it` and `ut` is one code whose markup is the element as the
/// file wrote it, with all that is in it; a `hi` is an opening and a closing code, and what stands
/// between them is text. In files that are in another encoding than UTF-8, ASCII and UTF-16, and in
/// codes with names of a foreign namespace, the markup is written anew instead: the same names,
/// values and text, attributes in their order in double quotes. An element that TMX does not have
/// becomes a `ph` that holds it.
///
/// What else the format does not know is left out and counted. A text may have 4 MiB, so that a
/// million characters of any script are read, a unit 16 MiB.
public struct TMXReader {
  /// How many bytes of UTF-8 one text may have: 4 MiB.
  static let textLimit = 4 << 20

  /// What was in the file and is not in the units given so far.
  public internal(set) var losses = LossReport()

  let reader: XMLEventReader
  /// The first fault of the unit that is being read.
  var fault: InterchangeError?
  /// How many bytes the unit that is being read has.
  var size = 0
  /// The unit that is being read.
  var unitTag: XMLTag?
  let use: UnitUse
  private let name: String
  private var header: TMXHeader?
  private var failure: InterchangeError?
  private var waiting: XMLTag?

  /// Begins to read; the first fault comes with the header or the first unit.
  ///
  /// - Parameters:
  ///   - source: The file's bytes.
  ///   - use: What units are read for.
  public init(_ source: ByteSource, use: UnitUse = .memory) {
    self.use = use
    name = source.name
    reader = XMLEventReader(
      source, textLimit: Self.textLimit, names: TMXName.texts, located: "seg",
      places: use == .check ? .noted : .notNoted)
  }

  /// Returns the header, an empty one where the file has none.
  ///
  /// - Throws: As ``next()`` does.
  public mutating func readHeader() throws(InterchangeError) -> TMXHeader {
    if let header { return header }
    if let failure { throw failure }
    guard case .start(let root)? = try reader.next() else { return TMXHeader() }
    guard root.name == "tmx" else {
      let problem = InterchangeError.markup(root.place, .tmx(.notTMX(root: root.name)))
      failure = problem
      throw problem
    }
    var read = TMXHeader()
    while let event = try reader.next() {
      guard case .start(let tag) = event else { continue }
      if tag.name == "header" {
        read = try self.header(from: tag)
      } else if tag.name == "tu" {
        waiting = tag
      } else if tag.name != "body" {
        try skip(tag, in: "tmx")
        continue
      }
      break
    }
    header = read
    return read
  }

  /// Returns the next unit.
  ///
  /// - Returns: The unit, or nothing after the last.
  /// - Throws: ``InterchangeError``. After a fault that is confined to one unit
  ///   (``MarkupProblem/isConfinedToEntry``) the next call gives the unit after it; any other is
  ///   thrown again at every call.
  public mutating func next() throws(InterchangeError) -> TMXUnit? {
    if header == nil { _ = try readHeader() }
    if let tag = waiting {
      waiting = nil
      return try unit(from: tag)
    }
    while let mark = try reader.nextMark() {
      guard mark.kind == .start, !mark.is(.body) else { continue }
      if mark.is(.tu) { return try unit(from: reader.tag(of: mark)) }
      try skip(reader.tag(of: mark), in: "body")
    }
    return nil
  }
}

extension TMXReader {
  private mutating func header(from tag: XMLTag) throws(InterchangeError) -> TMXHeader {
    begin(tag)
    var header = TMXHeader(attributes: attributes(of: tag))
    while let inner = try nextTag() {
      switch inner.name {
      case "note": header.notes.append(try note(from: inner))
      case "prop":
        if let property = try property(from: inner) { header.properties.append(property) }
      case "ude": header.encodings.append(try encoding(from: inner))
      default: try skip(inner, in: "header")
      }
    }
    return header
  }

  private mutating func encoding(from tag: XMLTag) throws(InterchangeError) -> TMXEncoding {
    var encoding = TMXEncoding(attributes: attributes(of: tag), maps: [])
    while let inner = try nextTag() {
      if inner.name == "map" { encoding.maps.append(attributes(of: inner)) }
      try skip(inner, in: inner.name == "map" ? nil : "ude")
    }
    return encoding
  }

  private mutating func unit(from tag: XMLTag) throws(InterchangeError) -> TMXUnit {
    begin(tag)
    var unit = TMXUnit(attributes: attributes(of: tag), location: tag.place)
    while let inner = try nextTag() {
      switch inner.name {
      case "note": unit.notes.append(try note(from: inner))
      case "prop": if let property = try property(from: inner) { unit.properties.append(property) }
      case "tuv": unit.variants.append(try variant(from: inner))
      default: try skip(inner, in: "tu")
      }
    }
    if unit.variants.isEmpty { note(.noVariants, at: tag) }
    if let fault { throw fault }
    return unit
  }

  private mutating func variant(from tag: XMLTag) throws(InterchangeError) -> TMXVariant {
    let language = tag.language?.trimmingSpaces ?? ""
    if language.isEmpty { note(.languageMissing, at: tag) }
    var variant = TMXVariant(
      language: language,
      attributes: attributes(of: tag, without: "xml:lang", "lang"),
      segment: "")
    var hasSegment = false
    while let inner = try nextTag() {
      switch inner.name {
      case "note": variant.notes.append(try note(from: inner))
      case "prop":
        if let property = try property(from: inner) { variant.properties.append(property) }
      case "seg":
        if hasSegment { note(.segmentRepeated, at: inner) }
        (variant.segment, variant.runs) = try segment()
        hasSegment = true
      default: try skip(inner, in: "tuv")
      }
    }
    if !hasSegment { note(.segmentMissing, at: tag) }
    return variant
  }

  private mutating func note(from tag: XMLTag) throws(InterchangeError) -> TMXNote {
    TMXNote(try text(in: tag), attributes: attributes(of: tag))
  }

  private mutating func property(from tag: XMLTag) throws(InterchangeError) -> TMXProperty? {
    let value = try text(in: tag)
    guard let type = tag["type"] else {
      lose(
        Phrase("prop", "属性 prop"),
        because: Phrase("it has no 'type'; TMX requires one", "没有“type”；TMX 要求注明"))
      return nil
    }
    return TMXProperty(
      type: type, value: value, attributes: attributes(of: tag, without: "type"))
  }
}

extension TMXReader {
  /// Begins an element whose size is limited.
  private mutating func begin(_ tag: XMLTag) {
    (unitTag, fault, size) = (tag, nil, 0)
  }

  /// Returns the next event in the unit; what it costs is counted.
  mutating func nextEvent() throws(InterchangeError) -> XMLMark? {
    guard let mark = try reader.nextMark() else { return nil }
    switch mark.kind {
    case .start: size += 128 + 64 * (mark.to - mark.from) + reader.attributeByteCount(of: mark)
    case .text: size += 16 + mark.to - mark.from
    case .end: break
    }
    if size > XMLEventReader.elementLimit, let unitTag {
      throw reader.refuse(
        unitTag, .elementTooLong(name: unitTag.name, limit: XMLEventReader.elementLimit))
    }
    return mark
  }

  /// Returns the next start in an element that holds elements only, or nothing at its end; text
  /// there is counted, unless it is white space.
  private mutating func nextTag() throws(InterchangeError) -> XMLTag? {
    while let mark = try nextEvent() {
      switch mark.kind {
      case .start: return reader.tag(of: mark)
      case .end: return nil
      case .text:
        if !reader.isBlank(mark) {
          lose(
            Phrase("text between elements", "元素之间的文字"),
            because: Phrase("TMX has no place for it", "TMX 容纳不下"))
        }
      }
    }
    return nil
  }

  /// Reads the text of an element up to its end.
  private mutating func text(in tag: XMLTag) throws(InterchangeError) -> String {
    var text = ""
    var depth = 0
    while let mark = try nextEvent() {
      switch mark.kind {
      case .text:
        if text.isEmpty { text = reader.text(of: mark) } else { text += reader.text(of: mark) }
      case .start:
        depth += 1
        lose(
          Phrase("tag in a \(tag.name)", "\(tag.name) 中的标签"),
          because: Phrase("TMX allows text only; its text is kept", "TMX 只允许文字；文字已保留"))
      case .end:
        if depth == 0 { return text }
        depth -= 1
      }
    }
    return text
  }

  /// Passes over an element.
  ///
  /// - Parameters:
  ///   - tag: Its start.
  ///   - place: The element that it stands in, to be counted as lost; nothing where it is not.
  /// - Throws: What reading throws.
  private mutating func skip(_ tag: XMLTag, in place: String?) throws(InterchangeError) {
    if let place {
      lose(
        Phrase(
          "<\(tag.name.shortened())> in <\(place)>", "<\(place)> 中的 <\(tag.name.shortened())>"),
        because: Phrase("TMX has no such element there", "TMX 在该处没有这种元素"))
    }
    var depth = 0
    while let mark = try reader.nextMark() {
      switch mark.kind {
      case .start: depth += 1
      case .end:
        if depth == 0 { return }
        depth -= 1
      case .text: break
      }
    }
  }

  private mutating func attributes(of tag: XMLTag, without names: String...) -> [TMXAttribute] {
    var attributes: [TMXAttribute] = []
    for attribute in tag.attributes {
      let name: String
      switch attribute.namespace {
      case nil: name = attribute.name
      case XMLAttribute.xmlNamespace: name = "xml:\(attribute.name)"
      default:
        lose(
          Phrase("attribute of a foreign namespace", "其他命名空间的属性"),
          because: Phrase("TMX has no place for it", "TMX 容纳不下"))
        continue
      }
      if !names.contains(name) { attributes.append(TMXAttribute(name, attribute.value)) }
    }
    return attributes
  }

  private mutating func note(_ problem: TMXProblem, at tag: XMLTag) {
    if fault == nil { fault = .markup(tag.place, .tmx(problem)) }
  }

  /// Counts a loss; of a hundred sorts and more, the rest together.
  mutating func lose(_ what: Phrase, because why: Phrase) {
    if losses.losses.count < 100 {
      losses.add(what, because: why)
    } else {
      losses.add(
        Phrase("other markup", "其他标记"), because: Phrase("TMX has no place for it", "TMX 容纳不下"))
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingSpaces: String { trimmed(self) }
}
