import Foundation

/// `swift run -c release benchmarks [NAME]`: prints tables of measured figures and asserts nothing.
@main
struct Main {
  static func main() throws {
    let names = CommandLine.arguments.dropFirst()
    switch names.first {
    case "lookup", nil: try LookUpBenchmark().run()
    case "tokens": TokensBenchmark().run()
    case "figures": FiguresBenchmark().run()
    case let name?:
      print("'\(name)' is no benchmark; there are: lookup, tokens, figures.")
      exit(2)
    }
  }
}
