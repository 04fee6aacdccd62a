import Foundation

/// Writes a ``DerivedFile`` section by section, beside the one that it replaces, and puts it in
/// its place in one step: who has the old one open keeps it, and no reader sees half a file.
///
///     var writer = try DerivedFileWriter(path: path, stamp: stamp)
///     writer.beginSection(1)
///     try writer.append(contentsOf: [3, 1, 4] as [UInt32])
///     try writer.finish()
///
/// A writer that is not finished leaves nothing behind. Memory does not grow with the file.
package struct DerivedFileWriter: ~Copyable {
  private let path: String
  private let partPath: String
  private let stamp: DerivedFileStamp
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var writtenCount = DerivedFileLayout.headerByteCount
  private var checksum = WordChecksum()
  private var openSection: (number: UInt32, offset: Int)?
  private var table: [UInt8] = []
  private var isFinished = false

  private static let bufferByteCount = 1 << 16

  /// Begins a file that is to stand at a path, whose folder is made if there is none, readable by
  /// the user only.
  ///
  /// - Throws: ``DerivedFileError``: `unwritable`.
  package init(path: String, stamp: DerivedFileStamp) throws(DerivedFileError) {
    try PrivateFolder.make(for: path)
    PrivateFolder.removeOldParts(of: path)
    let random = UInt64.random(in: .min ... .max)
    let partPath = path + "." + String(random, radix: 36) + PrivateFolder.partSuffix
    let descriptor = unsafe open(
      partPath, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR)
    guard descriptor >= 0 else { throw .unwritable(path: path, code: errno) }
    (self.path, self.partPath, self.stamp) = (path, partPath, stamp)
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.bufferByteCount + 64)
  }

  deinit {
    close(descriptor)
    if !isFinished { unsafe unlink(partPath) }
  }

  /// Ends the section that is open and begins another.
  ///
  /// - Parameters:
  ///   - number: Not used by an earlier section.
  ///   - alignment: The section begins at a multiple of this many bytes; a multiple of 8.
  package mutating func beginSection(_ number: UInt32, alignment: Int = 8) {
    endSection()
    let excess = byteCount % alignment
    if excess > 0 { buffer.append(contentsOf: repeatElement(0, count: alignment - excess)) }
    openSection = (number, byteCount)
  }

  /// Appends an integer, little-endian, without filling up.
  package mutating func append(_ value: some FixedWidthInteger) throws(DerivedFileError) {
    precondition(openSection != nil, "A derived file holds nothing outside its sections.")
    DerivedFileLayout.append(value, to: &buffer)
    if buffer.count >= Self.bufferByteCount { try flush() }
  }

  /// Appends bytes.
  package mutating func append(_ bytes: some Sequence<UInt8>) throws(DerivedFileError) {
    precondition(openSection != nil, "A derived file holds nothing outside its sections.")
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferByteCount { try flush() }
  }

  /// Appends integers, little-endian, one after the other.
  package mutating func append<Value: FixedWidthInteger & BitwiseCopyable>(
    contentsOf values: [Value]
  ) throws(DerivedFileError) {
    precondition(openSection != nil, "A derived file holds nothing outside its sections.")
    unsafe values.withUnsafeBytes { unsafe buffer.append(contentsOf: $0) }
    if buffer.count >= Self.bufferByteCount { try flush() }
  }

  /// Writes what is left, has the system put it on the disk, and puts the file in its place.
  ///
  /// - Throws: ``DerivedFileError``: `unwritable`; the old file then stands as before.
  package consuming func finish() throws(DerivedFileError) {
    endSection()
    let tableOffset = byteCount
    try flush()
    try write(table, count: table.count, at: tableOffset)
    let header = DerivedFileLayout.header(
      stamp, table: table, tableOffset: UInt64(tableOffset), bodyChecksum: checksum.value)
    try write(header, count: header.count, at: 0)
    WrittenTime.set(on: descriptor, headerChecksum: DerivedFileLayout.checksum(of: header))
    guard fsync(descriptor) == 0, unsafe rename(partPath, path) == 0 else { throw failure() }
    isFinished = true
    PrivateFolder.synchronise(for: path)
  }

  private var byteCount: Int { writtenCount + buffer.count }

  /// Notes the open section in the table and fills the body up to a multiple of 8.
  private mutating func endSection() {
    guard let section = openSection else { return }
    table += DerivedFileLayout.entry(
      number: section.number, offset: UInt64(section.offset),
      byteCount: UInt64(byteCount - section.offset))
    buffer.append(contentsOf: repeatElement(0, count: (8 - byteCount % 8) % 8))
    openSection = nil
  }

  /// Writes the whole words of the buffer; those of a finished section are all whole.
  private mutating func flush() throws(DerivedFileError) {
    let whole = buffer.count & ~7
    guard whole > 0 else { return }
    unsafe buffer.withUnsafeBytes {
      unsafe checksum.add(UnsafeRawBufferPointer(rebasing: $0[..<whole]))
    }
    try write(buffer, count: whole, at: writtenCount)
    buffer.removeFirst(whole)
    writtenCount += whole
  }

  /// Writes the first `count` bytes at an offset of the file.
  private func write(_ bytes: [UInt8], count: Int, at offset: Int) throws(DerivedFileError) {
    var place = 0
    while place < count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress?.advanced(by: place), count - place,
          off_t(offset + place))
      }
      if written > 0 {
        place += written
      } else if errno != EINTR {
        throw failure()
      }
    }
  }

  private func failure() -> DerivedFileError { .unwritable(path: path, code: errno) }
}
