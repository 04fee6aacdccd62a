import Foundation
import Testing

/// Earlier translations, asked for from outside.
struct MatchTests {
  private static let pairs = """
    en\tzh\tstate
    These Measures shall come into force on 1 September 2021.\t本办法自2021年9月1日起施行。\treviewed
    The operator shall report within 15 days.\t经营者应当在15日内报告。\treviewed
    Annex B\t附录B\tmachine

    """

  private func withPairs(
    _ body: (Zhengming) async throws -> Void
  ) async throws {
    try await withStore { zhengming in
      try zhengming.write(Self.pairs, to: "pairs.tsv")
      let taken = try await zhengming.run("import pairs.tsv --memory house")
      #expect(taken.status == 0, "\(taken.errors)")
      #expect(taken.output.contains("3 added"))
      try await body(zhengming)
    }
  }

  @Test func `a match is told with its difference, target and suggestion`() async throws {
    try await withPairs { zhengming in
      let outcome = try await zhengming.run([
        "match", "These Measures shall come into force on 1 October 2022.",
      ])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("[-September 2021-]{+October 2022+}"))
      #expect(outcome.output.contains("本办法自[2022年10月1日]起施行。"))
      let chinese = try await zhengming.run(["match", "本办法自2022年10月1日起施行。"])
      #expect(chinese.output.contains("come into force on [1 October 2022]."))
    }
  }

  @Test func `penalties are told by name and can be set`() async throws {
    try await withPairs { zhengming in
      let paid = try await zhengming.run(["match", "annex B"])
      #expect(paid.output.contains("case −1, machine −10"))
      let free = try await zhengming.run(["match", "Annex B", "--penalty", "machine=0"])
      #expect(free.output.hasPrefix("100% exact"))
      let bad = try await zhengming.run(["match", "x", "--penalty", "mood=3"])
      #expect(bad.status == 2 && bad.errors.contains("'mood=3' is not KIND=POINTS"))
    }
  }

  @Test func `a modal that differs is told`() async throws {
    try await withPairs { zhengming in
      let outcome = try await zhengming.run(["match", "The operator may report within 15 days."])
      #expect(outcome.output.contains("here 'may', there 'shall'"))
    }
  }

  @Test func `the segments around count where that is asked for`() async throws {
    try await withStore { zhengming in
      try zhengming.write(
        "en\tzh\tprevious\tnext\nScope\t范围\tPreface.\tTerms\nScope\t适用范围\tA.\tB.\n", to: "c.tsv")
      #expect(try await zhengming.run("import c.tsv --memory c").status == 0)
      try zhengming.write("Preface.\n\nScope\n\nTerms\n", to: "document.txt")
      let outcome = try await zhengming.run("match --file document.txt --context --limit 1")
      #expect(outcome.output.contains("in context"))
      #expect(outcome.output.contains("zh  范围"))
      let plain = try await zhengming.run("match --file document.txt")
      #expect(!plain.output.contains("in context"))
      #expect(try await zhengming.run("match Scope --context").status == 2)
    }
  }

  @Test func `a Traditional target is never offered unmarked for Simplified`() async throws {
    try await withStore { zhengming in
      try zhengming.write("en\tzh-TW\nSoftware\t軟體\n", to: "tw.tsv")
      #expect(try await zhengming.run("import tw.tsv --memory tw").status == 0)
      let outcome = try await zhengming.run("match Software")
      #expect(outcome.output.contains("95%") && outcome.output.contains("variant −5"))
      try zhengming.write("en\tzh-CN\nSoftware\t软件\n", to: "cn.tsv")
      #expect(try await zhengming.run("import cn.tsv --memory cn").status == 0)
      let both = try await zhengming.run("match Software --limit 1")
      #expect(both.output.contains("软件"))
      let asked = try await zhengming.run("match Software --to zh-Hant-TW --limit 1")
      #expect(asked.output.contains("軟體") && !asked.output.contains("variant"))
    }
  }

  @Test func `JSON has every field, null where nothing is known`() async throws {
    try await withPairs { zhengming in
      let outcome = try await zhengming.run("match Annex B --json")
      let answer = try #require(
        JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let segments = try #require(answer["segments"] as? [[String: Any]])
      let match = try #require((segments.first?["matches"] as? [[String: Any]])?.first)
      let fields: Set = [
        "kind", "rate", "base", "penalties", "sourceLanguage", "targetLanguage", "source", "target",
        "suggestion", "adapted", "reworded", "difference", "flips", "unit", "memory", "state",
        "changedBy", "changed",
      ]
      #expect(Set(match.keys) == fields)
      #expect(match["reworded"] is NSNull)
    }
  }

  @Test func `what is remembered is found by the next query, and what is forgotten is not`()
    async throws
  {
    try await withPairs { zhengming in
      let added = try await zhengming.run(["remember", "Annex C", "附录C", "--memory", "house"])
      #expect(added.output.hasPrefix("added #4 to house"))
      #expect(try await zhengming.run("match Annex C").output.contains("附录C"))
      let corrected = try await zhengming.run(["remember", "Annex C", "附件C", "--unit", "4"])
      #expect(corrected.output.hasPrefix("changed #4 of house"))
      #expect(try await zhengming.run("match Annex C").output.contains("附件C"))
      #expect(try await zhengming.run("forget 4").output.hasPrefix("removed #4 from house"))
      #expect(try await zhengming.run("match Annex C --threshold 100").status == 1)
      #expect(try await zhengming.run("forget 4").status == 2)
      let same = try await zhengming.run(["remember", "one", "two"])
      #expect(same.status == 2 && same.errors.contains("Both texts are"))
    }
  }

  @Test func `a concordance bridges forms, and takes quoted words as written`() async throws {
    try await withPairs { zhengming in
      let hit = try await zhengming.run("concordance operators")
      #expect(hit.output.contains("The [operator] shall report"))
      #expect(try await zhengming.run("concordance 報告").output.contains("[报告]"))
      #expect(try await zhengming.run(["concordance", "\"Operator\""]).status == 1)
      #expect(try await zhengming.run("concordance report operator --all-words").status == 0)
      #expect(try await zhengming.run("concordance report operator").status == 1)
    }
  }

  @Test func `the leverage table counts each segment once`() async throws {
    try await withPairs { zhengming in
      try zhengming.write("Annex B\n\nAnnex B\n\nSomething else entirely here.\n", to: "d.txt")
      let outcome = try await zhengming.run("analyse d.txt --penalty machine=0 --format csv")
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(lines[0] == "document,band,segments,words,chineseCharacters,characters")
      #expect(lines.contains("\"d.txt\",repetitions,1,2,2,6"))
      #expect(lines.contains("\"d.txt\",100,1,2,2,6"))
      #expect(lines.contains("\"d.txt\",new,1,4,4,26"))
      #expect(lines.last == "\"d.txt\",total,3,8,8,38")
    }
  }

  @Test func `an export is taken in again without a change`() async throws {
    try await withPairs { zhengming in
      let export = try await zhengming.run("export --memory house --format tmx -o house.tmx")
      #expect(export.status == 0, "\(export.errors)")
      let again = try await zhengming.run("import house.tmx --memory house")
      #expect(again.output.contains("0 added, 0 changed, 0 removed, 3 unchanged"))
    }
  }

  @Test func `units of several memories go back into the memories that they are of`() async throws {
    try await withPairs { zhengming in
      let kept = try await zhengming.run(["remember", "Annex C", "附录C", "--memory", "own"])
      #expect(kept.status == 0, "\(kept.errors)")
      let export = try await zhengming.run(
        "export --memory house --memory own --format tmx -o b.tmx")
      #expect(export.status == 0, "\(export.errors)")
      let taken = try await zhengming.run("import b.tmx --store other.sqlite")
      #expect(taken.output.contains("b.tmx → house: 3 added"))
      #expect(taken.output.contains("b.tmx → own: 1 added"))
      let mixed = try await zhengming.run("export --memory house --format tbx")
      #expect(mixed.status == 2 && mixed.errors.contains("exclude each other"))
    }
  }

  @Test func `the life of a unit is told by its number`() async throws {
    try await withPairs { zhengming in
      _ = try await zhengming.run(["remember", "Annex C", "附录C", "--memory", "house"])
      _ = try await zhengming.run(["remember", "Annex C", "附件C", "--unit", "4"])
      let history = try await zhengming.run("history 4")
      #expect(history.output.contains("target: '附录C' → '附件C'"))
      let change = try #require(history.output.split(separator: " ").dropFirst().first)
      #expect(try await zhengming.run("revert \(change)").status == 0)
      #expect(try await zhengming.run("match Annex C").output.contains("zh  附录C"))
    }
  }
}
