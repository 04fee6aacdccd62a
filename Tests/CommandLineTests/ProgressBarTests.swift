import Synchronization
import Testing
import TextAnalysis

@testable import CommandLineTool

struct ProgressBarTests {
  private final class Stage: Sendable {
    let time = Mutex(ContinuousClock.now)
    let drawn = Mutex<[String]>([])

    func pass(_ duration: Duration) { time.withLock { $0 += duration } }

    func bar(isTerminal: Bool = true) -> ProgressBar {
      ProgressBar(
        "Import", in: .english,
        on: Terminal(isTerminal: isTerminal, reportedWidth: 80, environment: [:]),
        now: { self.time.withLock { $0 } },
        draw: { text in self.drawn.withLock { $0.append(text) } })
    }
  }

  @Test func `nothing is drawn in the first second`() {
    let stage = Stage()
    let bar = stage.bar()
    stage.pass(.milliseconds(999))
    bar.update(done: 5, of: 10)
    bar.finish()
    #expect(stage.drawn.withLock { $0 } == [])
  }

  @Test func `it is drawn ten times a second at most, and wiped`() {
    let stage = Stage()
    let bar = stage.bar()
    stage.pass(.seconds(1))
    for done in 0..<100 {
      bar.update(done: done, of: 100)
      stage.pass(.milliseconds(10))
    }
    bar.finish()
    let drawn = stage.drawn.withLock { $0 }
    #expect(drawn.count == 11)
    #expect(drawn.allSatisfy { $0.hasPrefix("\r") && $0.hasSuffix("\u{1B}[K") })
    #expect(drawn.last == "\r\u{1B}[K")
  }

  @Test func `where nobody watches nothing is drawn`() {
    let stage = Stage()
    let bar = stage.bar(isTerminal: false)
    stage.pass(.seconds(5))
    bar.update(done: 5, of: 10)
    bar.finish()
    #expect(stage.drawn.withLock { $0 } == [])
  }

  @Test func `it tells rate and time left`() {
    let half = Progress(done: 60_000, total: 120_000, elapsed: .seconds(3))
    #expect(
      half.line(label: "Import", width: 79, in: .english)
        == "Import [###############---------------] 60,000 / 120,000, 20,000/s, 0:03 left")
    #expect(
      half.line(label: "导入", width: 79, in: .chinese).hasSuffix(
        "60,000 / 120,000，每秒 20,000 条，剩余 0:03"))
    let endless = Progress(done: 7, total: nil, elapsed: .seconds(2))
    #expect(endless.line(label: "Read", width: 79, in: .english) == "Read 7, 4/s")
  }

  @Test(arguments: [
    Progress(done: 0, total: 0, elapsed: .zero), Progress(done: 9, total: 3, elapsed: .seconds(2)),
    Progress(done: -1, total: -5, elapsed: .seconds(2)),
    Progress(done: 1, total: .max, elapsed: .seconds(9_000)),
    Progress(done: .max, total: nil, elapsed: .nanoseconds(1)),
  ])
  func `no figures stop it or make it too wide`(progress: Progress) {
    for width in [20, 40, 79] {
      #expect(DisplayWidth.of(progress.line(label: "Import", width: width, in: .english)) <= width)
    }
  }
}
