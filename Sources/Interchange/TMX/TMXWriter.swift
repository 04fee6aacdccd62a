import TextAnalysis
public import TranslationMemory

/// Writes units as TMX 1.4b, level 2, in UTF-8.
///
/// What is written is valid by the format's DTD: the seven attributes that a header must have are
/// there whatever the header given says, notes and properties stand before variants, attributes
/// that the format does not have are left out and counted. The markup of codes is written letter
/// for letter where it is an element of TMX that is well-formed; other markup is put into a `bpt`,
/// `ept` or `ph`. Characters that XML 1.0 cannot hold are left out and counted.
///
/// A ``TranslationUnit`` is written with these properties, all of which ``UnitReduction`` reads:
///
/// | Property | Of | Value |
/// | --- | --- | --- |
/// | `x-zhengming:state` | unit | `reviewed`, `draft`, `machine`, `aligned` |
/// | `x-zhengming:memory` | unit | the memory that it is of, in a file of several |
/// | `x-document` | unit | the origin, as memoQ writes it |
/// | `x-context-pre`, `x-context-post` | source variant | the segments before and behind, as memoQ writes them: `<seg>…</seg>`, escaped |
/// | `x-zhengming:language` | variant | the language tag, where `xml:lang` says less |
///
/// The same units give the same bytes: no clock is read.
public struct TMXWriter {
  /// How languages are written.
  public enum LanguageStyle: String, Sendable, CaseIterable {
    /// As other tools know them: `zh-CN` for `zh-Hans`, `zh-TW` for `zh-Hant` and `zh-Hant-TW`.
    case regional
    /// As BCP 47 has them: `zh-Hans`, `zh-Hant-TW`.
    case bcp47
  }

  var xml: XMLWriter
  var losses = LossReport()
  let languages: LanguageStyle
  let sourceLanguage: String
  private let header: TMXHeader
  private var hasBegun = false
  private var markup = WellFormedMarkup()

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - header: What the file says of itself; what it must say and this does not, is added.
  ///   - languages: How the languages of a ``TranslationUnit`` are written.
  public init(
    _ sink: ByteSink, header: TMXHeader = TMXHeader(), languages: LanguageStyle = .regional
  ) {
    xml = XMLWriter(sink)
    self.header = header
    self.languages = languages
    sourceLanguage = header.sourceLanguage ?? "en"
  }

  /// Writes a unit; one without variants is left out, for TMX has no place for it.
  ///
  /// - Throws: What the sink throws.
  public mutating func write(_ unit: TMXUnit) throws(InterchangeError) {
    if !hasBegun { try begin() }
    let variants = unit.variants.filter { !$0.language.isEmpty }
    if variants.count < unit.variants.count {
      losses.add(
        Phrase("variant", "变体"),
        because: Phrase("it has no language; TMX requires one", "没有注明语言；TMX 要求注明"))
    }
    guard !variants.isEmpty else {
      return losses.add(
        Phrase("unit", "单元"),
        because: Phrase("it has no variants; TMX requires one", "没有变体；TMX 要求至少有一个"))
    }
    try xml.start("tu", kept(unit.attributes, of: .tu))
    try write(unit.notes, unit.properties)
    for variant in variants {
      var attributes = kept(variant.attributes, of: .tuv)
      attributes.insert(("xml:lang", variant.language), at: 0)
      try xml.start("tuv", attributes)
      try write(variant.notes, variant.properties)
      try xml.element("seg", mixed: pieces(of: variant.segment))
      try xml.end()
    }
    try xml.end()
  }

  /// Writes a unit of a memory.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - memory: The memory's name, in a file of several.
  /// - Throws: What the sink throws.
  public mutating func write(
    _ unit: TranslationUnit, memory: String? = nil
  ) throws(InterchangeError) {
    var written = TMXUnit(unit, languages: languages, sourceLanguage: sourceLanguage)
    if let memory {
      written.properties.insert(TMXProperty(type: TMXWords.memory, value: memory), at: 0)
    }
    try write(written)
  }

  /// Ends the file and sends all that is pending on its way.
  ///
  /// - Returns: What the file could not hold.
  /// - Throws: What the sink throws.
  public mutating func finish() throws(InterchangeError) -> LossReport {
    if !hasBegun { try begin() }
    try xml.finish()
    if xml.illegalCharacterCount > 0 {
      losses.add(
        Phrase("character", "字符"),
        because: Phrase("XML 1.0 has no place for control characters", "XML 1.0 容纳不下控制字符"),
        count: xml.illegalCharacterCount)
    }
    return losses
  }
}

extension TMXWriter {
  private mutating func begin() throws(InterchangeError) {
    hasBegun = true
    try xml.declare(root: "tmx", systemIdentifier: "tmx14.dtd")
    try xml.start("tmx", [("version", "1.4")])
    var attributes = kept(header.attributes, of: .header)
    for (name, value) in Self.required where !attributes.contains(where: { $0.name == name }) {
      attributes.append((name, value))
    }
    try xml.start("header", attributes)
    try write(header.notes, header.properties)
    for encoding in header.encodings {
      guard let name = encoding.attributes["name"], !encoding.maps.isEmpty else {
        losses.add(
          "ude",
          because: Phrase("it has no name or no map; TMX requires both", "没有名称或没有 map；TMX 要求两者都有"))
        continue
      }
      var attributes = kept(encoding.attributes, of: .ude)
      if !attributes.contains(where: { $0.name == "name" }) { attributes.append(("name", name)) }
      try xml.start("ude", attributes)
      for map in encoding.maps {
        guard map["unicode"] != nil else {
          losses.add(
            "map", because: Phrase("it has no 'unicode'; TMX requires it", "没有“unicode”；TMX 要求注明"))
          continue
        }
        try xml.element("map", kept(map, of: .map))
      }
      try xml.end()
    }
    try xml.end()
    try xml.start("body")
  }

  private static let required = [
    ("creationtool", "zhengming"), ("creationtoolversion", "1.0"), ("segtype", "sentence"),
    ("o-tmf", "zhengming"), ("adminlang", "en"), ("srclang", "en"), ("datatype", "plaintext"),
  ]

  private mutating func write(
    _ notes: [TMXNote], _ properties: [TMXProperty]
  ) throws(InterchangeError) {
    for note in notes {
      try xml.element("note", kept(note.attributes, of: .note), text: note.text)
    }
    for property in properties {
      try xml.element(
        "prop", [("type", property.type)] + kept(property.attributes, of: .note),
        text: property.value)
    }
  }

  private mutating func pieces(of segment: Segment) -> [XMLPiece] {
    guard !segment.codes.isEmpty else { return [.text(segment.text)] }
    var pieces: [XMLPiece] = []
    let scalars = segment.text.unicodeScalars
    var (place, offset) = (scalars.startIndex, 0)
    for (code, markup) in zip(segment.codes, markup.valid(segment.codes)) {
      let end =
        scalars.index(
          place, offsetBy: max(0, code.scalarOffset - offset), limitedBy: scalars.endIndex)
        ?? scalars.endIndex
      if place < end { pieces.append(.text(String(scalars[place..<end]))) }
      pieces.append(.markup(markup))
      (place, offset) = (end, max(offset, code.scalarOffset))
    }
    if place < scalars.endIndex { pieces.append(.text(String(scalars[place...]))) }
    return pieces
  }

  /// Returns the attributes that an element may have; the others are counted.
  private mutating func kept(
    _ attributes: [TMXAttribute], of element: TMXElement
  ) -> [(name: String, value: String)] {
    var kept: [(name: String, value: String)] = []
    for attribute in attributes {
      if !element.attributeNames.contains(attribute.name) {
        losses.add(
          Phrase("attribute '\(attribute.name.shortened())'", "属性“\(attribute.name.shortened())”"),
          because: Phrase(
            "TMX has none of that name in <\(element.rawValue)>",
            "TMX 在 <\(element.rawValue)> 中没有此名称"))
      } else if attribute.name == "segtype", !TMXElement.segmentTypes.contains(attribute.value) {
        losses.add(
          "segtype",
          because: Phrase(
            "TMX has no '\(attribute.value.shortened())'", "TMX 没有“\(attribute.value.shortened())”")
        )
      } else if !kept.contains(where: { $0.name == attribute.name }) {
        kept.append((attribute.name, attribute.value))
      }
    }
    return kept
  }
}

/// The elements of TMX 1.4b and their attributes, by its DTD.
enum TMXElement: String {
  case header, tu, tuv, note, ude, map

  static let segmentTypes: Set<String> = ["block", "paragraph", "sentence", "phrase"]

  var attributeNames: Set<String> {
    switch self {
    case .header: Self.headerNames
    case .tu: Self.unitNames
    case .tuv: Self.variantNames
    case .note: ["o-encoding", "xml:lang", "lang"]
    case .ude: ["name", "base"]
    case .map: ["unicode", "code", "ent", "subst"]
    }
  }

  private static let headerNames: Set<String> = [
    "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype",
    "o-encoding", "creationdate", "creationid", "changedate", "changeid",
  ]
  private static let variantNames: Set<String> = [
    "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool",
    "creationtoolversion", "creationdate", "creationid", "changedate", "changeid", "o-tmf",
  ]
  private static let unitNames = variantNames.union(["tuid", "segtype", "srclang"])
}
