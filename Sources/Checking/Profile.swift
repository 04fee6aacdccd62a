/// The place and the kind of text, whose conventions a check holds it to: `mainland/law`.
///
/// What a profile means for clauses, quotation marks and numerals stands in tables, one a topic.
public struct Profile: Hashable, Sendable, Codable {
  /// Where the text is for.
  public enum Region: String, Sendable, Codable, CaseIterable {
    /// The mainland of China.
    case mainland
    /// Taiwan.
    case taiwan
    /// Hong Kong.
    case hongkong
  }

  /// What kind of text it is.
  public enum Domain: String, Sendable, Codable, CaseIterable {
    /// Laws, regulations, notices.
    case law
    /// Standards and specifications.
    case standard
    /// Texts of programs.
    case code
    /// Anything else.
    case general
  }

  /// Where the text is for.
  public var region: Region
  /// What kind of text it is.
  public var domain: Domain

  /// Joins a place and a kind of text.
  public init(_ region: Region, _ domain: Domain) { (self.region, self.domain) = (region, domain) }

  /// Text of no particular kind for the mainland.
  public static let mainlandGeneral = Profile(.mainland, .general)

  /// Reads `mainland/law`, `taiwan`, or nothing where the words are others.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let region = Region(rawValue: String(parts[0])) else {
      return nil
    }
    guard let domain = parts.count == 1 ? .general : Domain(rawValue: String(parts[1])) else {
      return nil
    }
    self.init(region, domain)
  }
}

extension Profile: CustomStringConvertible {
  /// The profile as ``init(_:)`` reads it.
  public var description: String { "\(region.rawValue)/\(domain.rawValue)" }
}
