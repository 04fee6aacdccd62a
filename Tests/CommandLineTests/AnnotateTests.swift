import Foundation
import Testing

/// The terms of a text, asked for from outside.
struct AnnotateTests {
  @Test func `a text is shown with equivalents and a list`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run(["annotate", "The SAMR and CAS; SAMR's software"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        outcome.output.hasPrefix(
          "The SAMR[国家市场监督管理总局] and CAS[中国科学院]; SAMR's software[软件]\n"))
      #expect(outcome.output.contains("agency.standards"))
      let coloured = try await zhengming.run(
        ["annotate", "SAMR"], environment: ["CLICOLOR_FORCE": "1"])
      #expect(coloured.output.contains("\u{1B}[4mSAMR\u{1B}[0m"))
    }
  }

  @Test func `a name that is not to be used says which is`() async throws {
    try await withStore { zhengming in
      let outcome = try await zhengming.run([
        "annotate", "the State Administration of Market Regulation",
      ])
      #expect(
        outcome.output.contains(
          "deprecated, write 'State Administration for Market Regulation'"))
      let chinese = try await zhengming.run(
        ["annotate", "the State Administration of Market Regulation"],
        environment: ["LANG": "zh_CN.UTF-8"])
      #expect(
        chinese.output.contains("不推荐，应作“State Administration for Market Regulation”"))
    }
  }

  @Test func `a document is read by its name, or from standard input`() async throws {
    try await withStore { zhengming in
      try zhengming.write("# SAMR\n\nThe SAMR\nand 市监总局.\n", to: "d.md")
      let file = try await zhengming.json("annotate", "d.md")
      let segments = try #require(file["segments"] as? [[String: Any]])
      let terms = segments.flatMap { $0["terms"] as? [[String: Any]] ?? [] }
      #expect(terms.compactMap { $0["line"] as? Int } == [1, 3, 4])
      #expect(terms.compactMap { $0["column"] as? Int } == [3, 5, 5])
      let piped = try await zhengming.run(["annotate", "-"], input: "SAMR\n")
      #expect(piped.status == 0 && piped.output.hasPrefix("SAMR[国家市场监督管理总局]"))
      let none = try await zhengming.run("annotate nothing.md")
      #expect(none.status == 2 && none.errors.contains("nothing.md"))
    }
  }

  @Test func `JSON has every field, null where nothing is known`() async throws {
    try await withStore { zhengming in
      let answer = try await zhengming.json("annotate", "SAMR")
      #expect(Set(answer.keys) == ["store", "asOf", "segments"])
      let segment = try #require((answer["segments"] as? [[String: Any]])?.first)
      #expect(Set(segment.keys) == ["text", "language", "block", "blockNumber", "terms"])
      let term = try #require((segment["terms"] as? [[String: Any]])?.first)
      #expect(Set(term.keys) == ["range", "text", "line", "column", "readings"])
      let reading = try #require((term["readings"] as? [[String: Any]])?.first)
      let fields: Set = ["id", "kind", "term", "instead", "equivalent", "glossary"]
      #expect(Set(reading.keys) == fields)
      #expect(reading["instead"] is NSNull)
    }
  }

  @Test func `the page escapes everything and is written whole`() async throws {
    try await withStore { zhengming in
      let text = "<script>alert('SAMR & \"x\"')</script> \u{202E}"
      let outcome = try await zhengming.run(["annotate", text, "-o", "page.html"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let page = try zhengming.text(of: "page.html")
      #expect(!page.contains("<script"))
      #expect(page.contains("&lt;script&gt;alert(&#39;<mark"))
      #expect(page.contains(">SAMR<small lang=\"zh-Hans\">国家市场监督管理总局</small></mark>"))
      #expect(!page.contains("\u{202E}"))
      #expect(page.contains("default-src 'none'") && page.hasSuffix("</html>\n"))
    }
  }

  @Test func `nothing found is the answer no, bad words are usage`() async throws {
    try await withStore { zhengming in
      let none = try await zhengming.run("annotate nothing here")
      #expect(none.status == 1 && none.errors.contains("No term in"))
      #expect(try await zhengming.run(["annotate", "  "]).status == 2)
      #expect(try await zhengming.run("annotate SAMR --format html --json").status == 2)
      #expect(try await zhengming.run("annotate SAMR --glossary nothing").status == 2)
    }
  }
}
