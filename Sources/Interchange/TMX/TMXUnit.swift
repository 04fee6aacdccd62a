public import TextAnalysis

/// A name and a value in a tag of TMX, as written: `usagecount`, `xml:lang`.
public struct TMXAttribute: Hashable, Sendable {
  /// The name, with the prefix `xml:` where it has that.
  public var name: String
  /// The value.
  public var value: String

  /// Joins a name and a value.
  public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}

extension [TMXAttribute] {
  /// The value of an attribute, or nothing where there is none.
  subscript(name: String) -> String? { first { $0.name == name }?.value }
}

/// A remark for people (`note`).
public struct TMXNote: Hashable, Sendable {
  /// What it says.
  public var text: String
  /// Its attributes: `xml:lang`, `o-encoding`.
  public var attributes: [TMXAttribute]

  /// Makes a note.
  public init(_ text: String, attributes: [TMXAttribute] = []) {
    (self.text, self.attributes) = (text, attributes)
  }
}

/// What a tool noted (`prop`).
public struct TMXProperty: Hashable, Sendable {
  /// What is noted, such as `x-client`.
  public var type: String
  /// What is said of it.
  public var value: String
  /// Its other attributes: `xml:lang`, `o-encoding`.
  public var attributes: [TMXAttribute]

  /// Makes a property.
  public init(type: String, value: String, attributes: [TMXAttribute] = []) {
    (self.type, self.value, self.attributes) = (type, value, attributes)
  }
}

/// Characters of a private use that a file explains (`ude`).
public struct TMXEncoding: Hashable, Sendable {
  /// Its `name` and `base`.
  public var attributes: [TMXAttribute]
  /// The attributes of each `map`.
  public var maps: [[TMXAttribute]]

  /// Makes an encoding.
  public init(attributes: [TMXAttribute], maps: [[TMXAttribute]]) {
    (self.attributes, self.maps) = (attributes, maps)
  }
}

/// What a file says of itself (`header`).
public struct TMXHeader: Hashable, Sendable {
  /// Its attributes, in their order: `creationtool`, `srclang`, …
  public var attributes: [TMXAttribute]
  /// Its remarks.
  public var notes: [TMXNote]
  /// What a tool noted.
  public var properties: [TMXProperty]
  /// The characters that it explains.
  public var encodings: [TMXEncoding]

  /// Makes a header.
  public init(
    attributes: [TMXAttribute] = [], notes: [TMXNote] = [], properties: [TMXProperty] = [],
    encodings: [TMXEncoding] = []
  ) {
    (self.attributes, self.notes) = (attributes, notes)
    (self.properties, self.encodings) = (properties, encodings)
  }

  /// The language that units are translated from, as written; `*all*` where any may be.
  public var sourceLanguage: String? { attributes["srclang"] }
}

/// One segment in every language in which a file has it (`tu`).
public struct TMXUnit: Hashable, Sendable {
  /// Its attributes, in their order: `tuid`, `creationdate`, …
  public var attributes: [TMXAttribute]
  /// Its remarks.
  public var notes: [TMXNote]
  /// What a tool noted.
  public var properties: [TMXProperty]
  /// The segment in each language, in the order of the file; one language may stand there twice.
  public var variants: [TMXVariant]
  /// Where it begins.
  public var location: SourceLocation

  /// Makes a unit.
  public init(
    attributes: [TMXAttribute] = [], notes: [TMXNote] = [], properties: [TMXProperty] = [],
    variants: [TMXVariant] = [], location: SourceLocation = SourceLocation(file: "")
  ) {
    (self.attributes, self.notes, self.properties) = (attributes, notes, properties)
    (self.variants, self.location) = (variants, location)
  }

  /// The identifier (`tuid`), if there is one.
  public var id: String? { attributes["tuid"] }

  /// The name of the memory that it is of, in a file of several memories.
  public var memory: String? {
    properties.first { $0.type == TMXWords.memory && !isBlank($0.value) }?.value
  }
}

/// A segment in one language (`tuv`).
public struct TMXVariant: Hashable, Sendable {
  /// The language as written (`xml:lang`, or the older `lang`).
  public var language: String
  /// Its other attributes, in their order.
  public var attributes: [TMXAttribute]
  /// Its remarks.
  public var notes: [TMXNote]
  /// What a tool noted.
  public var properties: [TMXProperty]
  /// The text and its inline codes.
  public var segment: Segment
  /// Where the text stands in the file, where that was asked for.
  var runs: [PlacedRun] = []

  /// Makes a variant.
  public init(
    language: String, attributes: [TMXAttribute] = [], notes: [TMXNote] = [],
    properties: [TMXProperty] = [], segment: Segment
  ) {
    (self.language, self.attributes, self.notes) = (language, attributes, notes)
    (self.properties, self.segment) = (properties, segment)
  }

  /// The language as a tag, or nothing where what is written is none.
  public var languageTag: LanguageTag? { LanguageTag(language) }
}
