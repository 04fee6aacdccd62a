import TextAnalysis

/// The words of a command line, read and checked against a ``Command``.
struct Parsed: Sendable, Hashable {
  private var flags: Set<String> = []
  private var values: [String: [Value]] = [:]
  /// What was no option, in order.
  private(set) var arguments: [String] = []

  mutating func set(_ flag: String) { flags.insert(flag) }
  mutating func add(_ value: Value, to option: String) { values[option, default: []].append(value) }
  mutating func add(argument: String) { arguments.append(argument) }

  /// Whether a flag was given.
  func flag(_ name: String) -> Bool { flags.contains(name) }

  /// Every word that an option was given.
  func texts(_ name: String) -> [String] {
    (values[name] ?? []).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// The last word that an option was given.
  func text(_ name: String) -> String? { texts(name).last }

  /// The last word of an option that takes one of a closed list.
  func choice<List: RawRepresentable>(_ name: String) -> List? where List.RawValue == String {
    text(name).flatMap(List.init(rawValue:))
  }

  /// Every word of an option that takes some of a closed list.
  func choices<List: RawRepresentable>(_ name: String) -> [List] where List.RawValue == String {
    texts(name).compactMap(List.init(rawValue:))
  }

  func date(_ name: String) -> PartialDate? {
    if case .date(let date) = values[name]?.last { date } else { nil }
  }

  func language(_ name: String) -> LanguageTag? {
    if case .language(let tag) = values[name]?.last { tag } else { nil }
  }

  func integer(_ name: String) -> Int? {
    if case .integer(let number) = values[name]?.last { number } else { nil }
  }
}
