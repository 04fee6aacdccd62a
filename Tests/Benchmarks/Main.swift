import Foundation

/// `swift run -c release benchmarks [NAME]`: prints tables of measured figures and asserts nothing.
@main
struct Main {
  static func main() {
    do {
      try run(CommandLine.arguments.dropFirst())
    } catch {
      FileHandle.standardError.write(Data("benchmarks: \(error)\n".utf8))
      exit(2)
    }
  }

  private static func run(_ names: ArraySlice<String>) throws {
    switch names.first {
    case "lookup", nil: try LookUpBenchmark().run()
    case "tokens": TokensBenchmark().run()
    case "terms": try TermsBenchmark().run()
    case "figures": FiguresBenchmark().run()
    case "figure-rules": try FigureRulesBenchmark().run(Array(names.dropFirst()))
    case "units": try UnitsBenchmark().run()
    case "units-table": try UnitsBenchmark().writeTable(to: names.dropFirst().first ?? "")
    case "units-import":
      let files = Array(names.dropFirst())
      try UnitsBenchmark().importTable(
        files.first ?? "", into: files.count > 1 ? files[1] : nil)
    case "term-rules": try TermRulesBenchmark().run(names.dropFirst())
    case "tmx": try TMXBenchmark().run(arguments: Array(names.dropFirst()))
    case "match": try MatchBenchmark().run(names.dropFirst())
    case "memory": try MemoryBenchmark.run(names.dropFirst())
    case "usefulness": try UsefulnessBenchmark().run(names.dropFirst())
    case "verify": try MatchVerification().run(names.dropFirst())
    case "check": try CheckBenchmark().run(Array(names.dropFirst()))
    case "form-rules": FormRulesBenchmark().run(names.dropFirst())
    case let name?:
      print(
        "'\(name)' is no benchmark; there are: lookup, tokens, terms, figures, units, tmx, match, "
          + "memory, usefulness, verify, check, figure-rules, form-rules, term-rules."
      )
      exit(2)
    }
  }
}
