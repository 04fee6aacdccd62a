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
  /// The store was made, with so many concepts and units, from these folders or, where there are
  /// none, from the starters in the program.
  case made(path: String, folders: [String], concepts: Int, units: Int)
  /// A file that the store was fed has changed and was taken in again.
  case takenAgain(file: String, counts: Phrase)
  /// A file that the store was fed has changed, and the store holds edits of its own.
  case newer(file: String, folder: String)
  /// A file that the store is fed could not be taken.
  case refused(Phrase)
  /// The search file was made again, which took a while.
  case madeSearchFile(store: String, duration: Duration)
  /// The index of the translation memory was made again, which took a while.
  case madeMemoryIndex(store: String, duration: Duration)
  /// The index of terms in running text was made again, which took a while.
  case madeTermIndex(store: String, duration: Duration)
}

extension OpeningNotice: Worded {
  /// The notice in a line.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .made(let path, let folders, let concepts, let units):
      Phrase(
        "\(path) was made from \(folders.isEmpty ? "the starters" : folders.joined(separator: " and "))"
          + ": \(concepts) concepts\(units == 0 ? "" : ", \(units) translation units").",
        "已由\(folders.isEmpty ? "内置文件" : " \(folders.joined(separator: "、")) ")新建 \(path)："
          + "\(concepts) 个概念\(units == 0 ? "" : "、\(units) 个翻译单元")。")
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
        "The search file of \(store) was made again in \(duration.english).",
        "已重新生成 \(store) 的检索文件，用时 \(duration.chinese)。")
    case .madeMemoryIndex(let store, let duration):
      Phrase(
        "The index of the translation memory of \(store) was made again in \(duration.english).",
        "已重新生成 \(store) 的翻译记忆库索引，用时 \(duration.chinese)。")
    case .madeTermIndex(let store, let duration):
      Phrase(
        "The index of the terms of \(store) was made again in \(duration.english).",
        "已重新生成 \(store) 的术语索引，用时 \(duration.chinese)。")
    }
  }
}

extension Duration {
  fileprivate var english: String {
    formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1)))
  }

  fileprivate var chinese: String {
    (self / .seconds(1)).formatted(.number.precision(.fractionLength(1))) + " 秒"
  }
}
