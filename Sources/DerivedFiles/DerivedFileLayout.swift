import Foundation

/// The header and section table of ``DerivedFile``, as its documentation lays them out.
enum DerivedFileLayout {
  /// The length of the header in bytes.
  static let headerByteCount = 128
  /// The length of an entry of the section table in bytes.
  static let entryByteCount = 24
  /// The most sections that a file may have.
  static let sectionLimit = 1_024
  /// What the system says where there is no file.
  static let noSuchFile = ENOENT

  private static let checkedByteCount = 120

  /// The header as it stands in a file.
  struct Header {
    let mark: [UInt8]
    let formatVersion: UInt32
    let sectionCount: UInt32
    let storeID: [UInt8]
    let changeNumber: UInt64
    let changeDigest: [UInt8]
    let tableOffset: UInt64
    let tableChecksum: UInt64
    let bodyChecksum: UInt64
    /// The checksum of the bytes before it.
    let checksum: UInt64
    /// Whether the header matches its own checksum.
    let isWhole: Bool
  }
}

extension DerivedFileLayout.Header {
  /// Reads a header, or gives nothing where the file is too short for one.
  init?(of file: MappedFile) {
    guard file.byteCount >= DerivedFileLayout.headerByteCount else { return nil }
    func bytes(_ offset: Int, _ count: Int) -> [UInt8] {
      (offset..<(offset + count)).map { file.byte(at: $0) ?? 0 }
    }
    func word(_ offset: Int) -> UInt64 { file.integer(UInt64.self, at: offset) ?? 0 }
    mark = bytes(0, 8)
    formatVersion = file.integer(UInt32.self, at: 8) ?? 0
    sectionCount = file.integer(UInt32.self, at: 12) ?? 0
    storeID = bytes(16, DerivedFileStamp.storeIDByteCount)
    changeNumber = word(56)
    changeDigest = bytes(64, DerivedFileStamp.digestByteCount)
    tableOffset = word(96)
    tableChecksum = word(104)
    bodyChecksum = word(112)
    checksum = word(120)
    isWhole =
      file.checksum(offset: 0, byteCount: DerivedFileLayout.checkedByteCount) == checksum
  }

  /// The stamp that the header holds, or nothing where its store id is not a text.
  func stamp(mark: String) -> DerivedFileStamp? {
    let end = storeID.firstIndex(of: 0) ?? storeID.endIndex
    guard let storeID = String(validating: storeID[..<end], as: UTF8.self) else { return nil }
    return DerivedFileStamp(
      mark: mark, formatVersion: formatVersion, storeID: storeID, changeNumber: changeNumber,
      changeDigest: changeDigest)
  }

  /// The length that the file must have, or nothing where the header makes no sense.
  var fileByteCount: Int? {
    guard sectionCount <= UInt32(DerivedFileLayout.sectionLimit), tableOffset % 8 == 0,
      tableOffset >= UInt64(DerivedFileLayout.headerByteCount), tableOffset <= UInt64(1) << 56
    else { return nil }
    return Int(tableOffset) + Int(sectionCount) * DerivedFileLayout.entryByteCount
  }

  /// The sections by their numbers, or nothing where the table does not match its checksum or one
  /// of them does not lie in the body.
  func sections(in file: MappedFile) -> [UInt32: (offset: Int, byteCount: Int)]? {
    let start = Int(tableOffset)
    let entrySize = DerivedFileLayout.entryByteCount
    guard
      file.checksum(offset: start, byteCount: Int(sectionCount) * entrySize) == tableChecksum
    else { return nil }
    var sections: [UInt32: (offset: Int, byteCount: Int)] = [:]
    for entry in 0..<Int(sectionCount) {
      let place = start + entry * entrySize
      guard let number = file.integer(UInt32.self, at: place),
        let offset = file.integer(UInt64.self, at: place + 8),
        let count = file.integer(UInt64.self, at: place + 16),
        offset % 8 == 0, offset >= UInt64(DerivedFileLayout.headerByteCount),
        offset <= tableOffset, count <= tableOffset - offset
      else { return nil }
      sections[number] = (Int(offset), Int(count))
    }
    return sections
  }
}

extension DerivedFileLayout {
  /// The header's bytes.
  static func header(
    _ stamp: DerivedFileStamp, table: [UInt8], tableOffset: UInt64, bodyChecksum: UInt64
  ) -> [UInt8] {
    var bytes = Array(stamp.mark.utf8)
    append(stamp.formatVersion, to: &bytes)
    append(UInt32(table.count / entryByteCount), to: &bytes)
    bytes += Array(stamp.storeID.utf8)
    bytes += repeatElement(0, count: 56 - bytes.count)
    append(stamp.changeNumber, to: &bytes)
    bytes += stamp.changeDigest
    append(tableOffset, to: &bytes)
    append(unsafe table.withUnsafeBytes { unsafe WordChecksum.of($0) }, to: &bytes)
    append(bodyChecksum, to: &bytes)
    append(unsafe bytes.withUnsafeBytes { unsafe WordChecksum.of($0) }, to: &bytes)
    return bytes
  }

  /// The checksum with which a header's bytes end.
  static func checksum(of header: [UInt8]) -> UInt64 {
    header.suffix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The bytes of a section's entry in the table.
  static func entry(number: UInt32, offset: UInt64, byteCount: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    append(UInt32(0), to: &bytes)
    append(offset, to: &bytes)
    append(byteCount, to: &bytes)
    return bytes
  }

  /// Appends an integer, little-endian.
  static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
