import Foundation

/// The time at which a derived file was last written, whose fraction of a second tells whether
/// anybody wrote to the file since: it is set to a number made from the file's header, and every
/// later writing sets it to that of the clock.
///
/// So a change through the file system is noticed by a look at the file's status; bits that a
/// device loses by itself, and somebody who sets the time back, are not.
enum WrittenTime {
  /// The fraction that stands for a header, in nanoseconds: whole microseconds, never zero.
  static func nanoseconds(headerChecksum: UInt64) -> Int {
    Int(headerChecksum % 999_999 + 1) * 1_000
  }

  /// Marks an open file as written now by its writer.
  static func set(on descriptor: Int32, headerChecksum: UInt64) {
    let times = times(headerChecksum)
    _ = unsafe times.withUnsafeBufferPointer { unsafe futimens(descriptor, $0.baseAddress) }
  }

  /// Marks a file as being what its writer wrote.
  static func set(path: String, headerChecksum: UInt64) {
    let times = times(headerChecksum)
    _ = unsafe times.withUnsafeBufferPointer {
      unsafe utimensat(AT_FDCWD, path, $0.baseAddress, 0)
    }
  }

  /// The fraction of a second of a file's time, in nanoseconds.
  static func nanoseconds(of status: stat) -> Int {
    #if canImport(Darwin)
      Int(status.st_mtimespec.tv_nsec)
    #else
      Int(status.st_mtim.tv_nsec)
    #endif
  }

  private static func times(_ headerChecksum: UInt64) -> [timespec] {
    var now = timespec()
    now.tv_sec = time(nil)
    now.tv_nsec = nanoseconds(headerChecksum: headerChecksum)
    return [now, now]
  }
}
