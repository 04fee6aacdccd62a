import Testing
import TextAnalysis
import TranslationMemory

@testable import Interchange

/// Where the sides of a unit stand in their file: each run of text, read back from the file at the
/// place that was told, is the text.
struct SegmentPlacesTests {
  private func units(_ text: String, name: String = "t.tsv") throws -> [IncomingUnit] {
    var reader = try UnitReader(
      ByteSource(bytes: Array(text.utf8), name: name), use: .check)
    var units: [IncomingUnit] = []
    while let unit = try reader.next() { units.append(unit) }
    return units
  }

  /// The text that begins at a place of a file, to the end of the line.
  private func text(of file: String, at run: PlacedRun) -> String {
    var lines: [[Unicode.Scalar]] = [[]]
    var last: Unicode.Scalar = " "
    for scalar in file.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        if scalar == "\r" || last != "\r" { lines.append([]) }
      } else {
        lines[lines.count - 1].append(scalar)
      }
      last = scalar
    }
    guard run.line <= lines.count else { return "" }
    return String(String.UnicodeScalarView(lines[run.line - 1].dropFirst(run.column - 1)))
  }

  private func check(_ runs: [PlacedRun], of text: String, in file: String) {
    #expect(runs.first?.scalarOffset == 0)
    let scalars = Array(text.unicodeScalars)
    for (place, run) in runs.enumerated() {
      let end = place + 1 < runs.count ? runs[place + 1].scalarOffset : scalars.count
      let piece = String(
        String.UnicodeScalarView(
          scalars[run.scalarOffset..<end].filter { $0 != "\n" && $0 != "\r" }))
      let found = self.text(of: file, at: run)
      let isReference = piece.unicodeScalars.count == 1 && found.hasPrefix("&")
      #expect(found.hasPrefix(piece) || isReference, "\(piece) at \(run): \(found)")
    }
  }

  @Test(arguments: [
    "en\tzh\nHello.\t你好。\n一\tx\n",
    "id\ten\tzh\n𝒜1\tHello\t你好\nb\tfoo\t条\n",
    "\u{FEFF}en,zh\n\"a, b\",甲\n\"say \"\"no\"\" now\",说\"不\"\r\nz,\"“好”\"\n",
    "id,en,zh\n\"multi\nline\",\"first\nsecond \"\"x\"\" y\r\nthird\",\"甲\n乙\"\n",
    "en\tzh\n\"he said \"\"yes\"\" twice\"\t'=说\n",
    "\n\nen;zh\n\nA;甲\n\n\nB;乙\n",
  ])
  func `a table tells where both sides stand`(file: String) throws {
    let units = try units(file, name: "t")
    #expect(!units.isEmpty)
    for unit in units {
      check(unit.sourceRuns, of: unit.unit.source.segment.text, in: withoutMark(file))
      check(unit.targetRuns, of: unit.unit.target.segment.text, in: withoutMark(file))
    }
  }

  private func withoutMark(_ file: String) -> String {
    String(String.UnicodeScalarView(file.unicodeScalars.drop { $0 == "\u{FEFF}" }))
  }

  @Test func `TMX tells where both sides stand, behind codes and references`() throws {
    let file = """
      <?xml version="1.0"?>
      <tmx version="1.4"><header srclang="en"/><body>
      <tu><tuv xml:lang="en"><seg>Press <bpt i="1">&lt;b></bpt>Start &amp; go<ept i="1">x</ept> now
      and then.</seg></tuv>
        <tuv xml:lang="zh"><seg>按“<hi>开始</hi>”&#x5E76;继续<ph>y</ph>。</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg><![CDATA[a < b]]> c</seg></tuv><tuv xml:lang="zh"
      ><seg>甲</seg></tuv></tu>
      </body></tmx>
      """
    let units = try units(file, name: "t.tmx")
    #expect(units.count == 2)
    for unit in units {
      check(unit.sourceRuns, of: unit.unit.source.segment.text, in: file)
      check(unit.targetRuns, of: unit.unit.target.segment.text, in: file)
    }
    #expect(units[0].sourceRuns.first == PlacedRun(scalarOffset: 0, line: 3, column: 29))
    #expect(units[0].targetRuns.first == PlacedRun(scalarOffset: 0, line: 5, column: 27))
  }

  @Test func `what is not translated is given to be judged, and left out of a memory`() throws {
    let table = "en\tzh\nA.\t \nB.\t乙\nC.\n\t丁\n"
    #expect(try units(table).map(\.unit.target.segment.text) == [" ", "乙", ""])
    let tmx = """
      <tmx version="1.4"><header srclang="en"/><body>
      <tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="zh"><seg/></tuv></tu>
      <tu><tuv xml:lang="en"><seg/></tuv><tuv xml:lang="zh"><seg>乙</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg>C</seg></tuv><tuv xml:lang="zh"><seg>丙</seg></tuv></tu>
      </body></tmx>
      """
    #expect(try units(tmx, name: "t.tmx").map(\.unit.target.segment.text) == ["", "丙"])
    var reader = try UnitReader(ByteSource(bytes: Array(tmx.utf8), name: "t.tmx"))
    #expect(try reader.next()?.unit.target.segment.text == "丙")
    #expect(try reader.next() == nil)
  }
}
