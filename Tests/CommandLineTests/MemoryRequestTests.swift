import Testing

/// What is asked of a memory in words that make no sense, or sense in several ways.
struct MemoryRequestTests {
  @Test(arguments: [
    ("match x --from en --to en", "from en to en; a memory holds English with Chinese"),
    ("match x --from zh-Hant --to zh", "from zh-Hant to zh-Hans; a memory holds"),
    ("analyse pairs.tsv --from en --to en-GB", "from en to en-GB; a memory holds"),
    ("export --memory house --format tmx --from zh --to zh-TW", "from zh-Hans to zh-Hant-TW;"),
    (
      "match x --penalty memory:nowhere=5",
      "There is no memory 'nowhere' in s.sqlite; it has house."
    ),
    (
      "forget x",
      "UNIT: 'x' is not the number of a unit; write it as a match shows it, 12 or '#12'."
    ),
    ("forget +3", "UNIT: '+3' is not the number of a unit"),
    ("remember a 甲 --unit 0", "--unit: '0' is not the number of a unit"),
    ("import pairs.tsv --memory=", "The name of the memory is empty; a memory has a name."),
    ("remember a 甲 --memory=", "The name of the memory is empty"),
  ])
  func `what cannot be meant is refused in a sentence`(
    line: String, message: String
  ) async throws {
    try await withMemory { zhengming in
      let outcome = try await zhengming.run(words(line))
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
  }

  @Test func `a unit is named by the sign that answers put before it`() async throws {
    try await withMemory { zhengming in
      let corrected = try await zhengming.run(
        words("remember --unit #3", "The operator shall report within 15 days.", "经营者应在15日内报告。"))
      #expect(corrected.output.hasPrefix("changed #3 of house"))
      let gone = try await zhengming.run(words("forget #3"))
      #expect(gone.output.hasPrefix("removed #3 from house"))
    }
  }

  @Test func `a correction keeps the languages and the codes that it does not touch`()
    async throws
  {
    try await withZhengming { zhengming in
      try zhengming.write(
        """
        <tmx version="1.4"><header srclang="en-GB"/><body><tu>
        <tuv xml:lang="en-GB"><seg>Save <ph x="1">&lt;b/></ph>now</seg></tuv>
        <tuv xml:lang="zh-TW"><seg>立即存檔</seg></tuv></tu></body></tmx>
        """, to: "u.tmx")
      _ = try await zhengming.run(words("import u.tmx --memory m"))
      let corrected = try await zhengming.run(words("remember --unit 1", "Save now", "現在儲存"))
      #expect(corrected.status == 0, "\(corrected.errors)")
      let export = try await zhengming.run(words("export --memory m --format tmx"))
      #expect(export.output.contains("<tuv xml:lang=\"en-GB\">"))
      #expect(export.output.contains("<seg>Save <ph x=\"1\">&lt;b/></ph>now</seg>"))
      #expect(export.output.contains("<tuv xml:lang=\"zh-TW\">"))
      #expect(export.output.contains("<seg>現在儲存</seg>"))
      let told = try await zhengming.run(
        words("remember --unit 1 --from en --to zh-Hans", "Save now", "现在保存"))
      #expect(told.status == 0)
      #expect(
        try await zhengming.run(words("match", "Save now", "--penalty", "codes=0")).output
          .contains("100% fuzzy · m"))
    }
  }
}
