import TextAnalysis
import TranslationMemory

/// What a unit of TMX and two of its variants say beside their segments, in the words of a memory.
struct UnitReading {
  private(set) var previous: String?
  private(set) var next: String?
  private(set) var creation = Authorship()
  private(set) var change = Authorship()
  private(set) var origin: String?
  private(set) var state: UnitState
  private(set) var attributes: [UnitAttribute] = []
  private(set) var notes: [String]
  /// What could not be kept, and why.
  private(set) var losses: [(what: Phrase, why: Phrase)] = []

  private let unit: TMXUnit
  private let source: TMXVariant
  private let target: TMXVariant
  private var statedState: UnitState?
  private var toldState: UnitState?
  private var otherOrigin: String?
  private var other = (previous: String?.none, next: String?.none)

  init(_ unit: TMXUnit, source: TMXVariant, target: TMXVariant, state: UnitState) {
    (self.unit, self.source, self.target, self.state) = (unit, source, target, state)
    notes = []
    for place in [unit.notes, source.notes, target.notes] { notes += place.lazy.map(\.text) }
  }

  mutating func read() {
    readAuthorship()
    for attribute in unit.attributes where !TMXWords.modelled.contains(attribute.name) {
      keep(TMXWords.attributePrefix + attribute.name, attribute.value)
    }
    for property in unit.properties { read(property, prefix: "") }
    for property in source.properties { read(property, prefix: TMXWords.sourcePrefix) }
    for property in target.properties { read(property, prefix: TMXWords.targetPrefix) }
    let isMarked =
      [unit.notes, source.notes, target.notes]
      .contains { $0.contains { !$0.attributes.isEmpty } }
      || [unit.properties, source.properties, target.properties]
        .contains { $0.contains { !$0.attributes.isEmpty } }
    if isMarked {
      losses.append(
        (
          Phrase("language or encoding of a note or prop", "说明或属性的语言或编码"),
          Phrase("a memory has no place for it", "翻译记忆库容纳不下")
        ))
    }
    if attributes.count > 1 {
      // The order in which they are read again when TMXWriter has written them.
      let found = attributes
      attributes = (0...3).flatMap { rank in
        found.filter { TMXWords.rank(of: $0.type) == rank }
      }
    }
    state = statedState ?? toldState ?? state
    origin = origin ?? otherOrigin
    previous = previous ?? other.previous
    next = next ?? other.next
  }

  private mutating func keep(_ type: String, _ value: String) {
    attributes.append(UnitAttribute(type: type, value: value))
  }

  private mutating func read(_ property: TMXProperty, prefix: String) {
    let (type, value) = (property.type, property.value)
    switch type {
    case _ where TMXWords.states.contains(type) && prefix.isEmpty:
      guard let state = UnitState(rawValue: value.trimmingSpaces) else {
        return keep(prefix + type, value)
      }
      if statedState == nil || type == TMXWords.state { statedState = state }
    case TMXWords.language where !prefix.isEmpty && LanguageTag(value) != nil: break
    case TMXWords.memory where prefix.isEmpty: break
    case TMXWords.origin where prefix.isEmpty && origin == nil: origin = value
    case TMXWords.previous where previous == nil && prefix != TMXWords.targetPrefix:
      previous = TMXContext.read(value)
    case TMXWords.next where next == nil && prefix != TMXWords.targetPrefix:
      next = TMXContext.read(value)
    default:
      if prefix.isEmpty {
        if TMXWords.otherOrigins.contains(type) { otherOrigin = otherOrigin ?? value }
        if type == TMXWords.otherPrevious { other.previous = other.previous ?? value }
        if type == TMXWords.otherNext { other.next = other.next ?? value }
        if let told = TMXWords.state(type: type, value: value) {
          // A machine's or an aligner's work that a person has approved is reviewed.
          toldState = toldState == .reviewed ? .reviewed : told == .draft ? toldState ?? told : told
        }
      }
      keep(prefix + type, value)
    }
  }
}

extension UnitReading {
  /// Takes who and when from the unit, else from the target, else from the source.
  private mutating func readAuthorship() {
    let places = [unit.attributes, target.attributes, source.attributes]
    if places.allSatisfy(\.isEmpty) { return }
    func value(of name: String) -> String? { places.lazy.compactMap { $0[name] }.first }
    creation.who = value(of: "creationid")
    change.who = value(of: "changeid")
    for name in ["creationdate", "changedate"] {
      guard let written = value(of: name) else { continue }
      guard let date = TMXDate.read(written) else {
        keep(TMXWords.attributePrefix + name, written)
        continue
      }
      if name == "creationdate" { creation.date = date } else { change.date = date }
    }
    for (place, attributes) in places.enumerated().dropFirst() {
      for attribute in attributes {
        let isTaken =
          TMXWords.modelled.contains(attribute.name)
          ? places[..<place].allSatisfy { $0[attribute.name] == nil } : false
        if !isTaken, unit.attributes[attribute.name] != attribute.value {
          losses.append(
            (
              Phrase(
                "'\(attribute.name.shortened())' of a variant",
                "变体的“\(attribute.name.shortened())”"),
              Phrase("a unit has one for all", "一个单元只有一个")
            ))
        }
      }
    }
  }
}
