import TextAnalysis

/// The findings in the format that code hosts and editors read: SARIF 2.1.0 of OASIS, in English.
///
/// A result's place is that of the target, with the source as a related location; columns are
/// counted in Unicode scalars (`unicodeCodePoints`). What is switched off in the document is there
/// with a suppression of kind `inSource`. A fix is offered where the suggestion stands for a range
/// of one line and needs no escape in any of the formats that are read.
package struct SARIFReport {
  private let report: CheckReport
  private let version: String
  private let rules: [any Rule.Type]

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - report: What was found.
  ///   - version: The version of this program (Semantic Versioning 2.0).
  ///   - rules: The rules that were asked.
  package init(_ report: CheckReport, version: String, rules: RuleSet = .all) {
    self.report = report
    self.version = version
    // A rule may be asked of segments and of the document both; it is one rule.
    var known: [any Rule.Type] = []
    for rule in rules.rules where !known.contains(where: { $0.id == rule.id }) {
      known.append(rule)
    }
    self.rules = known
  }

  /// Gives the report out piece by piece.
  ///
  /// - Parameter write: Takes a piece.
  /// - Throws: What `write` throws.
  package func pieces<Failure: Error>(
    _ write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    try write(
      """
      {
       "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/\
      sarif-schema-2.1.0.json",
       "version": "2.1.0",
       "runs": [
        {
         "tool": \(text(of: tool, depth: 3)),
         "invocations": \(text(of: .list([invocation]), depth: 3)),
         "columnKind": "unicodeCodePoints",
         "results": [
      """)
    var fingerprints = Fingerprints()
    var isFirst = true
    for (findings, suppressed) in [(report.findings, false), (report.suppressed, true)] {
      for finding in findings {
        let result = result(finding, suppressed ? .inDocument : .none, &fingerprints)
        try write((isFirst ? "\n    " : ",\n    ") + text(of: result, depth: 4))
        isFirst = false
      }
    }
    try write(isFirst ? "]\n  }\n ]\n}\n" : "\n   ]\n  }\n ]\n}\n")
  }

  private enum Suppression {
    case none, inDocument
  }

  private func text(of value: JSONTree, depth: Int) -> String {
    var text = ""
    value.write(to: &text, depth: depth)
    return text
  }
}

extension SARIFReport {
  private var tool: JSONTree {
    .object([
      (
        "driver",
        .object([
          ("name", .text("zhengming")), ("semanticVersion", .text(version)),
          (
            "shortDescription",
            .object([("text", .text("Checks translations between English and Chinese."))])
          ),
          ("rules", .list(rules.map(description))),
        ])
      )
    ])
  }

  private func description(of rule: any Rule.Type) -> JSONTree {
    var help = rule.summary.english
    for option in rule.options {
      help += "\n\nOption \(option.name): \(option.summary.english)"
    }
    let words = JSONTree.object([("text", .text(rule.summary.english))])
    return .object([
      ("id", .text(rule.id.rawValue)), ("shortDescription", words),
      ("fullDescription", words), ("help", .object([("text", .text(help))])),
      ("defaultConfiguration", .object([("level", .text(rule.severity.level))])),
    ])
  }

  /// What somebody should know of the files, and that the check came to its end.
  private var invocation: JSONTree {
    var notices = report.notices.map(\.english)
    if let leftOut = report.leftOut { notices.append(leftOut.english) }
    return .object([
      ("executionSuccessful", .flag(true)),
      (
        "toolExecutionNotifications",
        .list(
          notices.map {
            .object([("level", .text("note")), ("message", .object([("text", .text($0))]))])
          })
      ),
    ])
  }

  private func result(
    _ finding: CheckReport.Finding, _ suppression: Suppression,
    _ fingerprints: inout Fingerprints
  ) -> JSONTree {
    var fields: [(String, JSONTree)] = [("ruleId", .text(finding.rule.rawValue))]
    if let index = rules.firstIndex(where: { $0.id == finding.rule }) {
      fields.append(("ruleIndex", .number(index)))
    }
    fields += [
      ("level", .text(finding.severity.level)),
      ("message", .object([("text", .text(finding.message.english))])),
      ("locations", .list([location(of: finding.target)])),
    ]
    if let source = finding.source {
      fields.append(("relatedLocations", .list([location(of: source, named: "the source")])))
    }
    fields.append(
      (
        "partialFingerprints",
        .object([("zhengming/v1", .text(fingerprints.next(for: finding)))])
      ))
    if suppression == .inDocument {
      fields.append(("suppressions", .list([.object([("kind", .text("inSource"))])])))
    }
    if let fix = fix(of: finding) { fields.append(("fixes", .list([fix]))) }
    fields.append(("properties", .object(properties(of: finding))))
    return .object(fields)
  }

  private func properties(of finding: CheckReport.Finding) -> [(String, JSONTree)] {
    var fields: [(String, JSONTree)] = [("segment", .number(finding.segment))]
    if let suggestion = finding.suggestion { fields.append(("suggestion", .text(suggestion))) }
    if let concept = finding.evidence?.concept { fields.append(("concept", .text(concept))) }
    if let source = finding.evidence?.source { fields.append(("source", .text(source))) }
    if let others = finding.evidence?.segments, !others.isEmpty {
      fields.append(("segments", .list(others.map(JSONTree.number))))
    }
    return fields
  }
}

extension SARIFReport {
  private func location(of side: CheckReport.Side, named name: String? = nil) -> JSONTree {
    var place: [(String, JSONTree)] = [("artifactLocation", artifact(side.file))]
    if let region = region(of: side) { place.append(("region", region)) }
    var fields: [(String, JSONTree)] = [("physicalLocation", .object(place))]
    if let name { fields.append(("message", .object([("text", .text(name))]))) }
    return .object(fields)
  }

  private func region(of side: CheckReport.Side) -> JSONTree? {
    guard let line = side.line, let column = side.column else { return nil }
    var fields: [(String, JSONTree)] = [
      ("startLine", .number(line)), ("startColumn", .number(column)),
    ]
    if let endLine = side.endLine, let endColumn = side.endColumn {
      fields += [("endLine", .number(endLine)), ("endColumn", .number(endColumn))]
    }
    if let range = side.ranges.first, range.count == 2, range[1] - range[0] <= 1_000 {
      let scalars = side.text.unicodeScalars.dropFirst(range[0]).prefix(range[1] - range[0])
      fields.append(
        ("snippet", .object([("text", .text(String(String.UnicodeScalarView(scalars))))])))
    }
    return .object(fields)
  }

  private func artifact(_ file: String) -> JSONTree {
    .object([("uri", .text(Self.address(of: file)))])
  }

  /// A file's name as a reference to an address (RFC 3986).
  private static func address(of file: String) -> String {
    var address = file.hasPrefix("/") ? "file://" : ""
    for byte in file.utf8 {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return address
  }

  /// The edit that does what is suggested, where it can be told in the file's own characters.
  private func fix(of finding: CheckReport.Finding) -> JSONTree? {
    let side = finding.target
    guard let suggestion = finding.suggestion, let range = side.ranges.first, range.count == 2,
      range[0] < range[1], let line = side.line, line == side.endLine,
      let column = side.column, let end = side.endColumn, end - column == range[1] - range[0],
      !suggestion.unicodeScalars.contains(where: {
        $0.value < 0x20 || "\",;&<>\\".unicodeScalars.contains($0)
      })
    else { return nil }
    let region = JSONTree.object([
      ("startLine", .number(line)), ("startColumn", .number(column)), ("endLine", .number(line)),
      ("endColumn", .number(end)),
    ])
    let replacement = JSONTree.object([
      ("deletedRegion", region), ("insertedContent", .object([("text", .text(suggestion))])),
    ])
    return .object([
      ("description", .object([("text", .text("Write '\(suggestion)'."))])),
      (
        "artifactChanges",
        .list([
          .object([
            ("artifactLocation", artifact(side.file)), ("replacements", .list([replacement])),
          ])
        ])
      ),
    ])
  }
}

extension Severity {
  /// SARIF's word.
  fileprivate var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .hint: "note"
    }
  }
}

/// What tells a finding from others from one run to the next, wherever in its file it stands: the
/// rule, both texts and what is meant in them; of several that are the same, which it is.
private struct Fingerprints {
  private var counts: [UInt64: Int] = [:]

  mutating func next(for finding: CheckReport.Finding) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      // FNV-1a of 64 bits; 0xFF stands in no UTF-8 and parts the texts.
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
    }
    add(finding.rule.rawValue)
    for side in [finding.source, finding.target].compactMap(\.self) {
      add(side.text)
      add("\(side.ranges)")
    }
    let count = counts[hash, default: 0]
    counts[hash] = count + 1
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits + ":\(count + 1)"
  }
}
