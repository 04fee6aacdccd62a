import Foundation
public import Terminology
public import TextAnalysis

/// Writes concepts as TBX: TBX-Basic of ISO 30042:2019, or ISO 30042:2008 (`martif`) as OmegaT and
/// Weblate read it.
///
/// Written are id, subject field, definition, glossary (as the project subset), sources, notes (a
/// line each), cross-references, who added and last changed the concept and when, and of every term
/// its text, status, type, part of speech, geographical usage, source and notes; in the edition of
/// 2008, whose default dialect has them, also register and *proposed*. The text of a
/// cross-reference is the relation in the words of the native CSV, and the `id` of the last
/// transaction tells the revision (`rev3.agency.samr`): ``TBXReader`` takes both back. What TBX has no place for is
/// counted.
///
/// The same concepts give the same bytes: no clock is read.
public struct TBXWriter {
  /// Which version of the standard to write.
  public enum Edition: String, Sendable, CaseIterable {
    /// ISO 30042:2019, root `tbx`.
    case iso2019 = "2019"
    /// ISO 30042:2008, root `martif`.
    case iso2008 = "2008"
  }

  /// How data categories are written in the edition of 2019; that of 2008 knows `dca` only.
  public enum Style: String, Sendable, CaseIterable {
    /// As attributes: `<termNote type="termType">`.
    case dca
    /// As tags: `<basic:termType>`.
    case dct
  }

  let edition: Edition
  let style: Style
  var xml: XMLWriter
  var losses = LossReport()

  private let glossaries: [String]
  private let date: PartialDate
  private var identifiers: TBXIdentifiers
  private var conceptCount = 0

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - edition: Which version of the standard to write.
  ///   - style: How data categories are written.
  ///   - glossaries: What the header says that the concepts are from.
  ///   - date: What the header says that the day is.
  ///   - exported: The identifiers of all concepts that will be written, for a reference must lead
  ///     to one of them. Each must have a term.
  public init(
    _ sink: ByteSink, edition: Edition = .iso2019, style: Style = .dca, glossaries: [String],
    date: PartialDate, exported: Set<String>
  ) {
    self.edition = edition
    self.style = edition == .iso2008 ? .dca : style
    self.glossaries = glossaries
    self.date = date
    identifiers = TBXIdentifiers(exported: exported)
    xml = XMLWriter(sink)
  }

  /// Writes a concept; one without terms is left out, for TBX has no place for it.
  ///
  /// - Parameter concept: The concept, with its revision and stamps.
  /// - Throws: What the sink throws.
  public mutating func write(_ concept: StoredConcept) throws(InterchangeError) {
    let entry = concept.entry
    let sections = entry.languageSections.compactMap { section in
      let terms = section.terms.filter { XMLWriter.canHold($0.text) }
      return terms.isEmpty ? nil : LanguageSection(language: section.language, terms: terms)
    }
    let emptyCount = entry.terms.count - sections.reduce(0) { $0 + $1.terms.count }
    if emptyCount > 0 {
      losses.add(
        Phrase("term", "术语"), because: Phrase("it has no text", "没有文字"),
        count: emptyCount)
    }
    guard !sections.isEmpty else {
      return losses.add(
        Phrase("concept", "概念"),
        because: Phrase("it has no terms; TBX requires one", "没有术语；TBX 要求至少有一个"))
    }
    conceptCount += 1
    if conceptCount == 1 { try begin() }

    let name = identifiers.name(for: entry.id)
    if name != entry.id {
      losses.add(
        "id",
        because: Phrase(
          "it is no XML name, or another's; it was changed to one",
          "不是 XML 名称，或已属于另一概念；已改为可用的名称"))
    }
    try xml.start(edition == .iso2019 ? "conceptEntry" : "termEntry", [("id", name)])
    try writeConceptLevel(concept, as: name)
    for section in sections {
      let language = section.language.description
      try xml.start(edition == .iso2019 ? "langSec" : "langSet", [("xml:lang", language)])
      for term in section.terms { try writeTerm(term, process: entry.process) }
      try xml.end()
    }
    try xml.end()
    countLosses(of: entry)
  }

  /// Ends the file and sends all that is pending on its way.
  ///
  /// A file of the edition of 2008 is valid with at least one concept only.
  ///
  /// - Returns: What the file could not hold.
  /// - Throws: What the sink throws.
  public mutating func finish() throws(InterchangeError) -> LossReport {
    if conceptCount == 0 { try begin() }
    try xml.finish()
    if xml.illegalCharacterCount > 0 {
      losses.add(
        Phrase("character", "字符"),
        because: Phrase(
          "XML 1.0 has no place for control characters", "XML 1.0 容纳不下控制字符"),
        count: xml.illegalCharacterCount)
    }
    return losses
  }

  private mutating func begin() throws(InterchangeError) {
    let list = glossaries.joined(separator: ", ")
    let origin = "Zhengming, \(glossaries.count == 1 ? "glossary" : "glossaries") \(list), \(date)"
    switch edition {
    case .iso2019:
      var root = [
        (name: "type", value: "TBX-Basic"), ("style", style.rawValue), ("xml:lang", "en"),
        ("xmlns", "urn:iso:std:iso:30042:ed-2"),
      ]
      if style == .dct {
        root.append(("xmlns:min", "http://www.tbxinfo.net/ns/min"))
        root.append(("xmlns:basic", "http://www.tbxinfo.net/ns/basic"))
      }
      try xml.declare()
      try xml.start("tbx", root)
      try xml.start("tbxHeader")
    case .iso2008:
      try xml.declare(root: "martif", systemIdentifier: "TBXcoreStructV02.dtd")
      try xml.start("martif", [("type", "TBX"), ("xml:lang", "en")])
      try xml.start("martifHeader")
    }
    try xml.start("fileDesc")
    try xml.start("sourceDesc")
    try xml.element("p", text: origin)
    try xml.end()
    try xml.end()
    if edition == .iso2008 {
      try xml.start("encodingDesc")
      let rules = "http://www.lisa.org/fileadmin/standards/tbx/TBXXCSV02.xcs"
      try xml.element("p", [("type", "XCSURI")], text: rules)
      try xml.end()
    }
    try xml.end()
    try xml.start("text")
    if conceptCount > 0 || edition == .iso2008 { try xml.start("body") }
  }
}

extension TBXWriter {
  /// The identifier in this file of a concept that relations lead to.
  func reference(to target: String) -> String? { identifiers.reference(to: target) }

  /// Whether a concept of this file has the identifier.
  func isTaken(_ identifier: String) -> Bool { identifiers.isTaken(identifier) }
}
