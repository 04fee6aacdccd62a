/// How a table (CSV, TSV) can break its rules.
public enum TableProblem: Hashable, Sendable {
  var message: String { switch self {} }
}
