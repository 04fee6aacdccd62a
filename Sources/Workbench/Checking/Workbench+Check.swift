public import Checking
import Storage
import Terminology
import TextAnalysis

extension Workbench {
  /// Checks translations, or documents in one language.
  ///
  /// - Parameter request: The files, and what is asked of them.
  /// - Returns: What was found.
  /// - Throws: ``WorkbenchError`` where a file cannot be read or is not what it must be, or the
  ///   request makes no sense.
  public func check(_ request: CheckRequest) throws(WorkbenchError) -> CheckReport {
    try check(request, rules: .all)
  }

  /// Checks with other rules than all.
  package func check(
    _ request: CheckRequest, rules: RuleSet
  ) throws(WorkbenchError) -> CheckReport {
    let settings: CheckSettings
    var document: CheckedDocument
    do {
      settings = try CheckSettings(request, rules: rules)
      document = try CheckedDocument(request.inputs, settings)
    } catch {
      throw WorkbenchError(error)
    }
    let termbase = try read { try self.termbase(of: settings.glossaries, $0) }
    let checker = Checker(
      rules: settings.rules,
      context: CheckContext(
        profile: settings.profile, asOf: request.asOf, termbase: termbase,
        settings: settings.options))
    return CheckReport(
      checker.judgement(on: document.segments), on: document.segments,
      files: request.inputs.flatMap { $0.texts.map(\.name) }, store: storeName,
      limit: request.limit, failOn: settings.failOn, notices: document.notices)
  }

  /// Returns the segments that a check would look at.
  package func segments(of request: CheckRequest) throws -> [CheckedSegment] {
    try CheckedDocument(request.inputs, CheckSettings(request, rules: .all)).segments
  }

  /// Returns the terms of all glossaries as a check knows them.
  package func termbase() throws -> any Termbase {
    try read { try self.termbase(of: [], $0) }
  }

  /// The terms that a check knows.
  ///
  /// - Parameters:
  ///   - glossaries: Only these; empty means all.
  ///   - snapshot: The store.
  /// - Returns: The termbase.
  /// - Throws: ``WorkbenchError`` where there is no such glossary.
  func termbase(
    of glossaries: Set<String>, _ snapshot: borrowing Snapshot
  ) throws -> any Termbase {
    let index = try termIndex(of: glossaries, snapshot)
    var concepts: [(row: Int64, entry: ConceptEntry)] = []
    // Relations lead to entries of other glossaries too.
    try snapshot.forEachEntry { entry, row in concepts.append((Int64(row), entry)) }
    return GlossaryTermbase(concepts, index: index)
  }
}
