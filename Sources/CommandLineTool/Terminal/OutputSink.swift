import Interchange
import Synchronization
import TextAnalysis

extension OutputChannel {
  /// Lets work write bytes through a sink to this channel; where the channel takes no more, that is
  /// what is thrown.
  func sinking<Answer>(_ work: (ByteSink) throws -> Answer) throws -> Answer {
    let failure = Mutex<OutputError?>(nil)
    let sink = ByteSink { (piece) throws(InterchangeError) in
      do throws(OutputError) {
        try self.write(bytes: piece)
      } catch {
        failure.withLock { $0 = error }
        throw .file("standard output", .refused(error.description))
      }
    }
    do {
      return try work(sink)
    } catch {
      throw failure.withLock(\.self) ?? error
    }
  }
}
