import Testing

/// What the verbs of the translation memory say in Chinese.
struct ChineseMemoryTests {
  private func run(
    _ zhengming: Zhengming, _ line: String, _ more: String...
  ) async throws -> Zhengming.Outcome {
    let words = line.split(separator: " ").map(String.init) + more + ["--store", "s.sqlite"]
    return try await zhengming.run(words, environment: ["LANG": "zh_CN.UTF-8"])
  }

  @Test func `matches, fragments and differences of meaning are told in Chinese`() async throws {
    try await withMemory { zhengming in
      let match = try await run(zhengming, "match", "The operator may report within 30 days.")
      #expect(match.output.hasPrefix("84% 模糊匹配 · numbers −1 · house · #3\n"))
      #expect(match.output.hasSuffix("  !   意义不同（情态）：此处为“may”，彼处为“shall”。\n"))
      let draft = try await run(
        zhengming, "match", "Not more than 5% of the staff shall be temporary")
      #expect(draft.output.contains(" · house · 草稿 · #4\n"))
      #expect(draft.output.hasSuffix("  →   临时工不超过5%\n"))
      let fragment = try await run(
        zhengming, "match", "The operator shall report within 15 days to the board of all.")
      #expect(fragment.output.hasPrefix("片段 The operator shall report within 15 days · house"))
      let nothing = try await run(zhengming, "match", "Not here")
      #expect(nothing.status == 1 && nothing.errors == "在 s.sqlite 中没有匹配。\n")
      let words = try await run(zhengming, "concordance xyz")
      #expect(words.status == 1 && words.errors == "在 s.sqlite 中未查到“xyz”。\n")
      let more = try await run(zhengming, "concordance held --limit 1")
      #expect(more.errors == "还有更多：--limit N。\n")
    }
  }

  @Test func `the life of a unit is told in Chinese`() async throws {
    try await withMemory { zhengming in
      let lines = [
        ("remember --memory own", "附录C", "已存入 own：#5（修改 2）\n"),
        ("remember --memory own", "附录C", "own 中已有：#5\n"),
        ("remember --unit 5", "附件C", "已更正 own 的 #5（修改 3）\n"),
      ]
      for (line, target, answer) in lines {
        #expect(try await run(zhengming, line, "Annex C", target).output == answer)
      }
      let history = try await run(zhengming, "history 5")
      #expect(history.output.contains("\n  target：“附录C” → “附件C”\n"))
      #expect(try await run(zhengming, "forget 5").output == "已从 own 删除 #5（修改 4）\n")
      #expect(try await run(zhengming, "revert 4").output == "已撤销修改 4：#5（修改 5）\n")
      let gone = try await run(zhengming, "forget 77")
      #expect(gone.errors == "zhengming: 单元 77：没有这个单元，或已删除。编号请见匹配结果。\n")
    }
  }

  @Test func `a leverage table has Chinese headings, its CSV has none`() async throws {
    try await withMemory { zhengming in
      try zhengming.write("Nothing of the sort.\n", to: "d.txt")
      let table = try await run(zhengming, "analyse d.txt --internal")
      for word in ["匹配率", "语段", "英文词数", "字数", "字符数", "重复", "新增", "内部 100", "总计"] {
        #expect(table.output.contains(word))
      }
      let csv = try await run(zhengming, "analyse d.txt --internal --format csv")
      let english = try await zhengming.run(
        words("analyse d.txt --internal --format csv"))
      #expect(csv.output == english.output)
    }
  }

  @Test func `files of units are told in Chinese`() async throws {
    try await withMemory { zhengming in
      _ = try await run(zhengming, "remember --memory own", "Annex C", "附录C")
      let trial = try await run(zhengming, "import pairs.tsv --memory house --dry-run")
      #expect(
        trial.output
          == "pairs.tsv → house：新增 0，修改 0，移除 0，未变 4\n未写入任何内容（--dry-run）。\n")
      let table = try await run(zhengming, "export --memory own --format tsv -o own.tsv")
      #expect(table.errors == "own.tsv：1 个翻译单元。\n略去：1 添加人与时间（表格容纳不下）\n")
      try zhengming.write("a\tb\nc\td\n", to: "en.tsv")
      let unclear = try await run(zhengming, "import en.tsv --memory house")
      #expect(unclear.status == 2)
      #expect(unclear.errors.contains("en.tsv:1") && unclear.errors.contains("--from"))
    }
  }

  @Test(arguments: [
    ("match x --from en --to en", "所要求的是从 en 到 en；翻译记忆库中英文与中文相对。请去掉其一，或加以更正。"),
    ("match x --penalty memory:q=1", "在 s.sqlite 中没有记忆库“q”；现有 house。"),
    ("remember a 甲 --memory=", "记忆库名称为空；记忆库须有名称。请给出名称。"),
    ("forget x", "编号：“x”不是单元的编号；请照匹配结果所示写作 12 或“#12”。"),
    ("match", "“match”需要文字或 --file。"),
    ("match x --file pairs.tsv", "选项“--file”与“文字”不能同用。"),
    ("remember a b", "两段文字都是 en；须一为英文、一为中文。请用 --from 和 --to 指明。"),
    ("concordance 。。 --from en --memory q", "在 s.sqlite 中没有记忆库“q”；现有 house。"),
    ("analyse nofile", "nofile：没有这个文件。请核对名称。"),
  ])
  func `what cannot be meant is refused in Chinese`(line: String, message: String) async throws {
    try await withMemory { zhengming in
      let outcome = try await run(zhengming, line)
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasPrefix("zhengming: " + message + "\n"), "\(outcome.errors)")
    }
  }
}
