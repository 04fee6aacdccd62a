import Synchronization
import Testing

@testable import Workbench

struct ReadAheadTests {
  private struct Fault: Error, Equatable { var number: Int }

  @Test(arguments: [0, 1, 5, 10_000])
  func `records come in their order, and then nothing`(count: Int) throws {
    var number = 0
    let taken = try ReadAhead.run(
      next: {
        number += 1
        return number <= count ? number : nil
      }, size: { _ in 1_000 }
    ) { (next) throws in
      var taken: [Int] = []
      while let record = try next() { taken.append(record) }
      #expect(try next() == nil)
      return taken
    }
    #expect(taken == Array(0..<count).map { $0 + 1 })
  }

  @Test func `what reading throws is thrown in its place, and reading goes on`() throws {
    var number = 0
    try ReadAhead.run(
      next: { () throws -> Int? in
        number += 1
        if number == 3 || number == 5 { throw Fault(number: number) }
        return number <= 6 ? number : nil
      }, size: { _ in 1 }
    ) { (next) throws in
      #expect(try next() == 1)
      #expect(try next() == 2)
      #expect(throws: Fault(number: 3)) { try next() }
      #expect(try next() == 4)
      #expect(throws: Fault(number: 5)) { try next() }
      #expect(try next() == 6)
      #expect(try next() == nil)
    }
  }

  @Test func `a reader that throws the same for ever is asked twice`() throws {
    let count = Mutex(0)
    try ReadAhead.run(
      next: { () throws -> Int? in
        count.withLock { $0 += 1 }
        throw Fault(number: 1)
      }, size: { _ in 1 }
    ) { (next) throws in
      #expect(throws: Fault(number: 1)) { try next() }
      #expect(throws: Fault(number: 1)) { try next() }
      #expect(try next() == nil)
    }
    #expect(count.withLock { $0 } == 2)
  }

  @Test func `who stops taking stops the reading, which is never far ahead`() {
    let count = Mutex(0)
    #expect(throws: Fault(number: 7)) {
      try ReadAhead.run(
        next: {
          count.withLock {
            $0 += 1; return $0
          }
        }, size: { _ in 1 << 16 }
      ) { (next) throws in
        _ = try next()
        throw Fault(number: 7)
      }
    }
    // Two records make a batch; four batches are read ahead of the one that is taken.
    #expect(count.withLock { $0 } <= 2 * 6)
  }
}
