import Foundation
import Synchronization

/// What happens when a person presses Ctrl-C, or the system asks the command to end: it ends at once,
/// with status 130 for the former.
///
/// Nothing is lost by it: what was not committed, the store forgets, and a file that is not whole is
/// removed. The handler calls nothing but `write`, `unlink` and `_exit` and reads nothing but
/// atomics, which is all that a signal handler may.
enum Interruption {
  private static let wipes = Atomic<Bool>(false)
  /// The address of a file's name, 0 for none.
  private static let unfinished = Atomic<UInt>(0)

  /// Ends the command on interruption, and lets a closed pipe be an error of `write` like others.
  static func install() {
    // Made here, so that the handler finds them made.
    wipes.store(false, ordering: .relaxed)
    removesNothing()
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interruption.wipes.load(ordering: .relaxed) {
          let wipe: StaticString = "\r\u{1B}[K"
          _ = unsafe write(STDERR_FILENO, wipe.utf8Start, wipe.utf8CodeUnitCount)
        }
        let address = Interruption.unfinished.load(ordering: .acquiring)
        if let path = unsafe UnsafePointer<CChar>(bitPattern: address) {
          _ = unsafe unlink(path)
        }
        _exit(128 + number)
      }
    }
  }

  /// From now on, also wipes the line on standard error on which the cursor stands.
  static func wipesLine() { wipes.store(true, ordering: .relaxed) }

  /// From now on, also removes a file that is being written.
  static func removes(_ path: String) {
    unfinished.store(unsafe UInt(bitPattern: strdup(path)), ordering: .releasing)
  }

  /// From now on, removes no file: the name stays in memory, for a handler may be reading it.
  static func removesNothing() { unfinished.store(0, ordering: .releasing) }
}
