import Foundation
import Testing

/// The leverage table in every form.
struct AnalyseTests {
  @Test func `a leverage table is the same as text, as CSV and as JSON`() async throws {
    try await withMemory { zhengming in
      try zhengming.write(
        """
        The operator shall report within 15 days.

        The operator shall report within 15 days.

        The operators shall report within 16 days.

        A wholly new sentence stands here.

        A wholly new paragraph stands here.

        经营者应当在20日内报告。

        """, to: "d.txt")
      let text = try await zhengming.run(words("analyse d.txt"))
      #expect(text.output.contains("\n  repetitions  1         7      7     35\n"))
      #expect(text.output.contains("\n  95–99        2 "))
      let csv = try await zhengming.run(words("analyse d.txt --format csv"))
      let lines = csv.output.split(separator: "\n").map(String.init)
      #expect(
        lines == [
          "document,band,segments,words,chineseCharacters,characters", "\"d.txt\",101,0,0,0,0",
          "\"d.txt\",repetitions,1,7,7,35", "\"d.txt\",100,1,7,7,35",
          "\"d.txt\",95–99,2,8,18,49", "\"d.txt\",85–94,0,0,0,0", "\"d.txt\",75–84,0,0,0,0",
          "\"d.txt\",50–74,0,0,0,0", "\"d.txt\",new,2,12,12,59", "\"d.txt\",total,6,34,44,178",
        ], "\(csv.output)")
      let json = try await zhengming.run(words("analyse d.txt --json"))
      let answer = try #require(
        JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(Set(answer.keys) == ["store", "documents", "total"])
      let document = try #require((answer["documents"] as? [[String: Any]])?.first)
      #expect(Set(document.keys) == ["name", "bands", "internalBands", "total"])
      let bands = try #require(document["bands"] as? [[String: Any]])
      #expect(
        bands.compactMap { $0["band"] as? String } == [
          "101", "repetitions", "100", "95–99", "85–94", "75–84", "50–74", "new",
        ])
      let counts = bands.compactMap { $0["count"] as? [String: Int] }
      #expect(counts.map { $0["segments"] } == [0, 1, 1, 2, 0, 0, 0, 2])
      #expect((document["internalBands"] as? [Any])?.isEmpty == true)
      let both = try await zhengming.run(words("analyse d.txt --format csv --json"))
      #expect(both.status == 2)
    }
  }

  @Test func `likeness inside the documents is counted where that is asked for`() async throws {
    try await withMemory { zhengming in
      try zhengming.write("A wholly new sentence stands here.\n", to: "a.txt")
      try zhengming.write(
        "A wholly new sentence stands here.\n\nA wholly new paragraph stands here.\n", to: "b.txt")
      let outcome = try await zhengming.run(words("analyse a.txt b.txt --internal --format csv"))
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(lines.contains("\"a.txt\",new,1,6,6,29"))
      #expect(lines.contains("\"b.txt\",repetitions,1,6,6,29"))
      #expect(lines.contains("\"b.txt\",internal 75–84,1,6,6,30"))
      #expect(lines.contains("\"b.txt\",new,0,0,0,0"))
      #expect(lines.last == "\"\",total,3,18,18,88")
      let shown = try await zhengming.run(words("analyse a.txt b.txt --internal"))
      #expect(shown.output.contains("all together\n"))
      #expect(shown.output.contains("  internal 75–84 "))
    }
  }
}
