import Foundation

/// Bytes read in order from a file, from standard input or from memory.
public final class ByteSource {
  /// The name that errors say.
  public let name: String
  private let descriptor: CInt?
  private var memory: ArraySlice<UInt8>
  /// What was looked at and not read yet.
  private var waiting: [UInt8] = []

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The file as the user named it.
  ///   - name: What errors call it, if not so.
  /// - Throws: ``InterchangeError/file(_:_:)`` where it is missing, a folder, or refused.
  public init(path: String, name: String? = nil) throws(InterchangeError) {
    var opened: CInt = STDIN_FILENO
    if path != "-" {
      opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else {
        throw .file(path, errno == ENOENT ? .missing : .refused(systemReason(errno)))
      }
      var status = stat()
      guard unsafe fstat(opened, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
        close(opened)
        throw .file(path, .isFolder)
      }
    }
    (self.name, descriptor, memory) = (name ?? path, opened, [])
  }

  /// Reads from memory.
  ///
  /// - Parameters:
  ///   - bytes: All that there is to read.
  ///   - name: What errors call it.
  public init(bytes: [UInt8], name: String) {
    (self.name, descriptor, memory) = (name, nil, bytes[...])
  }

  deinit {
    if let descriptor, descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Returns the next bytes without reading past them, fewer than `count` only near the end.
  ///
  /// - Parameter count: How many are wanted.
  /// - Returns: The bytes that ``read(upTo:)`` will give first.
  /// - Throws: ``InterchangeError/file(_:_:)`` where reading fails.
  func peek(_ count: Int) throws(InterchangeError) -> [UInt8] {
    while waiting.count < count {
      let piece = try readOn(upTo: 65_536)
      if piece.isEmpty { break }
      waiting += piece
    }
    return Array(waiting.prefix(count))
  }

  /// Returns the next bytes, at most `count`; none at the end.
  ///
  /// - Parameter count: How many are wanted at most.
  /// - Returns: The bytes, empty only at the end.
  /// - Throws: ``InterchangeError/file(_:_:)`` where reading fails.
  public func read(upTo count: Int = 65_536) throws(InterchangeError) -> [UInt8] {
    guard !waiting.isEmpty else { return try readOn(upTo: count) }
    let piece = Array(waiting.prefix(count))
    waiting.removeFirst(piece.count)
    return piece
  }

  private func readOn(upTo count: Int) throws(InterchangeError) -> [UInt8] {
    guard let descriptor else {
      let piece = Array(memory.prefix(count))
      memory = memory.dropFirst(count)
      return piece
    }
    var failure: CInt = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var got = -1
      repeat {
        got = unsafe Foundation.read(descriptor, buffer.baseAddress, count)
      } while got < 0 && errno == EINTR
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    guard failure == 0 else { throw .file(name, .refused(systemReason(failure))) }
    return piece
  }
}

/// What the system calls an error number.
func systemReason(_ number: CInt) -> String { unsafe String(cString: strerror(number)) }
