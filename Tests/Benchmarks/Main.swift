import Foundation

/// `swift run -c release benchmarks [NAME]`: prints tables of measured figures and asserts nothing.
@main
struct Main {
  static func main() throws {
    let names = CommandLine.arguments.dropFirst()
    switch names.first {
    case "lookup", nil: try LookUpBenchmark().run()
    case "match": try MatchBenchmark().run(names.dropFirst())
    case "verify": try MatchVerification().run(names.dropFirst())
    case let name?:
      print("'\(name)' is no benchmark; there are: lookup, match, verify.")
      exit(2)
    }
  }
}
