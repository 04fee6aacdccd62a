import Foundation
import TextAnalysis

/// Everything around one run of the command that it may look at: nothing else reads the
/// environment.
struct Invocation: Sendable {
  let environment: [String: String]
  /// An absolute path.
  let currentFolder: String
  let language: MessageLanguage
  let output: OutputChannel
  let errors: OutputChannel
  /// Every verb that this command knows.
  let commands: [Command]

  init(environment: [String: String], currentFolder: String, commands: [Command]) {
    self.environment = environment
    self.currentFolder = currentFolder
    self.commands = commands
    language = MessageLanguage(environment: environment)
    output = OutputChannel(descriptor: STDOUT_FILENO, capacity: 1 << 16, environment: environment)
    errors = OutputChannel(descriptor: STDERR_FILENO, capacity: 0, environment: environment)
  }

  var diagnostics: Diagnostics { Diagnostics(language: language, errors: errors) }

  /// Where the store is that the command line means.
  func storeLocation(_ common: CommonOptions) -> StoreLocation {
    StoreLocation.resolve(
      named: common.store, environment: environment, currentFolder: currentFolder,
      fileExists: { FileManager.default.fileExists(atPath: $0) })
  }

  /// Who a change of this command line is put down to.
  func author(_ common: CommonOptions) -> String {
    Author.resolve(
      named: common.author, environment: environment,
      gitName: { Author.nameFromGit(in: currentFolder, environment: environment) },
      login: { NSUserName() })
  }

  /// Runs some work with a bar that says how far it is; see ``ProgressBar``.
  func withProgress<Answer, Failure: Error>(
    _ label: Phrase, _ work: (ProgressBar) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    let errors = errors
    let bar = ProgressBar(label(in: language), in: language, on: errors.terminal) {
      try? errors.write($0)
    }
    defer { bar.finish() }
    return try work(bar)
  }
}
