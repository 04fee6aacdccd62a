import TextAnalysis
import TranslationMemory

/// The properties by which tools say in TMX what the format has no element for.
enum TMXWords {
  /// How far a unit can be trusted, in the words of ``UnitState``: ours, and what is read besides.
  static let state = "x-zhengming:state"
  static let states = [state, "x-state"]
  /// The memory that a unit is of, in a file of several.
  static let memory = "x-zhengming:memory"
  /// Where a unit is from, as memoQ calls it.
  static let origin = "x-document"
  /// The same in the words of OmegaT, Trados and Okapi; such properties also stay attributes.
  static let otherOrigins: Set<String> = ["file", "x-filename:SingleString", "Txt::FileName"]
  /// The segments before and behind, as memoQ calls them.
  static let previous = "x-context-pre"
  static let next = "x-context-post"
  /// The same in the words of OmegaT; such properties also stay attributes.
  static let otherPrevious = "prev"
  static let otherNext = "next"
  /// The language tag of a variant where `xml:lang` says less.
  static let language = "x-zhengming:language"

  /// What stands before the name of an attribute of `tu`, and before the type of a property of a
  /// variant, where a ``TranslationUnit`` keeps them among its attributes.
  static let attributePrefix = "tmx:"
  static let sourcePrefix = "tmx:source:"
  static let targetPrefix = "tmx:target:"

  /// The attributes of `tu` that a ``TranslationUnit`` has properties for.
  static let modelled: Set<String> = [
    "tuid", "creationid", "creationdate", "changeid", "changedate", "srclang",
  ]

  /// Where an attribute of a unit goes: onto `tu`, into it, into the source, into the target.
  static func rank(of type: String) -> Int {
    if type.hasPrefix(sourcePrefix) { return 2 }
    if type.hasPrefix(targetPrefix) { return 3 }
    guard type.hasPrefix(attributePrefix) else { return 1 }
    return TMXElement.tu.attributeNames.contains(String(type.dropFirst(attributePrefix.count)))
      ? 0 : 1
  }

  /// What a property of Trados or memoQ says of a unit's state.
  static func state(type: String, value: String) -> UnitState? {
    switch (type, value) {
    case ("x-ConfirmationLevel", "ApprovedTranslation"), ("x-ConfirmationLevel", "ApprovedSignOff"):
      .reviewed
    case ("x-ConfirmationLevel", _): .draft
    case ("x-Origin", "Alignment"), ("aligned", "yes"): .aligned
    case ("x-Origin", let origin) where origin.hasSuffix("MachineTranslation"): .machine
    default: nil
    }
  }
}

extension LanguageTag {
  /// The tag as a style writes it.
  func written(_ style: TMXWriter.LanguageStyle) -> String {
    guard isChinese, style == .regional else { return description }
    switch (script, region) {
    case ("Hans", nil): return "zh-CN"
    case ("Hant", nil): return "zh-TW"
    default: break
    }
    guard let region else { return description }
    let short = "zh-\(region)"
    return LanguageTag(short) == self ? short : description
  }
}

/// A segment of context as memoQ writes it: an escaped `<seg>` with the codes in it.
enum TMXContext {
  /// Writes a context.
  static func write(_ text: String) -> String {
    "<seg>\(XMLEscaping.text.escape(text).text)</seg>"
  }

  /// Reads a context: that of memoQ without its codes, or else plain text.
  static func read(_ value: String) -> String {
    let trimmed = value.trimmingSpaces
    guard trimmed.hasPrefix("<seg") else { return value }
    let reader = XMLEventReader(
      ByteSource(bytes: Array(trimmed.utf8), name: ""), textLimit: TMXReader.textLimit)
    var text = ""
    var codeDepth = 0
    do {
      while let event = try reader.next() {
        switch event {
        case .start(let tag):
          if codeDepth > 0 || TMXReader.codeNames.contains(tag.name) { codeDepth += 1 }
        case .end: codeDepth = max(0, codeDepth - 1)
        case .text(let piece): if codeDepth == 0 { text += piece }
        }
      }
    } catch {
      return value
    }
    return text
  }
}
