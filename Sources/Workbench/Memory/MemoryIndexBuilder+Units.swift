import Dispatch
import Storage
import Synchronization
import TextAnalysis
import TranslationMemory

extension MemoryIndexBuilder {
  /// Adds every unit of a store.
  ///
  /// Their segments are cut into tokens on another thread, one batch ahead of what is added here
  /// and one behind what is read.
  mutating func addUnits(of snapshot: borrowing Snapshot) throws {
    var batch = UnitBatch()
    var ahead: TokenisedBatch?
    try snapshot.forEachUnitPair(memory: nil) { pair in
      batch.append(pair)
      guard batch.isFull else { return }
      let next = TokenisedBatch(batch)
      batch = UnitBatch()
      if let ahead { add(ahead) }
      ahead = next
    }
    if let ahead { add(ahead) }
    add(TokenisedBatch(batch))
  }

  private mutating func add(_ batch: TokenisedBatch) {
    for unit in batch.units() { add(row: unit.row, english: unit.english, chinese: unit.chinese) }
  }
}

/// Units as they are read, as many as are cut into tokens at once.
private struct UnitBatch: Sendable {
  private(set) var pairs: [UnitPair] = []
  private var byteCount = 0

  var isFull: Bool { pairs.count >= 1_024 || byteCount >= 1 << 18 }

  mutating func append(_ pair: UnitPair) {
    byteCount += pair.source.segment.byteCount + pair.target.segment.byteCount
    pairs.append(pair)
  }
}

/// Units whose segments are being cut into tokens on another thread.
private final class TokenisedBatch: Sendable {
  typealias Unit = (row: Int64, english: [String], chinese: [String])

  private let done = Mutex<[Unit]>([])
  private let finished = DispatchSemaphore(value: 0)

  init(_ batch: UnitBatch) {
    DispatchQueue.global().async { [self] in
      let units = batch.pairs.map { pair in
        let unit = MemoryUnit(pair, memories: [:])
        return (Int64(pair.row), unit.keys(.english), unit.keys(.chinese))
      }
      done.withLock { $0 = units }
      finished.signal()
    }
  }

  /// Waits for the units; they can be asked for once.
  func units() -> [Unit] {
    finished.wait()
    return done.withLock { $0 }
  }
}
