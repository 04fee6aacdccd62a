/// A small memory that tests ask something.
enum SampleMemory {
  static let table = """
    en\tzh\tstate
    The meeting was held in Beijing on 8 June 2021 and closed early.\t会议于2021年6月8日在北京召开，提前结束。\treviewed
    The forum was held in Beijing on 10 June 2021 with experts.\t论坛于2021年6月10日在北京召开，专家出席。\treviewed
    The operator shall report within 15 days.\t经营者应当在15日内报告。\treviewed
    Not more than 5% of the staff shall be temporary.\t临时工不超过5%。\tdraft

    """
}

/// Gives the body a folder with the store `s.sqlite`, which holds the memory `house`.
func withMemory(_ body: (Zhengming) async throws -> Void) async throws {
  try await withZhengming { zhengming in
    try zhengming.write(SampleMemory.table, to: "pairs.tsv")
    let taken = try await zhengming.run("import pairs.tsv --memory house --store s.sqlite")
    guard taken.status == 0 else { throw SampleStore.Failure(errors: taken.errors) }
    try await body(zhengming)
  }
}

/// The words of a line and some that have spaces in them, asked of the store `s.sqlite`.
func words(_ line: String, _ more: String...) -> [String] {
  line.split(separator: " ").map(String.init) + more + ["--store", "s.sqlite"]
}
