import Foundation
import TextAnalysis

/// The one place where an error becomes a sentence on standard error.
struct Diagnostics: Sendable {
  let language: MessageLanguage
  let errors: OutputChannel

  /// Says what went wrong; a reader who left is no news.
  func report(_ error: any Error) {
    if let error = error as? OutputError, error == .closed { return }
    say(Self.sentence(for: error, in: language))
    if let misuse = error as? Misuse { say(misuse.advice(in: language), prefix: "") }
  }

  /// Prints one line about the work, as far as standard error takes it.
  func say(_ sentence: String, prefix: String = "zhengming: ") {
    let palette = errors.terminal.palette
    try? errors.line(palette(prefix, .bold) + DisplayWidth.visible(sentence))
  }

  /// The error in words: its own, where it has some, and never a dump of its fields.
  static func sentence(for error: any Error, in language: MessageLanguage) -> String {
    switch error {
    case let error as Misuse: error.error.message(in: language)
    case let error as any Worded: error.message(in: language)
    case let error as CocoaError: error.localizedDescription
    case let error as any CustomStringConvertible: error.description
    default:
      Phrase(
        "something went wrong that has no words yet (\(type(of: error))). Please report it.",
        "出现了尚无说明的错误（\(type(of: error))）。请反馈。")(in: language)
    }
  }
}

/// A ``UsageError``, and the verb whose help page tells more.
struct Misuse: Error, Hashable {
  let error: UsageError
  let verb: String?

  /// The line under the sentence.
  func advice(in language: MessageLanguage) -> String {
    let line = ["zhengming", verb, "--help"].compactMap { $0 }.joined(separator: " ")
    return Phrase("Run '\(line)' for help.", "请运行“\(line)”查看帮助。")(in: language)
  }
}
