/// What a derived file is and what it was made from: a reader uses it only where all of this is
/// what the reader expects.
package struct DerivedFileStamp: Hashable, Sendable {
  /// What kind of file it is: eight ASCII characters.
  package let mark: String
  /// The version of that kind's layout. A reader knows one and refuses the rest: such a file is
  /// made again, not migrated.
  package let formatVersion: UInt32
  /// The id of the store, at most ``storeIDByteCount`` bytes of UTF-8.
  package let storeID: String
  /// The last change of the store that the file covers.
  package let changeNumber: UInt64
  /// That change's digest, ``digestByteCount`` bytes: a store restored from a copy counts its
  /// changes again.
  package let changeDigest: [UInt8]

  /// The longest store id, in bytes.
  package static let storeIDByteCount = 40
  /// The length of a change's digest, in bytes.
  package static let digestByteCount = 32
  /// The length of a mark, in bytes.
  package static let markByteCount = 8

  /// Makes a stamp. The lengths of mark, id and digest are the caller's to keep.
  package init(
    mark: String, formatVersion: UInt32, storeID: String, changeNumber: UInt64,
    changeDigest: [UInt8]
  ) {
    precondition(
      mark.utf8.count == Self.markByteCount && mark.utf8.allSatisfy { (0x21..<0x7F).contains($0) },
      "The mark of a derived file has eight ASCII characters.")
    precondition(
      storeID.utf8.count <= Self.storeIDByteCount && !storeID.utf8.contains(0),
      "The id of a store has at most 40 bytes.")
    precondition(
      changeDigest.count == Self.digestByteCount, "The digest of a change has 32 bytes.")
    self.mark = mark
    self.formatVersion = formatVersion
    self.storeID = storeID
    self.changeNumber = changeNumber
    self.changeDigest = changeDigest
  }
}
