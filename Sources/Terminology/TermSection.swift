public import TextAnalysis

/// One term with what is known of it (ISO 30042 `termSec`).
public struct TermSection: Hashable, Sendable {
  /// The language, script and region of ``text``.
  public var language: LanguageTag
  /// The term itself, as its source prints it.
  public var text: String
  /// What form it has.
  public var termType: TermType?
  /// Whether it is to be used; nothing where nobody has judged it.
  public var administrativeStatus: AdministrativeStatus?
  /// In what style it is at home.
  public var register: Register
  /// Where it is used, in words or as a code: `TW`, *mainland* (TBX `geographicalUsage`).
  public var geographicalUsage: String?
  /// Whether it counts only in the case in which it is written.
  public var isCaseSensitive: Bool
  /// Its word class.
  public var partOfSpeech: PartOfSpeech?
  /// Who finds it where.
  public var recognise: Recognition
  /// The first day on which it is right; absent means unknown, not always.
  public var since: PartialDate?
  /// The last day on which it is right.
  public var until: PartialDate?
  /// Who stands behind it.
  public var authority: Authority?
  /// Where it was seen: a title, an address.
  public var source: String?
  /// When it was seen there.
  public var seen: PartialDate?
  /// A remark.
  public var note: String?

  /// Makes a term; what is not given is absent.
  public init(
    language: LanguageTag, text: String, termType: TermType? = nil,
    administrativeStatus: AdministrativeStatus? = nil, register: Register = .neutral,
    geographicalUsage: String? = nil, isCaseSensitive: Bool = false,
    partOfSpeech: PartOfSpeech? = nil, recognise: Recognition = .text,
    since: PartialDate? = nil, until: PartialDate? = nil, authority: Authority? = nil,
    source: String? = nil, seen: PartialDate? = nil, note: String? = nil
  ) {
    self.language = language
    self.text = text
    self.termType = termType
    self.administrativeStatus = administrativeStatus
    self.register = register
    self.geographicalUsage = geographicalUsage
    self.isCaseSensitive = isCaseSensitive
    self.partOfSpeech = partOfSpeech
    self.recognise = recognise
    self.since = since
    self.until = until
    self.authority = authority
    self.source = source
    self.seen = seen
    self.note = note
  }

  /// Whether somebody can look up where it is from.
  public var isVerified: Bool { source != nil }

  /// Whether it may be called official: an official authority and a source.
  public var isOfficial: Bool { isVerified && authority?.isOfficial == true }
}

/// Whether something with dates holds on the day asked about.
public enum Validity: String, Sendable, Codable {
  /// It holds, on that day or within that month or year.
  case valid
  /// It did not hold yet.
  case notYet
  /// It held no more.
  case over
  /// Since when it holds is not recorded.
  case sinceUnknown
}

extension Validity {
  /// Judges an inclusive span of dates by the day, month or year asked about.
  public init(since: PartialDate?, until: PartialDate?, on day: PartialDate) {
    if let until, day.firstDay > until.lastDay {
      self = .over
    } else if let since {
      self = day.lastDay < since.firstDay ? .notYet : .valid
    } else {
      self = .sinceUnknown
    }
  }
}
