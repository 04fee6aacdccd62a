import Foundation
import Terminology
import TextAnalysis

extension TBXWriter {
  /// Writes what stands once a concept.
  ///
  /// - Parameters:
  ///   - concept: The concept.
  ///   - name: What the file calls it.
  /// - Throws: What the sink throws.
  mutating func writeConceptLevel(
    _ concept: StoredConcept, as name: String
  ) throws(InterchangeError) {
    let entry = concept.entry
    try write("descrip", "subjectField", entry.subjectField)
    try write("descrip", "definition", entry.definition)
    try write("admin", "projectSubset", concept.glossary)
    try writeLines(of: entry.source) { (writer, line) throws(InterchangeError) in
      try writer.write("admin", "source", line)
    }
    var leftOutCount = 0
    for relation in entry.relations {
      if let target = reference(to: relation.target) {
        try write("ref", "crossReference", relation.referenceText, [("target", target)])
      } else {
        leftOutCount += 1
      }
    }
    if leftOutCount > 0 {
      losses.add(
        "relations",
        because: Phrase(
          "the concept that they lead to is not in the file", "所指的概念不在文件中"),
        count: leftOutCount)
    }
    try writeLines(of: entry.note) { (writer, line) throws(InterchangeError) in
      try writer.xml.element("note", text: line)
    }
    let revision = TBXRevision(rev: concept.rev, leftOutCount: leftOutCount)
    var identifier: String? = revision.identifier(of: name)
    if identifier.map(isTaken) == true {
      identifier = nil
      losses.add(
        "rev",
        because: Phrase(
          "a concept has the identifier that would say it", "用来注明的标识符已有概念使用"))
    }
    let wasChanged = concept.rev > 1 || concept.changed != concept.created
    try writeTransaction("origination", concept.created, id: wasChanged ? nil : identifier)
    if wasChanged { try writeTransaction("modification", concept.changed, id: identifier) }
  }

  /// Writes a term with what is known of it.
  mutating func writeTerm(
    _ term: TermSection, process: ProcessStatus
  ) throws(InterchangeError) {
    try xml.start(edition == .iso2019 ? "termSec" : "tig")
    try xml.element("term", text: oneLine(term.text))
    try write("termNote", "administrativeStatus", term.administrativeStatus.map(TBXPicklists.word))
    let isPhrase = edition == .iso2008 && term.termType == .phrase
    try write(
      "termNote", "termType", isPhrase ? "phraseologicalUnit" : term.termType?.rawValue)
    try write("termNote", "partOfSpeech", term.partOfSpeech?.rawValue)
    try write("termNote", "geographicalUsage", term.geographicalUsage)
    if edition == .iso2008 {
      if term.register != .neutral {
        try write("termNote", "register", term.register.rawValue + "Register")
      }
      if process == .proposed { try write("termNote", "processStatus", "provisionallyProcessed") }
    }
    try writeLines(of: term.source) { (writer, line) throws(InterchangeError) in
      try writer.write("admin", "source", line)
    }
    try writeLines(of: term.note) { (writer, line) throws(InterchangeError) in
      try writer.xml.element("note", text: line)
    }
    try xml.end()
  }

  /// Counts what TBX has no place for.
  mutating func countLosses(of entry: ConceptEntry) {
    let name = edition == .iso2019 ? Phrase("TBX-Basic") : Phrase("TBX of 2008", "2008 版 TBX")
    func count(_ what: String, _ isLost: Bool) {
      if isLost {
        losses.add(
          what, because: Phrase("\(name.english) has no place for it", "\(name.chinese) 容纳不下"))
      }
    }
    count("kind", !entry.id.hasPrefix(entry.kind.identifierPrefix))
    count(
      "process",
      entry.process != .approved && !(edition == .iso2008 && entry.process == .proposed))
    count("enforce", entry.enforce)
    count("issuers", !entry.issuers.isEmpty)
    count("number", entry.number != nil)
    count("issued", entry.issued != nil)
    count("effective", entry.effective != nil)
    count("repealed", entry.repealed != nil)
    count("force", entry.force != nil)
    for term in entry.terms {
      count("register", edition == .iso2019 && term.register != .neutral)
      count("case", term.isCaseSensitive)
      count("recognise", term.recognise != .text)
      count("since", term.since != nil)
      count("until", term.until != nil)
      count("authority", term.authority != nil)
      count("seen", term.seen != nil)
    }
  }
}

extension TBXWriter {
  /// The modules of TBX-Basic that define the data categories used here.
  private static let minimal: Set<String> = [
    "subjectField", "administrativeStatus", "partOfSpeech",
  ]

  /// Writes a value of a data category, in either style; nothing for no value.
  private mutating func write(
    _ classification: String, _ category: String, _ value: String?,
    _ attributes: [(name: String, value: String)] = []
  ) throws(InterchangeError) {
    guard let value, XMLWriter.canHold(value) else { return }
    let text = oneLine(value)
    if style == .dca {
      try xml.element(classification, [("type", category)] + attributes, text: text)
    } else {
      let module = Self.minimal.contains(category) ? "min" : "basic"
      try xml.element("\(module):\(category)", attributes, text: text)
    }
  }

  private mutating func writeTransaction(
    _ type: String, _ stamp: Stamp, id: String?
  ) throws(InterchangeError) {
    try xml.start("transacGrp", id.map { [("id", $0)] } ?? [])
    try write("transac", "transactionType", type)
    let moment = stamp.when.formatted(.iso8601)
    try xml.element("date", text: edition == .iso2019 ? moment : String(moment.prefix(10)))
    try write("transacNote", "responsibility", stamp.who)
    try xml.end()
  }

  private mutating func writeLines(
    of text: String?,
    by write: (inout TBXWriter, String) throws(InterchangeError) -> Void
  ) throws(InterchangeError) {
    guard let text else { return }
    let lines = text.collapsedLines
    if lines.joined(separator: "\n") != text { loseWhiteSpace() }
    for line in lines where XMLWriter.canHold(line) { try write(&self, line) }
  }

  private mutating func oneLine(_ text: String) -> String {
    let line = text.whiteSpaceCollapsed
    if line != text { loseWhiteSpace() }
    return line
  }

  private mutating func loseWhiteSpace() {
    losses.add(
      Phrase("white space", "空白"),
      because: Phrase(
        "those who read TBX take a run of it for one space", "读取 TBX 时，连续的空白视为一个空格"))
  }
}
