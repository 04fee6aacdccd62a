/// Words in *-s* that are not the plural of the word without it, so that neither is found where the
/// other stands: *securities* (证券) are no *security* (安全).
enum PluralNouns {
  private static let words: Set<[UInt8]> = Set(
    """
    arms customs damages earnings futures goods headquarters means minutes premises proceeds
    remains savings securities spirits thanks works
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

  private static let shortest = 4
  private static let longest = 12

  /// Whether a word in small letters, from `start` on, is one of them.
  @inline(__always)
  static func contains(_ keys: [UInt8], from start: Int) -> Bool {
    let count = keys.count - start
    guard count >= shortest, count <= longest else { return false }
    return words.contains(Array(keys[start...]))
  }
}
