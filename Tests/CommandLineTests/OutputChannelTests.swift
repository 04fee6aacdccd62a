import Foundation
import Testing

@testable import CommandLineTool

struct OutputChannelTests {
  /// What a channel writes to a file while the body runs, and after.
  private func written(
    capacity: Int, _ body: (OutputChannel, () throws -> String) throws -> Void
  ) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    func text() throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
    let channel = OutputChannel(
      descriptor: handle.fileDescriptor, capacity: capacity, environment: [:])
    try body(channel, text)
    try channel.flush()
    try handle.close()
    return try text()
  }

  @Test func `text waits until there is enough of it`() throws {
    let text = try written(capacity: 8) { channel, text in
      try channel.line("正名")
      #expect(try text() == "")
      try channel.write("ab")
      #expect(try text() == "正名\nab")
      try channel.write("c")
      #expect(try text() == "正名\nab")
    }
    #expect(text == "正名\nabc")
  }

  @Test func `without room to wait every piece is sent at once`() throws {
    _ = try written(capacity: 0) { channel, text in
      try channel.write("a")
      #expect(try text() == "a")
    }
  }

  @Test func `much is written whole`() throws {
    let line = String(repeating: "国家市场监督管理总局", count: 50_000)
    #expect(try written(capacity: 1 << 16) { channel, _ in try channel.write(line) } == line)
  }

  @Test func `the same answer is always the same JSON`() throws {
    let answer = ["b": "国/家", "a": "\u{1B}", "c": "“”"]
    let line = try written(capacity: 0) { channel, _ in
      try channel.json(answer, layout: .oneLine)
    }
    #expect(line == #"{"a":"\u001b","b":"国/家","c":"“”"}"# + "\n")
    let indented = try written(capacity: 0) { channel, _ in try channel.json(answer) }
    #expect(indented.split(separator: "\n").count == 5)
  }

  @Test func `a channel that cannot be written says so`() {
    let channel = OutputChannel(descriptor: -1, capacity: 0, environment: [:])
    #expect(throws: OutputError.refused(reason: "Bad file descriptor")) { try channel.write("a") }
  }
}
