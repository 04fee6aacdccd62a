/// How markup (TBX) can break its rules.
public enum MarkupProblem: Hashable, Sendable {
  var message: String { switch self {} }
}
