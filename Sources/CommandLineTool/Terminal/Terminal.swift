import Foundation

/// What stands at the other end of an output: a terminal and how wide it is, or something else.
struct Terminal: Sendable, Hashable {
  /// Whether a person is watching.
  let isTerminal: Bool
  /// Columns, or nothing where the output is no terminal or does not say.
  let width: Int?
  let palette: Palette

  /// Judges an output by what is known about it.
  ///
  /// `NO_COLOR`, set and not empty, turns styles off; else `CLICOLOR_FORCE`, set and neither empty
  /// nor `0`, turns them on; else a terminal has them unless `TERM` is `dumb`. `COLUMNS` counts
  /// where the terminal does not tell its width.
  init(isTerminal: Bool, reportedWidth: Int?, environment: [String: String]) {
    let columns = environment["COLUMNS"].flatMap { Int($0) }
    let isDumb = environment["TERM"] == "dumb"
    let isForced = !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "")
    let isForbidden = !(environment["NO_COLOR"] ?? "").isEmpty
    self.isTerminal = isTerminal
    width = isTerminal ? [reportedWidth, columns].compactMap { $0 }.first { $0 > 0 } : nil
    palette = Palette(isOn: !isForbidden && (isForced || isTerminal && !isDumb))
  }

  /// Asks the system about an open file.
  init(descriptor: Int32, environment: [String: String]) {
    self.init(
      isTerminal: isatty(descriptor) == 1, reportedWidth: Self.width(of: descriptor),
      environment: environment)
  }

  /// The columns that text is laid out for where a person may read it: at least 40.
  var readingWidth: Int { max(40, width ?? 80) }

  private static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    let status = unsafe withUnsafeMutablePointer(to: &size) {
      unsafe ioctl(descriptor, UInt(TIOCGWINSZ), $0)
    }
    return status == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }
}
