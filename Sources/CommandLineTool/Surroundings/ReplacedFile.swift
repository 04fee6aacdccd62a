import Foundation
import Interchange

/// A file that is written beside its place and put there only when it is whole.
enum ReplacedFile {
  /// Lets work write a file, which takes the place of the one that was there only after the work
  /// has succeeded and written something; without a path there is no sink.
  ///
  /// What is no regular file (a device, a pipe) is written as it stands, for it cannot be replaced.
  static func writing<Answer>(
    _ path: String?, _ work: (ByteSink?) throws -> Answer
  ) throws -> Answer {
    guard let path else { return try work(nil) }
    let place = try Place(path)
    let descriptor = unsafe open(
      place.written, place.isReplaced ? O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC : O_WRONLY,
      place.mode)
    guard descriptor >= 0 else { throw refusal(path) }
    var isWhole = false
    if place.isReplaced { Interruption.removes(place.written) }
    defer {
      if place.isReplaced {
        if !isWhole { _ = unsafe unlink(place.written) }
        Interruption.removesNothing()
      }
    }
    let written = ByteCount()
    let answer: Answer
    do {
      answer = try work(
        ByteSink { (piece) throws(InterchangeError) in
          try send(piece, to: descriptor, path)
          written.value += piece.count
        })
    } catch {
      close(descriptor)
      throw error
    }
    let isSynced = !place.isReplaced || fsync(descriptor) == 0
    guard isSynced, close(descriptor) == 0 else { throw refusal(path) }
    if place.isReplaced, written.value > 0 {
      guard unsafe rename(place.written, place.final) == 0 else { throw refusal(path) }
      isWhole = true
    }
    return answer
  }

  private final class ByteCount {
    var value = 0
  }

  /// Where the bytes go first, and where they are to be.
  private struct Place {
    var written: String
    var final: String
    var isReplaced: Bool
    var mode: mode_t

    init(_ path: String) throws(InterchangeError) {
      (written, final, isReplaced, mode) = (path, path, false, 0o666)
      var status = stat()
      if unsafe stat(path, &status) == 0 {
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .file(path, .isFolder)
        case S_IFREG: mode = status.st_mode & 0o777
        default: return
        }
        // A link stays a link; what it leads to is replaced.
        final = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      }
      let url = URL(fileURLWithPath: final)
      written =
        url.deletingLastPathComponent()
        .appending(path: ".\(url.lastPathComponent).\(getpid()).part").path
      isReplaced = true
    }
  }

  private static func send(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(InterchangeError) {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe write(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count >= 0 { sent += count } else if errno != EINTR { throw refusal(path) }
    }
  }

  private static func refusal(_ path: String) -> InterchangeError {
    .file(path, .refused(unsafe String(cString: strerror(errno))))
  }
}
