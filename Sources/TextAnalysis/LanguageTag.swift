/// A language tag of BCP 47 in its canonical case, with the script that a Chinese tag implies.
///
/// The codes in use elsewhere are read and understood (`zh`, `zh-CN`, `zh_CN`, `ZH-cn`, `zho`,
/// `chi`, `zh_hans`, `en_us`, `eng`), and what a tag says beyond language, script and region is
/// dropped:
///
///     LanguageTag("zh_CN")?.description       // "zh-Hans-CN"
///     LanguageTag("zh")?.description          // "zh-Hans"
///     LanguageTag("ZH-tw")?.description       // "zh-Hant-TW"
///     LanguageTag("en-gb")?.description       // "en-GB"
public struct LanguageTag: Hashable, Sendable {
  /// The primary language, two or three lower-case letters: `en`, `zh`.
  public let language: String
  /// The script of ISO 15924 in title case: `Hans`, `Hant`; always present for Chinese.
  public let script: String?
  /// The region of ISO 3166-1 in upper case: `CN`, `TW`, `HK`, `GB`.
  public let region: String?

  /// English, of no particular region.
  public static let english = LanguageTag(language: "en", script: nil, region: nil)
  /// Chinese in Simplified characters, of no particular region.
  public static let simplifiedChinese = LanguageTag(language: "zh", script: "Hans", region: nil)
  /// Chinese in Traditional characters, of no particular region.
  public static let traditionalChinese = LanguageTag(language: "zh", script: "Hant", region: nil)

  private init(language: String, script: String?, region: String?) {
    (self.language, self.script, self.region) = (language, script, region)
  }

  /// Reads a tag, or gives nothing where the text does not begin with a language code.
  public init?(_ text: some StringProtocol) {
    var subtags = text.split { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
    guard let first = subtags.first, (2...3).contains(first.utf8.count), Self.isLetters(first)
    else { return nil }
    subtags.removeFirst()
    let language = ["zho": "zh", "chi": "zh", "cmn": "zh", "eng": "en"][first] ?? first
    if subtags.first == "cmn" { subtags.removeFirst() }
    var script: String?
    if let next = subtags.first, next.utf8.count == 4, Self.isLetters(next) {
      script = next.prefix(1).uppercased() + next.dropFirst()
      subtags.removeFirst()
    }
    var region: String?
    if let next = subtags.first {
      if next.utf8.count == 2, Self.isLetters(next) {
        region = next.uppercased()
      } else if next.utf8.count == 3, next.utf8.allSatisfy({ (48...57).contains($0) }) {
        region = next
      }
    }
    if language == "zh", script == nil {
      script = ["TW", "HK", "MO"].contains(region ?? "") ? "Hant" : "Hans"
    }
    self.init(language: language, script: script, region: region)
  }

  /// Whether the tag is of a form of Chinese.
  public var isChinese: Bool { language == "zh" }

  /// Whether the tag is of a form of English.
  public var isEnglish: Bool { language == "en" }

  /// Whether what is asked for by this tag is answered by `other`: each part that this tag names
  /// is the same there.
  public func matches(_ other: LanguageTag) -> Bool {
    language == other.language && (script == nil || script == other.script)
      && (region == nil || region == other.region)
  }

  private static func isLetters(_ text: String) -> Bool {
    text.utf8.allSatisfy { (97...122).contains($0) }
  }
}

extension LanguageTag: CustomStringConvertible, Codable, Comparable {
  /// The tag as BCP 47 writes it: `en`, `en-GB`, `zh-Hans`, `zh-Hant-TW`.
  public var description: String {
    [language, script, region].compactMap { $0 }.joined(separator: "-")
  }

  /// Orders English first, then Chinese, then the rest by their text.
  public static func < (left: LanguageTag, right: LanguageTag) -> Bool {
    func rank(_ tag: LanguageTag) -> Int { tag.isEnglish ? 0 : tag.isChinese ? 1 : 2 }
    return (rank(left), left.description) < (rank(right), right.description)
  }

  /// Reads the tag from its text.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let tag = LanguageTag(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no language tag."))
    }
    self = tag
  }

  /// Writes the tag as ``description``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
