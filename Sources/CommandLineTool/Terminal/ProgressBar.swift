import Foundation
import Synchronization
import TextAnalysis

/// A line on standard error that says how far some work has come, from its second second on.
///
/// It is drawn on a terminal only, at most ten times a second, and wiped away at the end. It may be
/// told from any thread.
final class ProgressBar: Sendable {
  private struct State {
    var start: ContinuousClock.Instant
    var lastDrawn: ContinuousClock.Instant?
  }

  private let label: String
  private let language: MessageLanguage
  private let terminal: Terminal
  private let now: @Sendable () -> ContinuousClock.Instant
  private let draw: @Sendable (String) -> Void
  private let state: Mutex<State>

  /// Starts the clock. The label says what is being done, in the reader's language; `draw` sends
  /// text to the terminal.
  init(
    _ label: String, in language: MessageLanguage, on terminal: Terminal,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
    draw: @escaping @Sendable (String) -> Void
  ) {
    self.label = label
    self.language = language
    self.terminal = terminal
    self.now = now
    self.draw = draw
    state = Mutex(State(start: now()))
  }

  /// Says how much is done, in items, of how many, where that is known.
  func update(done: Int, of total: Int?) {
    guard terminal.isTerminal else { return }
    state.withLock { state in
      let time = now()
      let elapsed = time - state.start
      guard elapsed >= .seconds(1) else { return }
      if let last = state.lastDrawn, time - last < .milliseconds(100) { return }
      let progress = Progress(done: done, total: total, elapsed: elapsed)
      if state.lastDrawn == nil { Interruption.wipesLine() }
      state.lastDrawn = time
      let line = progress.line(label: label, width: terminal.readingWidth - 1, in: language)
      draw("\r" + line + Self.wipeToEnd)
    }
  }

  /// Wipes the line away.
  func finish() {
    state.withLock { state in
      if state.lastDrawn != nil { draw("\r" + Self.wipeToEnd) }
      state.lastDrawn = nil
    }
  }

  private static let wipeToEnd = "\u{1B}[K"
}

/// How far some work has come.
struct Progress: Sendable, Hashable {
  /// Items.
  var done: Int
  /// Items, where it is known.
  var total: Int?
  var elapsed: Duration

  /// Items a second, or nothing before anything is done.
  var rate: Double? {
    let seconds = elapsed / .seconds(1)
    return done > 0 && seconds > 0 ? Double(done) / seconds : nil
  }

  /// The time left at the rate so far, or nothing where that is not known or past a hundred hours.
  var remaining: Duration? {
    guard let total, let rate else { return nil }
    let seconds = max(0, Double(total) - Double(done)) / rate
    return seconds < 360_000 ? .seconds(seconds) : nil
  }

  /// The state in words and a bar, in at most `width` columns.
  func line(label: String, width: Int, in language: MessageLanguage) -> String {
    var words = grouped(done)
    if let total { words += " / " + grouped(total) }
    if let rate, let rounded = Int(exactly: rate.rounded()) {
      words += Phrase(", \(grouped(rounded))/s", "，每秒 \(grouped(rounded)) 条")(in: language)
    }
    if let remaining {
      let time = clock(remaining)
      words += Phrase(", \(time) left", "，剩余 \(time)")(in: language)
    }
    let barWidth = min(30, width - DisplayWidth.of(label) - DisplayWidth.of(words) - 4)
    guard let total, total > 0, barWidth >= 8 else {
      return wrapped("\(label) \(words)", to: width).first ?? ""
    }
    let share = Double(min(max(0, done), total)) / Double(total)
    let filled = Int((share * Double(barWidth)).rounded(.down))
    let bar =
      String(repeating: "#", count: filled) + String(repeating: "-", count: barWidth - filled)
    return "\(label) [\(bar)] \(words)"
  }

  private func clock(_ time: Duration) -> String {
    let seconds = Int(time.components.seconds)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let minutes = "\(seconds / 60 % 60):\(two(seconds % 60))"
    if seconds < 3600 { return minutes }
    return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}

/// A count with a comma between groups of three digits: `118,961`.
func grouped(_ count: Int) -> String {
  var digits = String(count.magnitude)
  var groups: [String] = []
  while digits.count > 3 {
    groups.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  return (count < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
}
