import Foundation

/// Durations of many runs of one thing, in nanoseconds.
struct Measurement {
  private(set) var nanoseconds: [UInt64] = []

  /// Runs something once and notes how long it took.
  mutating func run(_ body: () throws -> Void) rethrows {
    let began = DispatchTime.now().uptimeNanoseconds
    try body()
    nanoseconds.append(DispatchTime.now().uptimeNanoseconds - began)
  }

  /// The duration that a share of the runs did not exceed, in milliseconds.
  func milliseconds(at share: Double) -> Double {
    let sorted = nanoseconds.sorted()
    guard !sorted.isEmpty else { return .nan }
    let place = min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.up)) - 1)
    return Double(sorted[max(0, place)]) / 1e6
  }
}

/// What a finished child process cost.
struct ProcessCost {
  var seconds: Double
  /// What it had of the processor, whoever else wanted it.
  var processorSeconds: Double
  var peakMegabytes: Double
  var status: Int32
}

/// Runs a program to its end, its output thrown away, and tells what it cost.
func runProcess(_ path: String, _ arguments: [String]) throws -> ProcessCost {
  var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
  defer {
    while let word = unsafe words.popLast() { unsafe free(word) }
  }
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  let began = DispatchTime.now().uptimeNanoseconds
  var child: pid_t = 0
  let failure = unsafe posix_spawn(&child, path, &actions, nil, words, environ)
  guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
  var status: Int32 = 0
  var usage = rusage()
  unsafe wait4(child, &status, 0, &usage)
  let seconds = Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9
  let processor = [usage.ru_utime, usage.ru_stime].map {
    Double($0.tv_sec) + Double($0.tv_usec) / 1e6
  }
  return ProcessCost(
    seconds: seconds, processorSeconds: processor[0] + processor[1],
    peakMegabytes: Double(usage.ru_maxrss) / 1024, status: status >> 8)
}

/// Prints rows in columns, the first to the left, the rest to the right.
func printTable(_ rows: [[String]]) {
  let columns = rows.map(\.count).max() ?? 0
  let widths = (0..<columns).map { column in
    rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
  }
  for row in rows {
    let cells = row.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - cell.count)
      return column == 0 ? cell + space : space + cell
    }
    print(cells.joined(separator: "  "))
  }
}
