import Testing

/// How matches and fragments are told, on a terminal and off it.
struct MatchAnswerTests {
  @Test func `in colours what goes is red, what comes green, and no brackets stand`() async throws {
    try await withMemory { zhengming in
      let outcome = try await zhengming.run(
        words("match", "The operator may report within 30 days."),
        environment: ["CLICOLOR_FORCE": "1"])
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(lines[0].hasPrefix("\u{1B}[1m84%\u{1B}[0m fuzzy"))
      #expect(lines[1].contains("The operator \u{1B}[31;9mshall\u{1B}[0m\u{1B}[32mmay\u{1B}[0m "))
      #expect(lines[3].contains("经营者应当在\u{1B}[4m30日\u{1B}[0m内报告。"))
      #expect(lines[4].contains("\u{1B}[31mThe meaning differs (obligation or permission)"))
      #expect(!outcome.output.contains("[-") && !outcome.output.contains("{+"))
    }
  }

  @Test func `a hit of a concordance is bold on a terminal`() async throws {
    try await withMemory { zhengming in
      let outcome = try await zhengming.run(
        words("concordance 报告"), environment: ["CLICOLOR_FORCE": "1"])
      #expect(outcome.output.hasPrefix("经营者应当在15日内\u{1B}[1m报告\u{1B}[0m。  \u{1B}[2mhouse"))
      let plain = try await zhengming.run(
        words("concordance 报告"), environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"])
      #expect(plain.output.hasPrefix("经营者应当在15日内[报告]。  house · #3\n"))
    }
  }

  @Test func `a word that comes in stands apart from its neighbours`() async throws {
    try await withMemory { zhengming in
      let outcome = try await zhengming.run(
        words("match", "Now The operator shall not report within 15 days."))
      #expect(outcome.output.contains("{+Now+} The operator shall {+not+} report within 15 days."))
      let chinese = try await zhengming.run(words("match", "经营者不应当在15日内报告。"))
      #expect(chinese.output.contains("经营者{+不+}应当在15日内报告。"))
    }
  }

  @Test func `fragments come where nothing matches, and beside matches on request`() async throws {
    try await withMemory { zhengming in
      let line = "The operator shall report within 15 days to the board of the exchange in writing."
      let alone = try await zhengming.run(words("match", line))
      #expect(
        alone.output.hasPrefix(
          """
          fragment The operator shall report within 15 days · house · #3
            [The operator shall report within 15 days].
            [经营者应当在15日内报告。]
          """))
      #expect(alone.status == 0)
      let near = "The operator shall report within 15 days."
      #expect(
        try await zhengming.run(words("match", near)).output.contains("fragment") == false)
      #expect(
        try await zhengming.run(words("match --fragments", near)).output.contains(
          "fragment The operator shall report within 15 days · house"))
    }
  }

  @Test func `a fragment with a date is taken from the unit that has this date`() async throws {
    try await withMemory { zhengming in
      for (date, unit) in [("10 June 2021", "#2"), ("8 June 2021", "#1"), ("9 June 2021", "#1")] {
        let outcome = try await zhengming.run(
          words("match", "A dinner was held in Beijing on \(date)."))
        let run = "fragment was held in Beijing on \(date) · house · \(unit)\n"
        #expect(outcome.output.hasPrefix(run), "\(outcome.output)")
      }
      _ = try await zhengming.run(
        words("remember", "Sizes: 12, 14, 16, 18, 20", "字号：12、14、16、18、20"))
      let other = try await zhengming.run(words("match", "Bus 1, 2, 3, 4, 5 to the centre"))
      #expect(other.status == 1, "\(other.output)")
      let same = try await zhengming.run(words("match", "Bus 12, 14, 16, 18, 20 to the centre"))
      #expect(same.output.hasPrefix("fragment 12, 14, 16, 18, 20 · own"))
    }
  }

  @Test func `fragments are of the memories that are searched`() async throws {
    try await withMemory { zhengming in
      let added = try await zhengming.run(
        words("remember --memory other", "It was held in Beijing by the board.", "由董事会在北京举行。"))
      #expect(added.status == 0, "\(added.errors)")
      let text = "A dinner was held in Beijing on 8 June 2021."
      let outcome = try await zhengming.run(words("match --memory other", text))
      #expect(outcome.output.hasPrefix("fragment was held in Beijing · other · #5\n"))
      #expect(
        try await zhengming.run(words("match --memory house", text)).output.contains("#1"))
    }
  }

  @Test func `the segments of a Markdown file are one another's context`() async throws {
    try await withZhengming { zhengming in
      try zhengming.write(
        """
        en\tzh\tprevious\tnext
        Scope\t范围\tRules\tThey apply to all.
        They apply to all.\t适用于所有人。\tScope\t

        """, to: "c.tsv")
      _ = try await zhengming.run(words("import c.tsv --memory c"))
      try zhengming.write(
        "# Rules\n\n## Scope\n\n```\ncode is skipped\n```\n\nThey apply to all.\n", to: "d.md")
      let outcome = try await zhengming.run(words("match --file d.md --context"))
      #expect(outcome.output.contains("2  Scope\n101% in context · c"))
      #expect(outcome.output.contains("3  They apply to all.\n100% exact"))
      #expect(outcome.output.contains("1  Rules\n  No match in s.sqlite.\n"))
      #expect(!outcome.output.contains("code is skipped"))
      #expect(outcome.status == 1)
      let json = try await zhengming.run(words("match --file d.md --context --json"))
      #expect(json.output.contains("\"kind\" : \"inContext\""))
      let input = try await zhengming.run(
        words("match --file -"), input: "Scope\n\nThey apply to all.\n")
      #expect(input.status == 0 && input.output.contains("2  They apply to all.\n100% exact"))
    }
  }
}
