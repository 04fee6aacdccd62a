import TextAnalysis
public import TranslationMemory

extension TMXUnit {
  /// Describes a unit of a memory in the words of TMX; see ``TMXWriter`` for its properties.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - languages: How its languages are written.
  ///   - sourceLanguage: What the header says that the source language is, so that a unit with
  ///     another says so.
  public init(
    _ unit: TranslationUnit, languages: TMXWriter.LanguageStyle = .regional,
    sourceLanguage: String = "en"
  ) {
    self.init()
    if let id = unit.id { attributes.append(TMXAttribute("tuid", id)) }
    add(unit.creation, who: "creationid", when: "creationdate")
    add(unit.change, who: "changeid", when: "changedate")
    let written = unit.source.language.written(languages)
    if !Self.isSource(written, of: unit, named: sourceLanguage) {
      attributes.append(TMXAttribute("srclang", written))
    }
    notes = unit.notes.map { TMXNote($0) }
    properties.append(TMXProperty(type: TMXWords.state, value: unit.state.rawValue))
    if let origin = unit.origin {
      properties.append(TMXProperty(type: TMXWords.origin, value: origin))
    }
    var source = TMXVariant(unit.source, languages: languages)
    var target = TMXVariant(unit.target, languages: languages)
    for (type, context) in [(TMXWords.previous, unit.previous), (TMXWords.next, unit.next)] {
      guard let context else { continue }
      source.properties.append(TMXProperty(type: type, value: TMXContext.write(context)))
    }
    for attribute in unit.attributes { add(attribute, to: &source, &target) }
    variants = [source, target]
  }

  private mutating func add(_ authorship: Authorship, who: String, when: String) {
    if let name = authorship.who { attributes.append(TMXAttribute(who, name)) }
    if let date = authorship.date.flatMap(TMXDate.write) {
      attributes.append(TMXAttribute(when, date))
    }
  }

  private mutating func add(
    _ attribute: UnitAttribute, to source: inout TMXVariant, _ target: inout TMXVariant
  ) {
    func property(behind prefix: String) -> TMXProperty {
      TMXProperty(type: String(attribute.type.dropFirst(prefix.count)), value: attribute.value)
    }
    let name = String(attribute.type.dropFirst(TMXWords.attributePrefix.count))
    switch TMXWords.rank(of: attribute.type) {
    case 0 where attributes[name] == nil: attributes.append(TMXAttribute(name, attribute.value))
    case 2: source.properties.append(property(behind: TMXWords.sourcePrefix))
    case 3: target.properties.append(property(behind: TMXWords.targetPrefix))
    default: properties.append(TMXProperty(type: attribute.type, value: attribute.value))
    }
  }

  /// Whether a reader takes the unit's source for it, told no more than the header tells.
  private static func isSource(
    _ written: String, of unit: TranslationUnit, named header: String
  ) -> Bool {
    guard let tag = LanguageTag(header), tag.isEnglish || tag.isChinese else {
      return unit.source.language.isEnglish
    }
    return tag.language == unit.source.language.language
  }
}

extension TMXVariant {
  fileprivate init(_ variant: UnitVariant, languages: TMXWriter.LanguageStyle) {
    let written = variant.language.written(languages)
    self.init(language: written, segment: variant.segment)
    if LanguageTag(written) != variant.language {
      properties.append(
        TMXProperty(type: TMXWords.language, value: variant.language.description))
    }
  }
}
