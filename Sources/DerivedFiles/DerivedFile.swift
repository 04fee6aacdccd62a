/// A file that can be made again from the store, read in place: a stamp that says what it was
/// made from, and numbered sections of bytes.
///
/// It is an accelerator, never a source of truth. Opening maps the file and checks its header and
/// section table, not what the sections hold; call ``verify()`` for that. A file that was cut,
/// changed or written by somebody else is refused or gives wrong values, and never ends the
/// process: every offset is checked.
///
/// ## File layout
///
/// Integers are little-endian.
///
/// | Offset | Bytes  | Contents                                                      |
/// | ------ | ------ | ------------------------------------------------------------- |
/// | 0      | 8      | mark, the kind of file: ``DerivedFileStamp/mark``              |
/// | 8      | 4      | version of that kind's layout                                 |
/// | 12     | 4      | number of sections, *n*                                       |
/// | 16     | 40     | id of the store, UTF-8, filled up with zeros                  |
/// | 56     | 8      | number of the last change covered                             |
/// | 64     | 32     | digest of that change                                         |
/// | 96     | 8      | offset of the section table, *t*; a multiple of 8             |
/// | 104    | 8      | checksum of the section table                                 |
/// | 112    | 8      | checksum of the body, bytes 128 to *t*                        |
/// | 120    | 8      | checksum of bytes 0 to 120                                    |
/// | 128    | *t*−128 | the sections, each at a multiple of 8, zeros between them    |
/// | *t*    | 24·*n* | for each section: number (4), zero (4), offset (8), bytes (8) |
///
/// The file ends with its section table. The checksum is ``WordChecksum``.
package struct DerivedFile: Sendable {
  /// What the file was made from.
  package let stamp: DerivedFileStamp
  private let file: MappedFile
  private let sections: [UInt32: (offset: Int, byteCount: Int)]
  private let bodyEnd: Int
  private let bodyChecksum: UInt64
  private let headerChecksum: UInt64

  /// Opens a file if it was made from what a reader expects; nil where there is none, or it is of
  /// another version, store or change, and must be made again.
  ///
  /// - Throws: ``DerivedFileError``, where the file is not one of this kind or is damaged.
  package static func open(
    path: String, expecting stamp: DerivedFileStamp
  ) throws(DerivedFileError) -> DerivedFile? {
    let file = try open(path: path, mark: stamp.mark, formatVersion: stamp.formatVersion)
    return file?.stamp == stamp ? file : nil
  }

  /// Opens a file whatever store and change it was made from, for a reader who makes up for what
  /// changed since; nil where there is none or it is of another version.
  ///
  /// - Throws: ``DerivedFileError``, where the file is not one of this kind or is damaged.
  package static func open(
    path: String, mark: String, formatVersion: UInt32
  ) throws(DerivedFileError) -> DerivedFile? {
    do {
      return try DerivedFile(MappedFile(path: path), mark: mark, formatVersion: formatVersion)
    } catch {
      if case .unreadable(_, code: DerivedFileLayout.noSuchFile) = error { return nil }
      throw error
    }
  }

  private init?(
    _ file: MappedFile, mark: String, formatVersion: UInt32
  ) throws(DerivedFileError) {
    let path = file.path
    guard let header = DerivedFileLayout.Header(of: file) else {
      throw .truncated(
        path: path, found: file.byteCount, required: DerivedFileLayout.headerByteCount)
    }
    guard header.mark == Array(mark.utf8) else {
      throw .unknownMark(path: path, required: mark)
    }
    guard header.formatVersion == formatVersion else { return nil }
    guard header.isWhole, let stamp = header.stamp(mark: mark) else {
      throw .damaged(path: path, part: .header)
    }
    guard let required = header.fileByteCount else { throw .damaged(path: path, part: .header) }
    guard file.byteCount == required else {
      throw .truncated(path: path, found: file.byteCount, required: required)
    }
    guard let sections = header.sections(in: file) else {
      throw .damaged(path: path, part: .sectionTable)
    }
    (self.stamp, self.file, self.sections) = (stamp, file, sections)
    (bodyEnd, bodyChecksum) = (Int(header.tableOffset), header.bodyChecksum)
    headerChecksum = header.checksum
  }

  /// The length of the file in bytes.
  package var byteCount: Int { file.byteCount }

  /// Returns a section by its number, or nil where the file has none.
  package func section(_ number: UInt32) -> DerivedSection? {
    sections[number].map {
      DerivedSection(file: file, offset: $0.offset, byteCount: $0.byteCount)
    }
  }

  /// Reads the whole file and compares it with its checksum.
  ///
  /// - Throws: ``DerivedFileError``: `damaged`, where they differ.
  /// - Complexity: O(bytes), about 0.15 ns a byte once the file is in memory.
  package func verify() throws(DerivedFileError) {
    let start = DerivedFileLayout.headerByteCount
    let found = file.checksum(offset: start, byteCount: bodyEnd - start)
    guard found == bodyChecksum else { throw .damaged(path: file.path, part: .body) }
  }

  /// Whether nobody has written to the file since its writer did, as far as its time tells; where
  /// that is false, ``verify()`` judges.
  ///
  /// - Complexity: O(1); the file is not read.
  package var isAsWritten: Bool {
    file.writtenNanoseconds == WrittenTime.nanoseconds(headerChecksum: headerChecksum)
  }

  /// Marks a file that ``verify()`` found whole as written by its writer, so that it need not be
  /// read again; a copy of a file is such a one.
  package func markAsWritten() {
    WrittenTime.set(path: file.path, headerChecksum: headerChecksum)
  }
}

/// A section of a ``DerivedFile``: bytes, read at offsets from its beginning. What lies outside
/// is nil.
package struct DerivedSection: Sendable {
  fileprivate let file: MappedFile
  fileprivate let offset: Int
  /// The length of the section in bytes.
  package let byteCount: Int

  fileprivate init(file: MappedFile, offset: Int, byteCount: Int) {
    (self.file, self.offset, self.byteCount) = (file, offset, byteCount)
  }

  /// Returns a byte, or nil outside the section.
  package func byte(at place: Int) -> UInt8? { integer(UInt8.self, at: place) }

  /// Returns a little-endian integer from any offset in bytes, or nil where the section does not
  /// hold all of it.
  package func integer<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type, at place: Int
  ) -> Value? {
    guard covers(place, MemoryLayout<Value>.size) else { return nil }
    return file.integer(type, at: offset + place)
  }

  /// Returns the text of a range of bytes, or nil outside the section or where it is not UTF-8.
  package func text(at place: Int, byteCount: Int) -> String? {
    guard covers(place, byteCount) else { return nil }
    return file.text(offset: offset + place, byteCount: byteCount)
  }

  /// Calls a function with all bytes of the section.
  package func withBytes<Result, Failure>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    try file.withBytes(offset: offset, byteCount: byteCount, body)
  }

  /// Calls a function with as many whole integers as the section holds, for loops over many: the
  /// span checks each access, and traps outside.
  package func withElements<Element: FixedWidthInteger & BitwiseCopyable, Result, Failure>(
    of type: Element.Type, _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    try file.withElements(of: type, offset: offset, byteCount: byteCount, body)
  }

  private func covers(_ place: Int, _ count: Int) -> Bool {
    place >= 0 && count >= 0 && place <= byteCount - count
  }
}
