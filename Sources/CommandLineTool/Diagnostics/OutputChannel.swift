import Foundation
import Synchronization
import TextAnalysis

/// Standard output or standard error: text goes out in large pieces, and nothing that could not be
/// written is passed over.
final class OutputChannel: Sendable {
  let terminal: Terminal
  private let descriptor: Int32
  private let capacity: Int
  private let buffer = Mutex<[UInt8]>([])

  /// Opens it; `capacity` bytes may wait, and with 0 every piece is sent at once.
  init(descriptor: Int32, capacity: Int, environment: [String: String]) {
    self.descriptor = descriptor
    self.capacity = capacity
    terminal = Terminal(descriptor: descriptor, environment: environment)
  }

  /// Takes the places of the standard descriptors that the caller has closed, so that no file of
  /// ours comes to stand there; to write to them is still an error.
  static func occupyClosedStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }

  /// Writes bytes as they are.
  func write(bytes: some Sequence<UInt8>) throws(OutputError) {
    try buffer.withLock { waiting throws(OutputError) in
      waiting.append(contentsOf: bytes)
      if waiting.count > capacity { try send(&waiting) }
    }
  }

  /// Writes a text and nothing after it.
  func write(_ text: String) throws(OutputError) { try write(bytes: text.utf8) }

  /// Writes a text and a line feed.
  func line(_ text: String = "") throws(OutputError) { try write(text + "\n") }

  /// Sends what waits.
  func flush() throws(OutputError) {
    try buffer.withLock { waiting throws(OutputError) in try send(&waiting) }
  }

  private func send(_ waiting: inout [UInt8]) throws(OutputError) {
    var sent = 0
    defer { waiting.removeAll(keepingCapacity: true) }
    while sent < waiting.count {
      let count = unsafe waiting.withUnsafeBytes { bytes in
        unsafe Foundation.write(
          descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count >= 0 {
        sent += count
      } else if errno == EPIPE {
        throw .closed
      } else if errno == EAGAIN {
        var place = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&place, 1, -1)
      } else if errno != EINTR {
        throw .refused(reason: unsafe String(cString: strerror(errno)))
      }
    }
  }
}

/// Why standard output took no more.
enum OutputError: Error, Hashable {
  /// Its reader has seen enough and left.
  case closed
  /// The system refuses, in its own words.
  case refused(reason: String)
}

extension OutputError: Worded {
  func message(in language: MessageLanguage) -> String {
    switch self {
    case .closed:
      Phrase("standard output: it was closed by its reader.", "标准输出：已被读取方关闭。")(in: language)
    case .refused(let reason):
      Phrase(
        "standard output: the system refuses: \(reason).", "标准输出：系统拒绝写入：\(reason)。")(in: language)
    }
  }
}
