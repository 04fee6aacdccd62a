import TestSupport
import Testing
import TextAnalysis

@testable import CommandLineTool

struct TableTests {
  private let plain = Palette(isOn: false)

  @Test func `two languages stand under each other`() {
    var table = Table(gap: 2, indent: 2)
    table.add(["SAMR", "市场监管总局", "preferred"])
    table.add(["State Council", "国务院", ""])
    #expect(
      table.lines(width: nil, palette: plain) == [
        "  SAMR           市场监管总局  preferred",
        "  State Council  国务院",
      ])
  }

  @Test func `cells are wrapped within the width`() {
    var table = Table()
    table.add(["id", "State Administration for Market Regulation", "国家市场监督管理总局"])
    #expect(
      table.lines(width: 40, palette: plain) == [
        "id  State           国家市场监督管理总局",
        "    Administration",
        "    for Market",
        "    Regulation",
      ])
  }

  @Test func `styles do not move the columns`() {
    var table = Table()
    table.add([.init("a", .bold), "b"])
    table.add(["xyz", "b"])
    #expect(
      table.lines(width: nil, palette: Palette(isOn: true)) == [
        "\u{1B}[1ma\u{1B}[0m    b", "xyz  b",
      ])
  }

  @Test func `data cannot move the cursor`() {
    var table = Table()
    table.add(["\u{1B}[2J", "x"])
    #expect(table.lines(width: nil, palette: plain) == ["␛[2J  x"])
  }

  @Test func `an empty table has no lines`() {
    #expect(Table().lines(width: 80, palette: plain) == [])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `no line is wider than asked and no character is lost`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool = ["国", "家", "，", "（", "term", "a", " ", "-", "”", "regulation"]
    var table = Table()
    var letters = 0
    for _ in 0..<5 {
      let cells = (0..<3).map { _ in
        (0..<Int.random(in: 0...30, using: &generator)).map { _ in
          pool.randomElement(using: &generator) ?? ""
        }.joined()
      }
      letters += cells.joined().count { $0 != " " }
      table.add(cells.map { Table.Cell($0) })
    }
    let width = Int.random(in: 30...100, using: &generator)
    let lines = table.lines(width: width, palette: plain)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(lines.joined().count { $0 != " " } == letters)
  }
}

struct LineWrappingTests {
  @Test func `lines end at spaces and between Han characters`() {
    #expect(wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(wrapped("国家市场监督管理总局", to: 8) == ["国家市场", "监督管理", "总局"])
    #expect(wrapped("一二三，四五", to: 6) == ["一二", "三，四", "五"])
    #expect(wrapped("一二《三》", to: 6) == ["一二", "《三》"])
  }

  @Test func `a word that is too wide is cut`() {
    #expect(wrapped("abcdefgh", to: 3) == ["abc", "def", "gh"])
  }

  @Test func `line feeds stay`() {
    #expect(wrapped("a\n\nb", to: 9) == ["a", "", "b"])
    #expect(wrapped("", to: 9) == [""])
  }
}
