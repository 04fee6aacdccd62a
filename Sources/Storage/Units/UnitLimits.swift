public import TextAnalysis
public import TranslationMemory

/// One of the two sides of a unit.
public enum UnitSide: String, Hashable, Sendable, Codable {
  /// What was translated.
  case source
  /// Its translation.
  case target
}

/// What a unit may be in a store.
public enum UnitLimits {
  /// How many bytes of UTF-8 a segment's text may have: some 20,000 Han characters.
  public static let segmentByteCount = 65_536
  /// How many bytes of UTF-8 an identifier may have.
  public static let idByteCount = 1_024
  /// How many bytes the rest of a unit may have: codes, context, attributes, notes.
  public static let restByteCount = 1 << 20

  /// Refuses what is no unit.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - location: Where it stands, if it is from a file.
  /// - Throws: ``StoreError/emptySegment(_:_:)``, ``StoreError/sameLanguage(_:_:_:)``,
  ///   ``StoreError/segmentTooLong(_:byteCount:_:)``, ``StoreError/misplacedCodes(_:_:)``,
  ///   ``StoreError/unitIdentifierTooLong(byteCount:_:)``.
  public static func check(
    _ unit: TranslationUnit, at location: SourceLocation? = nil
  ) throws(StoreError) {
    try check(unit.source.segment, .source, location)
    try check(unit.target.segment, .target, location)
    let (source, target) = (unit.source.language, unit.target.language)
    guard source.language != target.language else {
      throw .sameLanguage(source, target, location)
    }
    if let id = unit.id, id.utf8.count > idByteCount {
      throw .unitIdentifierTooLong(byteCount: id.utf8.count, location)
    }
  }

  private static func check(
    _ segment: Segment, _ side: UnitSide, _ location: SourceLocation?
  ) throws(StoreError) {
    let byteCount = segment.text.utf8.count
    guard byteCount <= segmentByteCount else {
      throw .segmentTooLong(side, byteCount: byteCount, location)
    }
    guard segment.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
    else {
      throw .emptySegment(side, location)
    }
    guard segment.hasCodesInPlace else { throw .misplacedCodes(side, location) }
  }

  /// Refuses a unit whose rest is too long.
  static func check(rest: [UInt8], at location: SourceLocation?) throws(StoreError) {
    guard rest.count <= restByteCount else {
      throw .unitTooLong(byteCount: rest.count, location)
    }
  }
}
