import Foundation
import TextAnalysis
import TranslationMemory

/// Translation units as compact bytes, and back.
///
/// ## Layout, format 1
///
/// Numbers, texts and codes are those of `EntryCodec`; a *second* is a moment counted from 1970 as a
/// number, negative ones as odd ones (zigzag). There are two forms. The *rest* is what the columns
/// of a unit do not hold:
///
/// | Part | Contents |
/// | --- | --- |
/// | format | byte, ``format`` |
/// | mask | number, the bits of `RestMask` |
/// | source codes, target codes | number of them; of each: scalar offset as a number, kind as a code, markup as text; each list if its bit is set |
/// | previous, next | texts, likewise |
/// | creator, created, changer, changed | text, second, text, second, likewise |
/// | origin | text, likewise |
/// | attributes | number of them; type and value as texts, likewise |
/// | notes | number of them, a text each, likewise |
///
/// The *whole*, which versions are kept in, goes before it:
///
/// | Part | Contents |
/// | --- | --- |
/// | format | byte, ``format`` |
/// | has an identifier | byte, 0 or 1 |
/// | identifier | text, if there is one |
/// | state | code |
/// | languages, segments | source and target language, source and target text, as texts |
/// | rest | to the end |
///
/// One unit has one form, so that equal bytes mean equal units. History: 1, first release.
enum UnitCodec {
  /// The only format that is read and written.
  static let format: UInt8 = 1
  static let states: [UnitState] = [.reviewed, .draft, .machine, .aligned]
  static let codeKinds: [InlineCode.Kind] = [.opening, .closing, .standalone]
}

/// The bits of a rest's mask.
private enum RestMask {
  static let sourceCodes = 1 << 0, targetCodes = 1 << 1, previous = 1 << 2, next = 1 << 3
  static let creator = 1 << 4, created = 1 << 5, changer = 1 << 6, changed = 1 << 7
  static let origin = 1 << 8, attributes = 1 << 9, notes = 1 << 10
}

extension Date {
  /// The second that it lies in, counted from 1970; nothing outside the years 1 to 9999, which are
  /// all that exchange formats can write.
  var wholeSecond: Int? {
    Int(exactly: timeIntervalSince1970.rounded(.down)).flatMap {
      Self.writableSeconds.contains($0) ? $0 : nil
    }
  }

  fileprivate static let writableSeconds = -62_135_596_800...253_402_300_799
}

extension UnitCodec {
  /// Writes what the columns do not hold.
  static func encodeRest(_ unit: TranslationUnit) -> [UInt8] {
    var writer = ByteWriter()
    addRest(unit, to: &writer)
    return writer.bytes
  }

  /// Writes all of a unit.
  static func encode(_ unit: TranslationUnit) -> [UInt8] {
    var writer = ByteWriter()
    writer.bytes.reserveCapacity(
      64 + unit.source.segment.text.utf8.count + unit.target.segment.text.utf8.count)
    writer.add(byte: Int(format))
    writer.add(byte: unit.id == nil ? 0 : 1)
    writer.add(unit.id)
    writer.add(byte: Codes.code(of: unit.state, in: states))
    writer.add(text: unit.source.language.name)
    writer.add(text: unit.target.language.name)
    writer.add(text: unit.source.segment.text)
    writer.add(text: unit.target.segment.text)
    addRest(unit, to: &writer)
    return writer.bytes
  }

  private static func addRest(_ unit: TranslationUnit, to writer: inout ByteWriter) {
    let (created, changed) = (unit.creation.date?.wholeSecond, unit.change.date?.wholeSecond)
    var mask = 0
    if !unit.source.segment.codes.isEmpty { mask |= RestMask.sourceCodes }
    if !unit.target.segment.codes.isEmpty { mask |= RestMask.targetCodes }
    if unit.previous != nil { mask |= RestMask.previous }
    if unit.next != nil { mask |= RestMask.next }
    if unit.creation.who != nil { mask |= RestMask.creator }
    if created != nil { mask |= RestMask.created }
    if unit.change.who != nil { mask |= RestMask.changer }
    if changed != nil { mask |= RestMask.changed }
    if unit.origin != nil { mask |= RestMask.origin }
    if !unit.attributes.isEmpty { mask |= RestMask.attributes }
    if !unit.notes.isEmpty { mask |= RestMask.notes }
    writer.add(byte: Int(format))
    writer.add(mask)
    if mask & RestMask.sourceCodes != 0 { add(unit.source.segment.codes, to: &writer) }
    if mask & RestMask.targetCodes != 0 { add(unit.target.segment.codes, to: &writer) }
    writer.add(unit.previous)
    writer.add(unit.next)
    writer.add(unit.creation.who)
    writer.add(second: created)
    writer.add(unit.change.who)
    writer.add(second: changed)
    writer.add(unit.origin)
    if !unit.attributes.isEmpty {
      writer.add(unit.attributes.count)
      for attribute in unit.attributes {
        writer.add(text: attribute.type)
        writer.add(text: attribute.value)
      }
    }
    if !unit.notes.isEmpty {
      writer.add(unit.notes.count)
      for note in unit.notes { writer.add(text: note) }
    }
  }

  /// Writes a segment's codes.
  static func add(_ codes: [InlineCode], to writer: inout ByteWriter) {
    writer.add(codes.count)
    for code in codes {
      writer.add(code.scalarOffset)
      writer.add(byte: Codes.code(of: code.kind, in: codeKinds))
      writer.add(text: code.markup)
    }
  }
}

extension UnitCodec {
  /// Reads all of a unit.
  ///
  /// - Parameter bytes: What ``encode(_:)`` wrote, perhaps damaged since.
  /// - Returns: The unit.
  /// - Throws: ``EntryDamage`` where the bytes are no unit.
  static func decode(_ bytes: [UInt8]) throws(EntryDamage) -> TranslationUnit {
    var reader = ByteReader(bytes)
    guard try reader.byte() == format else { throw .unknownFormat }
    let id: String?
    switch try reader.byte() {
    case 0: id = nil
    case 1: id = try reader.text()
    default: throw .unknownCode
    }
    let state = try reader.code(of: states)
    let (source, target) = (try language(&reader), try language(&reader))
    var unit = TranslationUnit(
      id: id, source: UnitVariant(source, Segment(try reader.text())),
      target: UnitVariant(target, Segment(try reader.text())), state: state)
    try addRest(of: &reader, to: &unit)
    return unit
  }

  private static func language(
    _ reader: inout ByteReader
  ) throws(EntryDamage) -> LanguageTag {
    guard let tag = LanguageTag(try reader.text()) else { throw .unknownCode }
    return tag
  }

  /// Reads what the columns do not hold into a unit that has what they do.
  static func addRest(_ bytes: [UInt8], to unit: inout TranslationUnit) throws(EntryDamage) {
    var reader = ByteReader(bytes)
    try addRest(of: &reader, to: &unit)
  }

  private static func addRest(
    of reader: inout ByteReader, to unit: inout TranslationUnit
  ) throws(EntryDamage) {
    let mask = try readMask(&reader)
    try addCodes(mask, of: &reader, to: &unit.source.segment, &unit.target.segment)
    if mask & RestMask.previous != 0 { unit.previous = try reader.text() }
    if mask & RestMask.next != 0 { unit.next = try reader.text() }
    if mask & RestMask.creator != 0 { unit.creation.who = try reader.text() }
    if mask & RestMask.created != 0 { unit.creation.date = try date(&reader) }
    if mask & RestMask.changer != 0 { unit.change.who = try reader.text() }
    if mask & RestMask.changed != 0 { unit.change.date = try date(&reader) }
    if mask & RestMask.origin != 0 { unit.origin = try reader.text() }
    if mask & RestMask.attributes != 0 {
      for _ in 0..<(try reader.count()) {
        unit.attributes.append(
          UnitAttribute(type: try reader.text(), value: try reader.text()))
      }
    }
    if mask & RestMask.notes != 0 {
      for _ in 0..<(try reader.count()) { unit.notes.append(try reader.text()) }
    }
    guard reader.isAtEnd else { throw .tooLong }
  }

  /// Whether a rest has neither codes nor context, and is therefore not to be opened for them.
  static func isWithoutCodes(_ rest: Span<UInt8>) -> Bool {
    rest.count >= 2 && rest[0] == format
      && Int(rest[1]) & (RestMask.sourceCodes | RestMask.targetCodes) == 0
  }

  /// Reads the codes of both segments from a rest.
  static func addCodes(
    _ rest: [UInt8], to source: inout Segment, _ target: inout Segment
  ) throws(EntryDamage) {
    var reader = ByteReader(rest)
    try addCodes(try readMask(&reader), of: &reader, to: &source, &target)
  }

  /// Reads the context from a rest.
  static func context(of rest: [UInt8]) throws(EntryDamage) -> (previous: String?, next: String?) {
    var reader = ByteReader(rest)
    let mask = try readMask(&reader)
    for bit in [RestMask.sourceCodes, RestMask.targetCodes] where mask & bit != 0 {
      _ = try codes(&reader)
    }
    return (
      mask & RestMask.previous != 0 ? try reader.text() : nil,
      mask & RestMask.next != 0 ? try reader.text() : nil
    )
  }

  private static func readMask(_ reader: inout ByteReader) throws(EntryDamage) -> Int {
    guard try reader.byte() == format else { throw .unknownFormat }
    let mask = try reader.number()
    guard mask < RestMask.notes << 1 else { throw .unknownCode }
    return mask
  }

  private static func addCodes(
    _ mask: Int, of reader: inout ByteReader, to source: inout Segment, _ target: inout Segment
  ) throws(EntryDamage) {
    if mask & RestMask.sourceCodes != 0 { source.codes = try codes(&reader) }
    if mask & RestMask.targetCodes != 0 { target.codes = try codes(&reader) }
    guard source.hasCodesInPlace, target.hasCodesInPlace else { throw .unknownCode }
  }

  private static func codes(_ reader: inout ByteReader) throws(EntryDamage) -> [InlineCode] {
    var codes: [InlineCode] = []
    for _ in 0..<(try reader.count()) {
      codes.append(
        InlineCode(
          scalarOffset: try reader.number(), kind: try reader.code(of: codeKinds),
          markup: try reader.text()))
    }
    return codes
  }

  private static func date(_ reader: inout ByteReader) throws(EntryDamage) -> Date {
    let second = try reader.second()
    guard Date.writableSeconds.contains(second) else { throw .unknownCode }
    return Date(timeIntervalSince1970: Double(second))
  }
}

extension LanguageTag {
  /// The same as ``description``, made fast, for every unit has two of them.
  var name: String {
    switch self {
    case .english: "en"
    case .simplifiedChinese: "zh-Hans"
    default: joined
    }
  }

  /// The parts one after the other; short ones take no memory of their own.
  private var joined: String {
    var name = language
    for part in [script, region] {
      guard let part else { continue }
      name += "-"
      name += part
    }
    return name
  }
}

extension Segment {
  /// Whether the codes stand in the order of their places, all of them within the text.
  var hasCodesInPlace: Bool {
    guard let last = codes.last else { return true }
    var place = 0
    for code in codes {
      guard code.scalarOffset >= place else { return false }
      place = code.scalarOffset
    }
    return last.scalarOffset <= text.unicodeScalars.count
  }
}
