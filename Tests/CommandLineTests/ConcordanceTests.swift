import Testing

/// What a concordance finds, and how much of it.
struct ConcordanceTests {
  @Test func `a concordance stops at its limit and says that there is more`() async throws {
    try await withMemory { zhengming in
      let one = try await zhengming.run(words("concordance held --limit 1"))
      #expect(one.output.split(separator: "\n").count == 2)
      #expect(one.errors == "There are more: --limit N.\n")
      let two = try await zhengming.run(words("concordance held --limit 2"))
      #expect(two.output.split(separator: "\n").count == 4 && two.errors == "")
      let json = try await zhengming.run(words("concordance held --limit 1 --json"))
      #expect(json.output.contains("\"hasMore\" : true"))
      #expect(try await zhengming.run(words("concordance held --limit 0")).status == 2)
    }
  }

  @Test(arguments: [
    ("会", "会[议]", 0), ("日", "[日]", 3), ("，", "[，]", 2), ("。", "[。]", 4), ("%", "5[%]", 1),
    ("5", "[5]%", 1), ("8", "[8] June", 1), ("“，提”", "[，提]", 1), ("\"emporar\"", "t[emporar]y", 1),
  ])
  func `one character is found as surely as ten`(
    query: String, marked: String, count: Int
  ) async throws {
    try await withMemory { zhengming in
      let outcome = try await zhengming.run(words("concordance", query))
      if count > 0 {
        #expect(outcome.output.contains(marked), "\(outcome.output)")
        #expect(outcome.output.split(separator: "\n").count == 2 * count, "\(outcome.output)")
      } else {
        #expect(outcome.output.contains("[会]议"))
      }
    }
  }

  @Test(arguments: ["", " ", "\"\"", "“”"])
  func `a concordance of nothing is refused`(query: String) async throws {
    try await withMemory { zhengming in
      let outcome = try await zhengming.run(words("concordance", query))
      #expect(outcome.status == 2)
      #expect(outcome.errors == "zhengming: The text is empty; a word at least is required.\n")
    }
  }
}
