import Foundation
public import TextAnalysis

/// Where a store is, and what to do where there is none.
public enum StorePlace: Sendable, Hashable {
  /// A file that was named; made empty where it is missing and something is to be written.
  case named(String)
  /// A file that was found.
  case found(String)
  /// A file to be made from the `Glossaries/` of a folder.
  case made(String, of: String)
  /// The person's own file, made from the starters in the program where it is missing.
  case own(String)

  /// The file.
  public var path: String {
    switch self {
    case .named(let path), .found(let path), .made(let path, _), .own(let path): path
    }
  }
}

/// What a person should know of the store before the answer.
public enum OpeningNotice: Sendable, Hashable {
  /// The store was made, with so many concepts, from this folder or, where there is none, from the
  /// starters in the program.
  case made(path: String, folder: String?, concepts: Int)
  /// A file that the store was fed has changed and was taken in again.
  case takenAgain(file: String, counts: Phrase)
  /// A file that the store was fed has changed, and the store holds edits of its own.
  case newer(file: String, folder: String)
  /// A file that the store is fed could not be taken.
  case refused(Phrase)
  /// The search file was made again, which took a while.
  case madeSearchFile(store: String, duration: Duration)
}

extension OpeningNotice: Worded {
  /// The notice in a line.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .made(let path, let folder, let concepts):
      Phrase(
        "\(path) was made from \(folder ?? "the starter glossaries"): \(concepts) concepts.",
        "已由\(folder.map { " \($0) " } ?? "内置的术语表")新建 \(path)：\(concepts) 个概念。")
    case .takenAgain(let file, let counts):
      Phrase(
        "\(file) has changed and was taken in again: \(counts.english).",
        "\(file) 有改动，已重新导入：\(counts.chinese)。")
    case .newer(let file, let folder):
      Phrase(
        "\(file) is newer than the store; zhengming import \(folder)",
        "\(file) 比库新；请运行“zhengming import \(folder)”。")
    case .refused(let words): words
    case .madeSearchFile(let store, let duration):
      Phrase(
        "The search file of \(store) was made again in "
          + duration.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1))) + ".",
        "已重新生成 \(store) 的检索文件，用时 "
          + (duration / .seconds(1)).formatted(.number.precision(.fractionLength(1))) + " 秒。")
    }
  }
}
