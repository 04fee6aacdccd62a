import Foundation

/// The bytes of a file, mapped into memory for reading: the only place where that is done.
///
/// Every access is checked against the length that the file had when it was mapped. Who writes
/// such files replaces them (``DerivedFileWriter``) and never shortens them: a mapped page that is
/// cut off a file cannot be read.
///
/// Sendable, though it holds a pointer: the memory is mapped read-only, nothing in the object changes
/// after it was made, and the memory is unmapped when nobody holds the object any more.
@safe package final class MappedFile: @unchecked Sendable {
  /// The file as it was named.
  package let path: String
  /// The fraction of a second of the time at which it was last written, in nanoseconds.
  let writtenNanoseconds: Int
  private let base: UnsafeRawBufferPointer

  /// The length of the file in bytes.
  package var byteCount: Int { unsafe base.count }

  /// Maps a regular file of the current user, or of the system's.
  ///
  /// - Throws: ``DerivedFileError``: `unreadable`, `notRegular`, `foreignOwner`.
  package init(path: String) throws(DerivedFileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path) }
    guard status.st_uid == geteuid() || status.st_uid == 0 else {
      throw .foreignOwner(path: path)
    }
    let length = Int(status.st_size)
    if length == 0 {
      unsafe base = UnsafeRawBufferPointer(start: nil, count: 0)
    } else {
      let address = unsafe mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0)
      guard let address = unsafe address, unsafe address != MAP_FAILED else {
        throw .unreadable(path: path, code: errno)
      }
      unsafe base = UnsafeRawBufferPointer(start: address, count: length)
    }
    self.path = path
    writtenNanoseconds = WrittenTime.nanoseconds(of: status)
  }

  deinit {
    if let address = unsafe base.baseAddress {
      unsafe munmap(UnsafeMutableRawPointer(mutating: address), base.count)
    }
  }

  /// Whether a range of bytes lies within the file.
  package func covers(offset: Int, byteCount: Int) -> Bool {
    offset >= 0 && byteCount >= 0 && offset <= self.byteCount - byteCount
  }

  /// Returns a byte, or nil where the file has none.
  package func byte(at offset: Int) -> UInt8? {
    covers(offset: offset, byteCount: 1) ? unsafe base[offset] : nil
  }

  /// Returns a little-endian integer from any offset, or nil where the file does not hold all of
  /// it.
  package func integer<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type, at offset: Int
  ) -> Value? {
    guard covers(offset: offset, byteCount: MemoryLayout<Value>.size) else { return nil }
    return unsafe Value(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: type))
  }

  /// Calls a function with a range of bytes, or returns nil where it does not lie within the file.
  package func withBytes<Result, Failure>(
    offset: Int, byteCount: Int, _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard covers(offset: offset, byteCount: byteCount) else { return nil }
    let bytes = unsafe RawSpan(
      _unsafeBytes: UnsafeRawBufferPointer(rebasing: base[offset..<(offset + byteCount)]))
    return try body(bytes)
  }

  /// Calls a function with as many whole elements as a range of bytes holds, or returns nil where
  /// the range does not lie within the file or does not begin at a multiple of the element's size.
  package func withElements<Element: FixedWidthInteger & BitwiseCopyable, Result, Failure>(
    of type: Element.Type, offset: Int, byteCount: Int,
    _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard covers(offset: offset, byteCount: byteCount),
      offset % MemoryLayout<Element>.alignment == 0
    else { return nil }
    let whole = byteCount / MemoryLayout<Element>.stride * MemoryLayout<Element>.stride
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: base[offset..<(offset + whole)])
    let elements = unsafe Span<Element>(_unsafeBytes: bytes)
    return try body(elements)
  }

  /// Returns the text of a range of bytes, or nil where it does not lie within the file or is not
  /// UTF-8.
  package func text(offset: Int, byteCount: Int) -> String? {
    guard covers(offset: offset, byteCount: byteCount) else { return nil }
    return unsafe String(validating: base[offset..<(offset + byteCount)], as: UTF8.self)
  }

  /// The checksum of a range of bytes, or nil where it does not lie within the file.
  func checksum(offset: Int, byteCount: Int) -> UInt64? {
    guard covers(offset: offset, byteCount: byteCount) else { return nil }
    return unsafe WordChecksum.of(
      UnsafeRawBufferPointer(rebasing: base[offset..<(offset + byteCount)]))
  }
}

#if _endian(big)
  #error("Derived files are read in place and are little-endian.")
#endif
