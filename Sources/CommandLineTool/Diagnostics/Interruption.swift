import Foundation

/// What happens when a person presses Ctrl-C: the command ends at once with status 130.
///
/// Nothing is lost by it: what was not committed, the store forgets. The handlers call nothing but
/// `write` and `_exit`, which is all that a signal handler may.
enum Interruption {
  /// Ends the command on interruption, and lets a closed pipe be an error of `write` like others.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT) { _ in _exit(130) }
  }

  /// From now on, also wipes the line on standard error on which the cursor stands.
  static func wipesLine() {
    signal(SIGINT) { _ in
      let wipe: StaticString = "\r\u{1B}[K"
      _ = unsafe write(STDERR_FILENO, wipe.utf8Start, wipe.utf8CodeUnitCount)
      _exit(130)
    }
  }
}
