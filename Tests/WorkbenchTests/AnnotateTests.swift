import Foundation
import Terminology
import Testing
import TextAnalysis
@testable import Workbench

struct AnnotateTests {
  private static let starters = Result { try StarterStore() }

  private func annotate(_ text: String, asOf: String? = nil) throws -> AnnotateAnswer {
    let day = asOf.flatMap { PartialDate($0) }
    return try Self.starters.get().bench.annotate(AnnotateRequest(.segment(text), asOf: day))
  }

  @Test func `terms are given with place, concept and equivalent`() throws {
    let answer = try annotate("The SAMR’s rules and\nthe Data Security Law.")
    let terms = try #require(answer.segments.first).terms
    #expect(terms.map(\.text) == ["SAMR", "Data Security Law"])
    #expect(terms.map(\.range) == [[4, 8], [25, 42]])
    #expect(terms.map { [$0.line, $0.column] } == [[1, 5], [2, 5]])
    #expect(terms.first?.readings.first?.id == "agency.samr")
    #expect(terms.first?.readings.first?.equivalent?.text == "国家市场监督管理总局")
  }

  @Test func `a homograph has every reading, and Chinese is answered in English`() throws {
    let answer = try annotate("CAS 与國家市場監督管理總局")
    let terms = try #require(answer.segments.first).terms
    #expect(Set(terms.first?.readings.map(\.id) ?? []).count == 2)
    #expect(
      terms.last?.readings.first?.equivalent?.text == "State Administration for Market Regulation")
  }

  @Test func `the equivalent is that of the day`() throws {
    let then = try annotate("国家互联网信息办公室", asOf: "2012-06-01")
    let name = then.segments.first?.terms.first?.readings.first?.equivalent?.text
    #expect(name == "State Internet Information Office")
  }

  @Test func `a document is cut into segments that know their lines`() throws {
    let text = "# SAMR\n\nFirst line and\nthe SAMR here.\n\n```\nSAMR\n```\n"
    let answer = try Self.starters.get().bench.annotate(
      AnnotateRequest(.document(text, .markdown)))
    let terms = answer.segments.flatMap(\.terms)
    #expect(terms.map { [$0.line, $0.column] } == [[1, 3], [4, 5]])
    #expect(answer.segments.first?.block == "heading")
  }

  @Test func `an empty text and an unknown glossary are refused`() throws {
    let bench = try Self.starters.get().bench
    #expect(throws: WorkbenchError.self) { try bench.annotate(AnnotateRequest(.segment(" \n"))) }
    #expect(throws: WorkbenchError.self) {
      try bench.annotate(AnnotateRequest(.segment("SAMR"), glossaries: ["agensies"]))
    }
    let one = try bench.annotate(
      AnnotateRequest(.segment("SAMR and the Data Security Law"), glossaries: ["agencies"]))
    #expect(one.segments.flatMap(\.terms).map(\.text) == ["SAMR"])
  }
}
