import Foundation
import Testing

/// What a check reads, asked for from outside.
struct QuantitiesTests {
  @Test func `each figure is told with its place, kind and value`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run(["quantities", "增长百分之五以上，达2500亿元。"])
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines[0].contains("2–6") && lines[0].contains("measure") && lines[0].contains("5 %"))
      #expect(lines[0].contains("at least"))
      #expect(lines[1].contains("CNY 250,000,000,000"))
    }
  }

  @Test func `JSON names what is absent`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run(["quantities", "a year after 3 May", "--json"])
      #expect(outcome.status == 0)
      let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      let segments = try #require((answer as? [String: Any])?["segments"] as? [[String: Any]])
      #expect(segments.first?["language"] as? String == "en")
      let quantities = try #require(segments.first?["quantities"] as? [[String: Any]])
      #expect(quantities.last?["value"] as? String == "3 May")
      #expect(quantities.last?["range"] as? [Int] == [13, 18])
      #expect(quantities.last?["bound"] is NSNull)
    }
  }

  @Test func `a file is read segment by segment, those with nothing left out`() async throws {
    try await withStore { zhengming in
      try zhengming.write("Nothing here.\n\nArticle 3 says 30 days.\n\nIt costs $5.\n", to: "law.txt")
      let outcome = try await zhengming.run("quantities --file law.txt")
      #expect(outcome.output.contains("[Article 3] says [30 days]."))
      #expect(!outcome.output.contains("Nothing"))
    }
  }

  @Test func `a text without figures ends with 1, a wrong request with 2`() async throws {
    try await withStore { zhengming in
      let nothing = try await zhengming.run(["quantities", "一带一路"])
      #expect(nothing.status == 1 && nothing.output.isEmpty && !nothing.errors.isEmpty)
      #expect(try await zhengming.run("quantities").status == 2)
      #expect(try await zhengming.run("quantities 3 --file x").status == 2)
    }
  }
}
