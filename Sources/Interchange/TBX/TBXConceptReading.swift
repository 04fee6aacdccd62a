import Terminology
import TextAnalysis

/// One concept entry on its way from elements to the model.
struct TBXConceptReading {
  /// What stands once a concept, and what stands in a section of terms.
  enum Level { case concept, language, term }

  /// The concept as far as it was read.
  private(set) var entry: ConceptEntry
  /// What the record says, beyond what its dialect always can.
  private(set) var found: DataCategories = []
  /// The store's revision that the record was exported from.
  private(set) var revision: TBXRevision?
  /// The glossary that the record names.
  private(set) var glossary: String?
  /// What was left out, of this concept and those before.
  private(set) var losses: LossReport
  /// The language tags met so far, in this concept and those before.
  private(set) var languages: [String: LanguageTag]

  private var notes: [String] = []
  private var sources: [String] = []
  private var term = TermSection(language: .english, text: "")
  private var termNotes: [String] = []
  private var termSources: [String] = []

  /// Begins with nothing but an identifier, which may be empty.
  init(identifier: String, losses: LossReport, languages: [String: LanguageTag]) {
    let kind = ConceptKind.allCases.first { identifier.hasPrefix($0.identifierPrefix) }
    entry = ConceptEntry(id: identifier, kind: kind ?? .technical)
    self.losses = losses
    self.languages = languages
  }

  /// Reads all of a concept entry.
  ///
  /// - Parameter concept: A `conceptEntry` or `termEntry`.
  /// - Throws: ``InterchangeError/markup(_:_:)`` for a language or a status that is none.
  mutating func read(_ concept: XMLElement) throws(InterchangeError) {
    for child in concept.children {
      switch child.tag.name {
      case "langSec", "langSet": try readSection(child)
      case "transacGrp":
        if let id = child.tag["id"], let revision = TBXRevision(id, of: entry.id) {
          self.revision = revision
        }
      default: try readInformation(child, level: .concept)
      }
    }
    entry.note = notes.isEmpty ? nil : notes.joined(separator: "\n")
    entry.source = sources.isEmpty ? nil : sources.joined(separator: "\n")
    if let revision {
      if revision.leftOutCount == 0 {
        found.insert(.relations)
      } else {
        found.remove(.relations)
      }
    }
  }

  /// Counts something that is left out; a file with very many sorts of it fills no report.
  mutating func lose(_ what: Phrase, because why: Phrase, count: Int = 1) {
    if losses.losses.count < 200 {
      // Names are the file's own, and may be long.
      let what = Phrase(String(what.english.prefix(40)), String(what.chinese.prefix(40)))
      losses.add(what, because: why, count: count)
    } else {
      losses.add(
        Phrase("other data categories", "其他数据类别"), because: Self.noPlace, count: count)
    }
  }

  /// Counts something that is left out by its name in the file.
  mutating func lose(_ name: String, because why: Phrase) { lose(Phrase(name), because: why) }

  static let noPlace = Phrase("the model has no place for it", "模型容纳不下")
}

extension TBXConceptReading {
  private mutating func readSection(_ section: XMLElement) throws(InterchangeError) {
    guard let written = section.tag.language else {
      throw .markup(section.tag.place, .languageMissing(element: section.tag.name))
    }
    guard let language = languages[written] ?? LanguageTag(written.whiteSpaceCollapsed) else {
      throw .markup(section.tag.place, .languageUnknown(written))
    }
    if languages[written] == nil, languages.count < 1_000 { languages[written] = language }
    for child in section.children {
      switch child.tag.name {
      case "termSec", "tig", "ntig": try readTerm(child, language: language)
      case "transacGrp": break
      default: try readInformation(child, level: .language)
      }
    }
  }

  private mutating func readTerm(
    _ section: XMLElement, language: LanguageTag
  ) throws(InterchangeError) {
    term = TermSection(language: language, text: "")
    (termNotes, termSources) = ([], [])
    for child in section.children {
      if child.tag.name == "termGrp" {
        for inner in child.children { try readTermPart(inner) }
      } else {
        try readTermPart(child)
      }
    }
    guard !term.text.isEmpty else {
      return lose(Phrase("term", "术语"), because: Phrase("it has no text", "没有文字"))
    }
    term.note = termNotes.isEmpty ? nil : termNotes.joined(separator: "\n")
    term.source = termSources.isEmpty ? nil : termSources.joined(separator: "\n")
    entry.terms.append(term)
  }

  private mutating func readTermPart(_ part: XMLElement) throws(InterchangeError) {
    switch part.tag.name {
    case "term" where part.dataCategory == nil:
      guard term.text.isEmpty else {
        return lose(
          Phrase("term", "术语"),
          because: Phrase("its section has another before it", "同一小节中前面已有一个"))
      }
      term.text = text(of: part)
      if part.tag["id"] != nil {
        lose(
          Phrase("id of a term", "术语的 id"),
          because: Phrase("terms are told apart by text", "术语以文字区分"))
      }
    case "transacGrp": break
    default: try readInformation(part, level: .term)
    }
  }

  /// Reads what may stand at any level: data categories, notes, and groups of them.
  private mutating func readInformation(
    _ element: XMLElement, level: Level
  ) throws(InterchangeError) {
    if let category = element.dataCategory {
      try read(category, in: element, level: level)
    } else if element.tag.name == "note" {
      keepNote(text(of: element), level: level)
    } else if element.tag.name.hasSuffix("Grp") {
      try readGroup(element, level: level)
    } else {
      lose(element.tag.name, because: Self.noPlace)
    }
  }

  private mutating func readGroup(_ group: XMLElement, level: Level) throws(InterchangeError) {
    guard let head = group.children.first(where: { $0.dataCategory != nil }) else {
      return lose(
        group.tag.name, because: Phrase("it groups nothing that TBX knows", "其中没有 TBX 认识的内容"))
    }
    let isDefinition = head.dataCategory == "definition" && entry.definition == nil
    try readInformation(head, level: level)
    // A group may hold groups: an `adminGrp` with the source of a definition, and a note on it.
    var parts = group.children.flatMap { part in
      part.tag.name.hasSuffix("Grp") && part.tag.name != "transacGrp" ? part.children : [part]
    }
    if let place = parts.firstIndex(of: head) { parts.remove(at: place) }
    for part in parts where part.tag.name != "transacGrp" {
      if part.tag.name == "note" {
        keepNote(text(of: part), level: level)
      } else if isDefinition, let category = part.dataCategory,
        Self.sourceNames.contains(category)
      {
        keepSource(text(of: part), level: .concept)
      } else {
        let name = part.dataCategory ?? part.tag.name
        let whole = head.dataCategory ?? ""
        lose(Phrase("\(name) of \(whole)", "\(whole) 的 \(name)"), because: Self.noPlace)
      }
    }
  }

  private static let second = Phrase("the term has another before it", "该术语前面已有一个")

  static let sourceNames: Set<String> = ["source", "sourceIdentifier", "entrySource"]

  /// The text of an element; codes in it are counted.
  mutating func text(of element: XMLElement) -> String {
    let count = element.inlineCodeCount
    if count > 0 {
      lose(
        Phrase("mark-up in text", "文字中的标记"),
        because: Phrase("text is kept without it", "只保留文字"), count: count)
    }
    return element.plainText
  }

  mutating func keepNote(_ text: String, level: Level) {
    guard !text.isEmpty else { return }
    if level == .term { termNotes.append(text) } else { notes.append(text) }
  }

  mutating func keepSource(_ text: String, level: Level) {
    guard !text.isEmpty else { return }
    found.insert(level == .term ? .source : .conceptSource)
    if level == .term { termSources.append(text) } else { sources.append(text) }
  }
}

extension TBXConceptReading {
  private mutating func read(
    _ category: String, in element: XMLElement, level: Level
  ) throws(InterchangeError) {
    let value = text(of: element)
    guard !value.isEmpty || element.tag["target"] != nil else { return }
    switch category {
    case "", "usageNote", "Usage note": keepNote(value, level: level)
    case _ where Self.sourceNames.contains(category): keepSource(value, level: level)
    case "externalCrossReference":
      let target = element.tag["target"] ?? ""
      keepSource(
        value.contains(target)
          ? value : [value, target].filter { !$0.isEmpty }.joined(separator: " "),
        level: level)
    case "subjectField":
      keep(value, of: category, in: \.subjectField, as: .subject)
    case "definition":
      keep(value, of: category, in: \.definition, as: .definition)
    case "processStatus":
      guard let process = TBXPicklists.process(value) else { return loseValue(value, of: category) }
      if !found.contains(.process) || process == .proposed { entry.process = process }
      found.insert(.process)
    case "crossReference" where level != .term, "relatedConcept" where level != .term:
      guard let target = element.tag["target"]?.whiteSpaceCollapsed, !target.isEmpty else {
        return lose(category, because: Phrase("it does not say to what", "没有说明指向何处"))
      }
      let relation = Relation(referenceText: value, target: target)
      if !entry.relations.contains(relation) { entry.relations.append(relation) }
      found.insert(.relations)
    case "projectSubset" where level == .concept && glossary == nil && !value.isEmpty:
      glossary = value
    default:
      guard level == .term else { return lose(category, because: Self.noPlace) }
      try readTermNote(category, value, at: element.tag.place)
    }
  }

  private mutating func readTermNote(
    _ category: String, _ value: String, at place: SourceLocation
  ) throws(InterchangeError) {
    switch category {
    case "administrativeStatus", "usageStatus", "normativeAuthorization":
      guard let (status, isExact) = TBXPicklists.status(value) else {
        throw .markup(
          place,
          .valueUnknown(category: category, value: value, allowed: TBXPicklists.statusWords))
      }
      guard term.administrativeStatus == nil else {
        return lose(category, because: Self.second)
      }
      if category == "usageStatus" {
        lose(
          category,
          because: Phrase(
            "it is a draft's name for administrativeStatus, and read as that",
            "这是草案对 administrativeStatus 的称呼，按后者读取"))
      }
      if !isExact {
        let word = status.rawValue
        lose(value, because: Phrase("it is read as '\(word)'", "按“\(word)”读取"))
      }
      term.administrativeStatus = status
      found.insert(.status)
    case "termType":
      keepWord(TBXPicklists.termType(value), value, of: category, in: \.termType, as: .type)
    case "partOfSpeech":
      keepWord(
        TBXPicklists.partOfSpeech(value), value, of: category, in: \.partOfSpeech,
        as: .partOfSpeech)
    case "register", "usageRegister":
      guard let register = TBXPicklists.register(value) else {
        return loseValue(value, of: category)
      }
      term.register = register
      found.insert(.register)
    case "geographicalUsage" where term.geographicalUsage == nil:
      if !value.isEmpty { term.geographicalUsage = value }
      found.insert(.region)
    default: lose(category, because: Self.noPlace)
    }
  }

  private mutating func keep(
    _ value: String, of category: String, in path: WritableKeyPath<ConceptEntry, String?>,
    as name: DataCategories
  ) {
    guard !value.isEmpty else { return }
    guard entry[keyPath: path] == nil else {
      return lose(
        category, because: Phrase("the model keeps one a concept, the first", "模型中每个概念只保留第一个"))
    }
    entry[keyPath: path] = value
    found.insert(name)
  }

  private mutating func keepWord<Value>(
    _ word: Value?, _ value: String, of category: String,
    in path: WritableKeyPath<TermSection, Value?>, as name: DataCategories
  ) {
    guard let word else { return loseValue(value, of: category) }
    guard term[keyPath: path] == nil else {
      return lose(category, because: Self.second)
    }
    term[keyPath: path] = word
    found.insert(name)
  }

  private mutating func loseValue(_ value: String, of category: String) {
    let value = value.prefix(40)
    lose(
      category,
      because: Phrase("'\(value)' is no value that the model knows", "“\(value)”不是模型认识的值"))
  }
}
