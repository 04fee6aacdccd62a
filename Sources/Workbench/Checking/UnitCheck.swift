public import Checking
import Storage
public import TextAnalysis
import TranslationMemory

/// What the rules of a check say of the units of a store. A memory holds what people have approved,
/// without the documents around it: only errors and warnings count, and none is a fault of the store.
public struct UnitFindings: Sendable, Codable {
  /// How many units were checked.
  public var units: Int
  /// How many findings each rule has.
  public var counts: [CheckReport.RuleCount]
  /// The findings, the gravest where not all were asked for.
  public var findings: [UnitFinding]

  /// How many there are.
  public var total: Int { counts.reduce(0) { $0 + $1.total } }
}

/// A finding in a unit.
public struct UnitFinding: Sendable, Codable {
  /// The store's number for the unit.
  public var unit: Int
  /// The memory that it is of.
  public var memory: String
  /// The rule.
  public var rule: RuleID
  /// How grave it is.
  public var severity: Severity
  /// What is wrong, in a sentence.
  public var message: Phrase
}

extension Workbench {
  /// Asks the rules of segments of every unit.
  ///
  /// - Parameters:
  ///   - snapshot: The store.
  ///   - limit: At most so many findings are listed.
  /// - Returns: What they say.
  /// - Throws: What reading the store throws.
  /// - Complexity: O(the size of the units); memory does not grow with them.
  func unitFindings(_ snapshot: borrowing Snapshot, limit: Int) throws -> UnitFindings {
    let checker = Checker(
      rules: RuleSet(segmentRules: RuleSet.all.segmentRules, documentRules: []),
      context: CheckContext(termbase: try termbase(of: [], snapshot)))
    let memories = try snapshot.memoryNames()
    var gathered = GatheredFindings(limit: limit)
    var batch: [UnitPair] = []
    func check() {
      let findings = checker.findings(in: batch.enumerated().map { CheckedSegment($1, number: $0) })
      for finding in findings where finding.severity <= .warning {
        let pair = batch[finding.segment]
        gathered.add(
          UnitFinding(
            unit: pair.row, memory: memories[pair.memory] ?? "", rule: finding.rule,
            severity: finding.severity, message: finding.message))
      }
      gathered.units += batch.count
      batch.removeAll(keepingCapacity: true)
    }
    try snapshot.forEachUnitPair { pair in
      batch.append(pair)
      if batch.count == 4_096 { check() }
    }
    check()
    return gathered.answer
  }
}

extension CheckedSegment {
  /// A unit as a check sees it: without the document that it is from.
  fileprivate init(_ pair: UnitPair, number: Int) {
    self.init(
      source: CheckedText(pair.source.segment, language: pair.source.language),
      target: CheckedText(pair.target.segment, language: pair.target.language),
      block: .heading, blockNumber: number)
  }
}

/// Findings that are counted, the gravest of them kept.
private struct GatheredFindings {
  let limit: Int
  var units = 0
  private var counts: [RuleID: CheckReport.RuleCount] = [:]
  private var errors: [UnitFinding] = []
  private var warnings: [UnitFinding] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ finding: UnitFinding) {
    var count = counts[finding.rule] ?? CheckReport.RuleCount(rule: finding.rule)
    if finding.severity == .error {
      count.errors += 1
      if errors.count < limit { errors.append(finding) }
    } else {
      count.warnings += 1
      if warnings.count < limit { warnings.append(finding) }
    }
    counts[finding.rule] = count
  }

  var answer: UnitFindings {
    UnitFindings(
      units: units,
      counts: counts.values.sorted {
        ($0.errors, $0.warnings, $1.rule.rawValue) > ($1.errors, $1.warnings, $0.rule.rawValue)
      },
      findings: Array((errors + warnings).prefix(limit)))
  }
}
