public import TextAnalysis

/// Who took over from a body that is gone, down to the bodies of the day asked about.
///
/// Succession is a graph: a body's work may go to several others, each within a scope, and a
/// successor may itself be gone.
public enum Succession {
  /// One body that took over, and how the work came to it.
  public struct Heir: Sendable, Hashable {
    /// The identifier of the body.
    public var id: String
    /// When the last step was taken.
    public var since: PartialDate?
    /// What part of the work the last step was about, in words.
    public var scope: String?
    /// The bodies between, nearest to the one asked about first.
    public var via: [String]
    /// Whether the body itself has been replaced by the day asked about.
    public var isGone: Bool
  }

  /// Follows *replaced by* from a concept, nearest first, each body once.
  ///
  /// - Parameters:
  ///   - entry: The concept asked about.
  ///   - day: The day asked about; nothing means today, when every recorded step is taken.
  ///   - concept: Finds a concept by identifier.
  /// - Returns: All that took over, directly or later.
  /// - Throws: What `concept` throws.
  /// - Complexity: O(concepts reached · their relations); a cycle is walked once.
  public static func heirs<Failure: Error>(
    of entry: ConceptEntry, on day: PartialDate?,
    concept: (String) throws(Failure) -> ConceptEntry?
  ) throws(Failure) -> [Heir] {
    var heirs: [Heir] = []
    var seen: Set<String> = [entry.id]
    var front: [(entry: ConceptEntry, via: [String])] = [(entry, [])]
    while !front.isEmpty {
      var next: [(entry: ConceptEntry, via: [String])] = []
      for (body, via) in front {
        for step in steps(from: body, on: day) where seen.insert(step.target).inserted {
          let target = try concept(step.target)
          let isGone = target.map { !steps(from: $0, on: day).filter { $0.scope == nil }.isEmpty }
          heirs.append(
            Heir(
              id: step.target, since: step.since, scope: step.scope, via: via,
              isGone: isGone ?? false))
          if let target { next.append((target, via + [target.id])) }
        }
      }
      front = next
    }
    return heirs
  }

  private static func steps(from entry: ConceptEntry, on day: PartialDate?) -> [Relation] {
    entry.relations.filter { relation in
      guard relation.kind == .replacedBy else { return false }
      guard let day else { return true }
      let validity = Validity(since: relation.since, until: nil, on: day)
      return validity == .valid || validity == .sinceUnknown
    }
  }
}
