/// The options of a verb in types of their own, made of what the parser read.
protocol CommandOptions: Sendable {
  /// The shape of the verb.
  static var command: Command { get }
  /// Takes the words over, and checks what concerns several of them.
  init(_ parsed: Parsed) throws(UsageError)
}

/// A verb: its shape, and what it does.
struct Verb: Sendable {
  typealias Work = @Sendable (Invocation) throws -> ExitStatus

  let command: Command
  private let prepared: @Sendable (Parsed) throws(UsageError) -> Work

  /// Joins a verb's options to the function that carries it out.
  init<Options: CommandOptions>(
    _ options: Options.Type,
    run: @escaping @Sendable (Options, Invocation) throws -> ExitStatus
  ) {
    command = Options.command
    prepared = { (parsed) throws(UsageError) -> Work in
      let options = try Options(parsed)
      return { invocation in try run(options, invocation) }
    }
  }

  /// Checks all options and returns the work, not begun.
  func work(for parsed: Parsed) throws(UsageError) -> Work { try prepared(parsed) }
}
