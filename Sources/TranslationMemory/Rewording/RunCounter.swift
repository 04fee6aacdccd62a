/// Counts in how many units each run of one to six tokens of a kind stands.
///
/// Runs are told apart by a hash of 64 bits.
struct RunCounter {
  /// A run and its count.
  struct Run {
    /// Where it first begins among the tokens that were added.
    var start: Int
    /// How many tokens it has.
    var length: Int
    /// In how many units it stands.
    var count: Int
    fileprivate var hash: UInt64
    fileprivate var lastUnit: Int
  }

  /// The longest run.
  static let longest = 6

  private(set) var runs: [Run] = []
  private var tokens: [UInt32] = []
  /// At the slot that a hash names or after it, the place in `runs` plus 1; a power of two of them.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// How many tokens were added.
  var tokenCount: Int { tokens.count }

  /// The tokens of a run.
  func tokens(of run: Run) -> ArraySlice<UInt32> { tokens[run.start..<run.start + run.length] }

  /// Forgets everything.
  mutating func removeAll() {
    let mask = slots.count - 1
    // A table that holds little is emptied entry by entry.
    if runs.count < slots.count / 8 {
      for run in runs {
        var slot = Int(truncatingIfNeeded: run.hash) & mask
        while slots[slot] != 0 {
          slots[slot] = 0
          slot = (slot + 1) & mask
        }
      }
    } else {
      for slot in slots.indices { slots[slot] = 0 }
    }
    runs.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
  }

  /// Counts the runs of a unit.
  ///
  /// - Parameters:
  ///   - unit: Its tokens.
  ///   - number: Another one for each unit.
  ///   - belongs: Whether a token may be part of a run.
  mutating func add(_ unit: [UInt32], unit number: Int, belongs: (UInt32) -> Bool) {
    let first = tokens.count
    tokens += unit
    let allowed = unit.map(belongs)
    for start in unit.indices {
      var hash: UInt64 = 0
      var end = start
      while end < unit.count, end < start + Self.longest, allowed[end] {
        hash = (hash &+ UInt64(unit[end]) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash &>> 29
        end += 1
        count(hash, start: first + start, length: end - start, unit: number)
      }
    }
  }

  private mutating func count(_ hash: UInt64, start: Int, length: Int, unit: Int) {
    if runs.count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if runs[place].hash == hash {
        if runs[place].lastUnit != unit {
          runs[place].lastUnit = unit
          runs[place].count += 1
        }
        return
      }
      slot = (slot + 1) & mask
    }
    runs.append(Run(start: start, length: length, count: 1, hash: hash, lastUnit: unit))
    slots[slot] = UInt32(runs.count)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (place, run) in runs.enumerated() {
      var slot = Int(truncatingIfNeeded: run.hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(place + 1)
    }
  }
}
