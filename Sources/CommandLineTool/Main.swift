import Foundation

@main
struct Main {
  static func main() {
    OutputChannel.occupyClosedStandardDescriptors()
    Interruption.install()
    let interface = CommandLineInterface(verbs: .all)
    let invocation = Invocation(
      environment: ProcessInfo.processInfo.environment,
      currentFolder: FileManager.default.currentDirectoryPath, commands: interface.commands)
    let status = interface.run(Array(CommandLine.arguments.dropFirst()), in: invocation)
    exit(status.rawValue)
  }
}

extension [Verb] {
  /// Every verb that the command carries out, in the order of its help page.
  static var all: [Verb] {
    [
      .lookup, .annotate, .match, .concordance, .analyse, .check, .quantities, .remember,
      .forget, .import, .export, .add, .edit, .retire, .approve, .reject, .revert, .history,
      .info,
      .validate, .completions,
    ]
  }
}
