import Interchange
import Terminology
import TestSupport
import Testing
import TextAnalysis

/// Everything that a file says, read to its end.
func readNative(
  _ text: String, file: String = "terms.csv"
) throws(InterchangeError) -> [IncomingConcept] {
  var reader = try NativeCSVReader(ByteSource(bytes: Array(text.utf8), name: file))
  var concepts: [IncomingConcept] = []
  while let concept = try reader.next() { concepts.append(concept) }
  return concepts
}

struct CSVNativeTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `what is written is read back field by field`(seed: UInt64) throws {
    var maker = ConceptMaker(generator: SeededGenerator(seed: seed))
    let concepts = (0..<6).map { maker.concept($0) }
    for style in [CSVStyle.plain, .spreadsheet] {
      let written = Written()
      var writer = try NativeCSVWriter(written.sink, style: style)
      for concept in concepts { try writer.write(concept) }
      try writer.finish()
      let read = try readNative(written.text)
      #expect(read.map(\.entry) == concepts.map(\.entry))
      #expect(read.map(\.rev) == concepts.map(\.rev))
      #expect(read.allSatisfy { $0.carries == .all && $0.isIdentified && $0.listsAllTerms })
    }
  }
}
