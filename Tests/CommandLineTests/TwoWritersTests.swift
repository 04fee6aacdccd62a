import Foundation
import Testing

/// Two processes that write units of one store, and with them the layers of its index, at once.
struct TwoWritersTests {
  @Test func `what two processes remember at once is matched as if every unit were compared`()
    async throws
  {
    try await withZhengming { zhengming in
      let first = (1...10).map { "Item \($0) of the first list is open.\t第一份清单第\($0)项未结。" }
      try zhengming.write("en\tzh\n" + first.joined(separator: "\n") + "\n", to: "first.tsv")
      _ = try await zhengming.run("import first.tsv --memory m --store s.sqlite")
      // More than 50 units since the last index are one more layer of it.
      let outcome = try await zhengming.shell(
        """
        fill() {
          for number in $(seq 30); do
            zhengming remember "Item $number of list $1 is $2 checked." "清单$1第$number项已$2查。" \\
              --memory m --store s.sqlite >/dev/null || echo refused
          done
        }
        fill A twice & fill B thrice & wait
        """)
      #expect(outcome.output == "", "\(outcome.errors)")
      let export = try await zhengming.run("export --memory m --format tsv --store s.sqlite")
      let sources = export.output.split(separator: "\n").dropFirst().map {
        String($0.split(separator: "\t", omittingEmptySubsequences: false)[1])
      }
      #expect(sources.count == 70)
      for query in ["Item 7 of list A is twice checked.", "Item 9 of the list is open."] {
        let wanted = sources.compactMap { source -> String? in
          let base = Self.base(query, source)
          return base < 60 ? nil : "\(base) \(source)"
        }
        #expect(!wanted.isEmpty)
        #expect(try await Self.matches(query, zhengming) == wanted.sorted())
      }
      #expect(try await zhengming.run("validate --store s.sqlite").status == 0)
    }
  }

  /// What the command finds at 60 %, with its base rates.
  private static func matches(_ query: String, _ zhengming: Zhengming) async throws -> [String] {
    let outcome = try await zhengming.run(
      ["match", query, "--threshold", "60", "--limit", "100", "--json", "--store", "s.sqlite"]
        + ["--penalty", "numbers=0", "--penalty", "case=0", "--penalty", "inflection=0"])
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let segments = (answer as? [String: Any])?["segments"] as? [[String: Any]]
    let matches = segments?.first?["matches"] as? [[String: Any]] ?? []
    return matches.map { "\($0["base"] ?? 0) \($0["source"] ?? "")" }.sorted()
  }

  /// The base rate of two sentences of plain words, any two numbers being one, by the least number
  /// of edits.
  private static func base(_ query: String, _ source: String) -> Int {
    func words(_ text: String) -> [String] {
      text.dropLast().split(separator: " ").map { Int($0) == nil ? String($0) : "0" }
    }
    let (ours, theirs) = (words(query), words(source))
    var row = Array(0...theirs.count)
    for (done, word) in ours.enumerated() {
      var diagonal = done
      row[0] = done + 1
      for place in theirs.indices {
        let replaced = diagonal + (word == theirs[place] ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, diagonal + 1, row[place] + 1)
      }
    }
    let longer = max(ours.count, theirs.count)
    return 100 * (longer - row[theirs.count]) / longer
  }
}
