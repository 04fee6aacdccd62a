import Dispatch
import Foundation
import Synchronization

/// Records that are read on a thread of their own, some batches ahead of who takes them.
///
/// What is read ahead is bounded: ``batchCount`` batches, each ended by the record that makes it
/// ``batchSize`` large.
final class ReadAhead<Record: Sendable>: Sendable {
  /// One reading: a record, or what was thrown instead.
  typealias Reading = Result<Record, any Error>

  private static var batchCount: Int { 4 }
  private static var batchSize: Int { 1 << 17 }

  private struct State: Sendable {
    /// What was read and not taken yet, the oldest batch first, in each the oldest last.
    var batches: [[Reading]] = []
    var hasEnded = false
    var isUnwanted = false
  }

  private let state = Mutex(State())
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)

  private init() {}

  /// Reads on another thread for as long as records are taken on this one.
  ///
  /// - Parameters:
  ///   - next: Gives the next record, nothing at the end; called on the other thread until then, or
  ///     until it throws the same error twice in a row.
  ///   - size: How large a record is, in bytes.
  ///   - body: Takes the records; what it is given returns and throws what `next` does.
  /// - Returns: What `body` returns; nothing is read any longer then.
  /// - Throws: What `body` throws.
  static func run<Answer>(
    next: @escaping () throws -> Record?, size: @escaping (Record) -> Int,
    body: (() throws -> Record?) throws -> Answer
  ) throws -> Answer {
    let queue = ReadAhead()
    for _ in 0..<batchCount { queue.free.signal() }
    let work = Work(next: next, size: size)
    let thread = Thread { queue.read(work) }
    thread.stackSize = 4 << 20
    thread.start()
    defer {
      queue.state.withLock { $0.isUnwanted = true }
      queue.free.signal()
      queue.finished.wait()
    }
    var batch: [Reading] = []
    return try body {
      while batch.isEmpty {
        guard let more = queue.take() else { return nil }
        batch = more
      }
      return try batch.popLast()?.get()
    }
  }

  // Handed over whole: who starts the thread touches it again only when the thread has finished.
  private struct Work: @unchecked Sendable {
    let next: () throws -> Record?
    let size: (Record) -> Int
  }

  private func read(_ work: Work) {
    var lastFailure: String?
    var hasEnded = false
    while !hasEnded {
      free.wait()
      if state.withLock({ $0.isUnwanted }) { break }
      var batch: [Reading] = []
      var size = 0
      while size < Self.batchSize, !hasEnded {
        do {
          guard let record = try work.next() else {
            hasEnded = true
            break
          }
          lastFailure = nil
          size += work.size(record) + 64
          batch.append(.success(record))
        } catch {
          let words = String(describing: error)
          hasEnded = words == lastFailure
          lastFailure = words
          size += 1_024
          batch.append(.failure(error))
        }
      }
      batch.reverse()
      state.withLock {
        $0.batches.append(batch)
        $0.hasEnded = hasEnded
      }
      filled.signal()
    }
    finished.signal()
  }

  /// Takes the oldest batch; nothing when all were taken.
  private func take() -> [Reading]? {
    if state.withLock({ $0.batches.isEmpty && $0.hasEnded }) { return nil }
    filled.wait()
    free.signal()
    return state.withLock { $0.batches.removeFirst() }
  }
}
