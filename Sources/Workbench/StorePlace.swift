import Foundation

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
  case takenAgain(file: String, counts: String)
  /// A file that the store was fed has changed, and the store holds edits of its own.
  case newer(file: String, folder: String)
  /// A file that the store is fed could not be taken.
  case refused(String)
  /// The search file was made again, which took a while.
  case madeSearchFile(store: String, duration: Duration)
}

extension OpeningNotice: CustomStringConvertible {
  /// The notice in a line.
  public var description: String {
    switch self {
    case .made(let path, let folder, let concepts):
      "\(path) was made from \(folder ?? "the starter glossaries"): \(concepts) concepts."
    case .takenAgain(let file, let counts): "\(file) has changed and was taken in again: \(counts)."
    case .newer(let file, let folder):
      "\(file) is newer than the store; zhengming import \(folder)"
    case .refused(let sentence): sentence
    case .madeSearchFile(let store, let duration):
      "The search file of \(store) was made again in "
        + duration.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1))) + "."
    }
  }
}
