public import Terminology
import TextAnalysis

/// Reads the concepts of a TBX file: ISO 30042:2019 (`<tbx>`) in DCA and DCT style, and ISO
/// 30042:2008 (`<martif>`), of whatever dialect.
///
/// Elements are known by their name and `type`, whatever the root says of style and dialect. Kept
/// are, in the model's words: id, subject field, definition (the first, with its source), notes,
/// sources and external cross-references, cross-references (as `related`, or as what this program's
/// own text of them says), process, the project subset (as the glossary), and of a term its text,
/// type, status, register, part of speech, geographical usage, source, notes and usage notes.
/// Transactions are history and are not read, but for the revision that our own files carry there.
/// Everything else is counted in ``losses``. White space is made single; several notes or sources
/// of one concept or term become lines of one.
///
/// A draft's `usageStatus` is read as `administrativeStatus`; the words of Weblate and TermWeb for
/// what is not to be used, `forbidden` and `obsolete`, are read as `deprecated`.
public final class TBXReader {
  /// What was in the file and is not in the concepts given so far.
  public private(set) var losses = LossReport()

  private let reader: XMLEventReader
  private var dialect: TBXDialect?
  private var failure: InterchangeError?
  private var lines: [String: Int] = [:]
  private var languages: [String: LanguageTag] = [:]
  private var referenceList: String?

  /// Begins to read; the first fault comes with the first concept.
  ///
  /// - Parameter source: The file's bytes.
  public init(_ source: ByteSource) {
    reader = XMLEventReader(source)
  }

  /// Returns the next concept.
  ///
  /// - Returns: The concept, or nothing after the last.
  /// - Throws: ``InterchangeError``. After a fault that is confined to one entry
  ///   (``MarkupProblem/isConfinedToEntry``) the next call gives the entry after it; any other is
  ///   thrown again at every call.
  public func next() throws(InterchangeError) -> IncomingConcept? {
    if let failure { throw failure }
    while let event = try reader.next() {
      guard case .start(let tag) = event else { continue }
      guard dialect != nil else {
        do { dialect = try TBXDialect(root: tag) } catch {
          failure = error
          throw error
        }
        continue
      }
      switch tag.name {
      case "conceptEntry", "termEntry":
        return try concept(from: try reader.element(from: tag))
      case "refObjectSec", "refObjectList":
        referenceList = tag["type"]
      case "refObject" where referenceList?.hasPrefix("resp") != true:
        losses.add(
          "refObject (\(referenceList?.prefix(40) ?? ""))",
          because: Phrase("what concepts say is kept only", "只保留概念所述的内容"))
      default: break
      }
    }
    return nil
  }

  private func concept(from element: XMLElement) throws(InterchangeError) -> IncomingConcept {
    let identifier = element.tag["id"]?.whiteSpaceCollapsed ?? ""
    if !identifier.isEmpty {
      if let line = lines[identifier] {
        throw .markup(element.tag.place, .identifierRepeated(identifier, firstLine: line))
      }
      lines[identifier] = element.tag.place.line
    }
    var reading = TBXConceptReading(
      identifier: identifier, losses: losses, languages: languages)
    try reading.read(element)
    (losses, languages) = (reading.losses, reading.languages)
    return IncomingConcept(
      entry: reading.entry, isIdentified: !identifier.isEmpty,
      carries: (dialect ?? .other).carries.union(reading.found), listsAllTerms: true,
      rev: reading.revision?.rev, glossary: reading.glossary, location: element.tag.place)
  }
}
