/// The store's revision of a concept, as the identifier of the transaction that made it.
///
/// TBX-Basic has no data category for it. An `id` of the last `transacGrp` is valid in both editions
/// and both styles, and unlike a note it is shown by no tool. `rev3.agency.samr` says that all
/// relations of the concept are in the record, `rev3.left2.agency.samr` that two are left out.
struct TBXRevision: Hashable {
  /// The revision, 1 or more.
  var rev: Int
  /// How many relations lead to concepts that the file does not have.
  var leftOutCount: Int

  /// Gathers what the identifier says.
  init(rev: Int, leftOutCount: Int) { (self.rev, self.leftOutCount) = (rev, leftOutCount) }

  /// Reads an identifier, or gives nothing where it is another one.
  ///
  /// - Parameters:
  ///   - identifier: That of a transaction.
  ///   - concept: That of the concept entry, as in the file.
  init?(_ identifier: String, of concept: String) {
    guard let (rev, rest) = Self.numbered("rev", identifier[...]), rev > 0 else { return nil }
    if rest == concept {
      self.init(rev: rev, leftOutCount: 0)
    } else if let (count, rest) = Self.numbered("left", rest), rest == concept {
      self.init(rev: rev, leftOutCount: count)
    } else {
      return nil
    }
  }

  /// The identifier, for a concept that has this one in the file.
  func identifier(of concept: String) -> String {
    "rev\(rev)." + (leftOutCount == 0 ? "" : "left\(leftOutCount).") + concept
  }

  /// Takes a word, the number after it and a full stop from the front of a text.
  private static func numbered(_ word: String, _ text: Substring) -> (Int, rest: Substring)? {
    guard text.hasPrefix(word), let dot = text.firstIndex(of: "."),
      let number = Int(text[..<dot].dropFirst(word.count))
    else { return nil }
    return (number, text[dot...].dropFirst())
  }
}
