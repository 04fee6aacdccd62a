import Foundation
import Testing
import Workbench

struct StarterGlossaryTests {
  private static let starters = Result { try StarterStore() }

  @Test func `the starter glossaries keep every rule`() throws {
    #expect(try Self.starters.get().bench.validate().faults == [])
  }

  @Test func `the README says how many terms are verified`() throws {
    let info = try Self.starters.get().bench.info()
    let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let sentence =
      "\(info.concepts) concepts with \(info.terms) terms, of which \(info.verifiedTerms) are "
      + "verified and \(info.officialTerms) official"
    #expect(text.replacing("\n", with: " ").contains(sentence), "\(sentence)")
  }
}
