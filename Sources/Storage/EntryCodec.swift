import Terminology
import TextAnalysis

/// Concept entries as compact bytes, and back.
///
/// ## Layout, format 1
///
/// Numbers are varints: seven bits a byte, the lowest first, the top bit set on all but the last.
/// A *text* is its number of UTF-8 bytes and these bytes; a *date* is its digits (`20180317`) as
/// a number; a *code* is a byte, its meaning the place in the lists of `Codes`. The identifier is
/// not part of it: the row has it.
///
/// | Part | Contents |
/// | --- | --- |
/// | format | byte, ``format`` |
/// | kind, process | codes |
/// | mask | number, the bits of `ConceptMask` |
/// | subject, definition, number | texts, each if its bit is set |
/// | issued, effective, repealed | dates, likewise |
/// | force | code, likewise |
/// | source, note | texts, likewise |
/// | issuers | number of them, a text each, likewise |
/// | relations | number of them; of each: code of its kind, mask (1 since, 2 until, 4 scope), target, since, until, scope |
/// | terms | number of them, then the terms |
///
/// A term:
///
/// | Part | Contents |
/// | --- | --- |
/// | language | code; 0 is followed by the tag as text |
/// | text | text |
/// | mask | number, the bits of `TermMask` |
/// | type, status, register | codes, each if its bit is set |
/// | region | text, likewise |
/// | part of speech, recognise | codes, likewise |
/// | since, until | dates, likewise |
/// | authority | code, likewise |
/// | source | text, if its bit is set; the bit *repeated* means that of the term before |
/// | seen | date, likewise |
/// | note | text, likewise |
///
/// One entry has one form, so that equal bytes mean equal entries. History: 1, first release.
enum EntryCodec {
  /// The only format that is read and written.
  static let format: UInt8 = 1
}

/// The bits of a concept's mask.
private enum ConceptMask {
  static let subject = 1 << 0, definition = 1 << 1, number = 1 << 2, issued = 1 << 3
  static let effective = 1 << 4, repealed = 1 << 5, force = 1 << 6, source = 1 << 7
  static let note = 1 << 8, issuers = 1 << 9, relations = 1 << 10, enforce = 1 << 11
}

/// The bits of a term's mask.
private enum TermMask {
  static let type = 1 << 0, status = 1 << 1, register = 1 << 2, region = 1 << 3
  static let caseSensitive = 1 << 4, partOfSpeech = 1 << 5, recognise = 1 << 6, since = 1 << 7
  static let until = 1 << 8, authority = 1 << 9, source = 1 << 10, repeatedSource = 1 << 11
  static let seen = 1 << 12, note = 1 << 13
}

/// What each code stands for: lists that are only ever added to at their ends.
enum Codes {
  static let kinds: [ConceptKind] = [.agency, .policy, .standard, .technical, .name]
  static let processes: [ProcessStatus] = [.proposed, .approved, .rejected, .retired]
  static let forces: [Force] = [
    .draft, .adopted, .inForce, .amended, .superseded, .expired, .repealed,
  ]
  static let relations: [Relation.Kind] = [.replaces, .replacedBy, .partOf, .related]
  static let types: [TermType] = [
    .fullForm, .acronym, .abbreviation, .shortForm, .variant, .phrase,
  ]
  static let statuses: [AdministrativeStatus] = [.preferred, .admitted, .deprecated, .superseded]
  static let registers: [Register] = [.neutral, .colloquial, .technical]
  static let partsOfSpeech: [PartOfSpeech] = [.noun, .verb, .adjective, .adverb, .other]
  static let recognitions: [Recognition] = [.text, .lookup, .none]
  static let authorities: [Authority] = [
    .enacted, .issuer, .database, .international, .press, .house,
  ]
  /// The languages that have a code, from 1 on.
  static let languages: [LanguageTag] =
    [
      .english, .simplifiedChinese, .traditionalChinese,
    ] + ["zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK", "en-US", "en-GB"].compactMap { LanguageTag($0) }

  /// The place of a value in its list.
  static func code<Value: Equatable>(of value: Value, in list: [Value]) -> Int {
    list.firstIndex(of: value) ?? list.count
  }
}

/// Whether two texts are the same byte by byte, which says more than that they are equal.
private func haveSameBytes(_ text: String, _ other: String) -> Bool {
  var (text, other) = (text, other)
  return text.withUTF8 { bytes in
    other.withUTF8 { others in
      unsafe bytes.count == others.count && bytes.elementsEqual(others)
    }
  }
}

extension EntryCodec {
  /// Writes an entry without its identifier.
  static func encode(_ entry: ConceptEntry) -> [UInt8] {
    var writer = ByteWriter()
    writer.bytes.reserveCapacity(64 + entry.terms.count * 48)
    writer.add(byte: Int(format))
    writer.add(byte: Codes.code(of: entry.kind, in: Codes.kinds))
    writer.add(byte: Codes.code(of: entry.process, in: Codes.processes))
    var mask = 0
    if entry.subjectField != nil { mask |= ConceptMask.subject }
    if entry.definition != nil { mask |= ConceptMask.definition }
    if entry.number != nil { mask |= ConceptMask.number }
    if entry.issued != nil { mask |= ConceptMask.issued }
    if entry.effective != nil { mask |= ConceptMask.effective }
    if entry.repealed != nil { mask |= ConceptMask.repealed }
    if entry.force != nil { mask |= ConceptMask.force }
    if entry.source != nil { mask |= ConceptMask.source }
    if entry.note != nil { mask |= ConceptMask.note }
    if !entry.issuers.isEmpty { mask |= ConceptMask.issuers }
    if !entry.relations.isEmpty { mask |= ConceptMask.relations }
    if entry.enforce { mask |= ConceptMask.enforce }
    writer.add(mask)
    writer.add(entry.subjectField)
    writer.add(entry.definition)
    writer.add(entry.number)
    writer.add(entry.issued)
    writer.add(entry.effective)
    writer.add(entry.repealed)
    writer.add(entry.force, of: Codes.forces)
    writer.add(entry.source)
    writer.add(entry.note)
    if !entry.issuers.isEmpty {
      writer.add(entry.issuers.count)
      for issuer in entry.issuers { writer.add(text: issuer) }
    }
    if !entry.relations.isEmpty {
      writer.add(entry.relations.count)
      for relation in entry.relations { add(relation, to: &writer) }
    }
    writer.add(entry.terms.count)
    var source: String?
    for term in entry.terms {
      add(term, after: source, to: &writer)
      source = term.source
    }
    return writer.bytes
  }

  private static func add(_ relation: Relation, to writer: inout ByteWriter) {
    writer.add(byte: Codes.code(of: relation.kind, in: Codes.relations))
    writer.add(
      byte: (relation.since == nil ? 0 : 1) | (relation.until == nil ? 0 : 2)
        | (relation.scope == nil ? 0 : 4))
    writer.add(text: relation.target)
    writer.add(relation.since)
    writer.add(relation.until)
    writer.add(relation.scope)
  }

  private static func add(
    _ term: TermSection, after source: String?, to writer: inout ByteWriter
  ) {
    if let place = Codes.languages.firstIndex(of: term.language) {
      writer.add(byte: place + 1)
    } else {
      writer.add(byte: 0)
      writer.add(text: term.language.description)
    }
    writer.add(text: term.text)
    var repeatsSource = false
    if let source, let own = term.source { repeatsSource = haveSameBytes(source, own) }
    var mask = 0
    if term.termType != nil { mask |= TermMask.type }
    if term.administrativeStatus != nil { mask |= TermMask.status }
    if term.register != .neutral { mask |= TermMask.register }
    if term.geographicalUsage != nil { mask |= TermMask.region }
    if term.isCaseSensitive { mask |= TermMask.caseSensitive }
    if term.partOfSpeech != nil { mask |= TermMask.partOfSpeech }
    if term.recognise != .text { mask |= TermMask.recognise }
    if term.since != nil { mask |= TermMask.since }
    if term.until != nil { mask |= TermMask.until }
    if term.authority != nil { mask |= TermMask.authority }
    if term.source != nil { mask |= repeatsSource ? TermMask.repeatedSource : TermMask.source }
    if term.seen != nil { mask |= TermMask.seen }
    if term.note != nil { mask |= TermMask.note }
    writer.add(mask)
    writer.add(term.termType, of: Codes.types)
    writer.add(term.administrativeStatus, of: Codes.statuses)
    if term.register != .neutral { writer.add(term.register, of: Codes.registers) }
    writer.add(term.geographicalUsage)
    writer.add(term.partOfSpeech, of: Codes.partsOfSpeech)
    if term.recognise != .text { writer.add(term.recognise, of: Codes.recognitions) }
    writer.add(term.since)
    writer.add(term.until)
    writer.add(term.authority, of: Codes.authorities)
    if !repeatsSource { writer.add(term.source) }
    writer.add(term.seen)
    writer.add(term.note)
  }
}

extension EntryCodec {
  /// Reads an entry.
  ///
  /// - Parameters:
  ///   - bytes: What ``encode(_:)`` wrote, perhaps damaged since.
  ///   - id: The identifier that the entry has.
  /// - Returns: The entry.
  /// - Throws: ``EntryDamage`` where the bytes are no entry.
  static func decode(_ bytes: [UInt8], id: String) throws(EntryDamage) -> ConceptEntry {
    var reader = ByteReader(bytes)
    guard try reader.byte() == format else { throw .unknownFormat }
    var entry = ConceptEntry(id: id, kind: try reader.code(of: Codes.kinds))
    entry.process = try reader.code(of: Codes.processes)
    let mask = try reader.number()
    if mask & ConceptMask.subject != 0 { entry.subjectField = try reader.text() }
    if mask & ConceptMask.definition != 0 { entry.definition = try reader.text() }
    if mask & ConceptMask.number != 0 { entry.number = try reader.text() }
    if mask & ConceptMask.issued != 0 { entry.issued = try reader.date() }
    if mask & ConceptMask.effective != 0 { entry.effective = try reader.date() }
    if mask & ConceptMask.repealed != 0 { entry.repealed = try reader.date() }
    if mask & ConceptMask.force != 0 { entry.force = try reader.code(of: Codes.forces) }
    if mask & ConceptMask.source != 0 { entry.source = try reader.text() }
    if mask & ConceptMask.note != 0 { entry.note = try reader.text() }
    if mask & ConceptMask.issuers != 0 {
      for _ in 0..<(try reader.count()) { entry.issuers.append(try reader.text()) }
    }
    if mask & ConceptMask.relations != 0 {
      for _ in 0..<(try reader.count()) { entry.relations.append(try relation(from: &reader)) }
    }
    entry.enforce = mask & ConceptMask.enforce != 0
    let termCount = try reader.count()
    entry.terms.reserveCapacity(termCount)
    for _ in 0..<termCount {
      entry.terms.append(try term(after: entry.terms.last?.source, from: &reader))
    }
    guard reader.isAtEnd else { throw .tooLong }
    return entry
  }

  private static func relation(from reader: inout ByteReader) throws(EntryDamage) -> Relation {
    let kind = try reader.code(of: Codes.relations)
    let mask = try reader.byte()
    var relation = Relation(kind, try reader.text())
    if mask & 1 != 0 { relation.since = try reader.date() }
    if mask & 2 != 0 { relation.until = try reader.date() }
    if mask & 4 != 0 { relation.scope = try reader.text() }
    return relation
  }

  private static func term(
    after source: String?, from reader: inout ByteReader
  ) throws(EntryDamage) -> TermSection {
    let code = Int(try reader.byte())
    let language: LanguageTag
    if code == 0 {
      guard let tag = LanguageTag(try reader.text()) else { throw .unknownCode }
      language = tag
    } else {
      guard code <= Codes.languages.count else { throw .unknownCode }
      language = Codes.languages[code - 1]
    }
    var term = TermSection(language: language, text: try reader.text())
    let mask = try reader.number()
    if mask & TermMask.type != 0 { term.termType = try reader.code(of: Codes.types) }
    if mask & TermMask.status != 0 {
      term.administrativeStatus = try reader.code(of: Codes.statuses)
    }
    if mask & TermMask.register != 0 { term.register = try reader.code(of: Codes.registers) }
    if mask & TermMask.region != 0 { term.geographicalUsage = try reader.text() }
    term.isCaseSensitive = mask & TermMask.caseSensitive != 0
    if mask & TermMask.partOfSpeech != 0 {
      term.partOfSpeech = try reader.code(of: Codes.partsOfSpeech)
    }
    if mask & TermMask.recognise != 0 { term.recognise = try reader.code(of: Codes.recognitions) }
    if mask & TermMask.since != 0 { term.since = try reader.date() }
    if mask & TermMask.until != 0 { term.until = try reader.date() }
    if mask & TermMask.authority != 0 { term.authority = try reader.code(of: Codes.authorities) }
    if mask & TermMask.source != 0 { term.source = try reader.text() }
    if mask & TermMask.repeatedSource != 0 { term.source = source }
    if mask & TermMask.seen != 0 { term.seen = try reader.date() }
    if mask & TermMask.note != 0 { term.note = try reader.text() }
    return term
  }
}
