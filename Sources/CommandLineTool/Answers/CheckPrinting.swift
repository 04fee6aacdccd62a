import Checking
import Foundation
import Interchange
import TextAnalysis
import Workbench

extension Invocation {
  /// Writes a report where it is wanted; what somebody should know of the files goes to standard
  /// error, unless the report itself holds it.
  func write(_ report: CheckReport, _ options: CheckOptions) throws {
    if options.format == .text {
      for notice in report.notices { diagnostics.say(notice(in: language), prefix: "") }
    }
    try ReplacedFile.writing(options.output) { file in
      if let file {
        var sink = file
        try render(report, options.format, palette: Palette(isOn: false)) { piece in
          try sink.add(bytes: piece.utf8)
        }
        try sink.flush()
      } else {
        try render(report, options.format, palette: output.terminal.palette) { piece in
          try output.write(piece)
        }
      }
    }
    if let path = options.output {
      diagnostics.say("\(path): \(report.summary(in: language))", prefix: "")
    }
  }

  private func render(
    _ report: CheckReport, _ format: CheckOptions.Format, palette: Palette,
    _ write: (String) throws -> Void
  ) throws {
    switch format {
    case .text:
      let terminal = output.terminal
      let width = terminal.isTerminal ? min(terminal.readingWidth, 160) : 100
      let text = TextReport(report, language: language, width: width) { piece, ink in
        palette(piece, ink.styles)
      }
      try text.lines { try write($0 + "\n") }
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      try write(String(decoding: try encoder.encode(report), as: UTF8.self) + "\n")
    case .sarif:
      try SARIFReport(report, version: CommandLineInterface.version).pieces(write)
    case .html:
      try HTMLReport(report, language: language).pieces(write)
    }
  }

  /// Prints the rules.
  func print(_ list: RuleListAnswer, _ options: CheckOptions) throws {
    if options.common.json || options.format == .json { return try output.json(list) }
    let width = list.rules.map { DisplayWidth.of($0.id.rawValue) }.max() ?? 0
    let palette = output.terminal.palette
    for rule in list.rules {
      let severity = rule.severity.phrase(in: language)
      try output.line(
        DisplayWidth.padded(rule.id.rawValue, to: width) + "  "
          + palette(
            DisplayWidth.padded(severity, to: 7), TextReport.Ink.severity(rule.severity).styles)
          + "  " + rule.summary(in: language))
      for option in rule.options {
        try output.line(
          String(repeating: " ", count: width + 11)
            + palette("\(option.name) = \(option.standard)", .dim) + "  "
            + option.summary(in: language))
      }
    }
  }
}

extension Invocation {
  /// Prints what was found in translation units, if anything was.
  func print(_ findings: UnitFindings) throws {
    guard findings.total > 0 else { return }
    for finding in findings.findings {
      let severity = finding.severity.phrase(in: language)
      try output.line(
        DisplayWidth.visible(
          "\(finding.memory) #\(finding.unit): \(severity)"
            + Phrase(": ", "：")(in: language)
            + "\(finding.message(in: language)) [\(finding.rule.rawValue)]"))
    }
    let total = findings.total
    let counts = findings.counts.map { "\($0.rule.rawValue) \(grouped($0.total))" }
    try output.line(
      Phrase(
        "\(grouped(total)) \(total == 1 ? "finding" : "findings") in "
          + "\(grouped(findings.units)) translation units: \(counts.joined(separator: ", ")).",
        "\(grouped(findings.units)) 个翻译单元中有 \(grouped(total)) 处疑点："
          + "\(counts.joined(separator: "，"))。")(in: language))
  }
}

extension TextReport.Ink {
  /// How a terminal shows it.
  fileprivate var styles: [TextStyle] {
    switch self {
    case .place: [.bold]
    case .severity(.error): [.bold, .red]
    case .severity(.warning): [.bold, .yellow]
    case .severity(.hint): [.bold, .cyan]
    case .aside: [.dim]
    }
  }
}
