/// Bytes written in order, gathered into pieces before they leave.
public struct ByteSink {
  private var pending: [UInt8] = []
  private let write: ([UInt8]) throws(InterchangeError) -> Void

  /// Writes through a closure, some 64 KiB at a time.
  ///
  /// - Parameter write: Takes one piece; pieces follow each other without a gap.
  public init(_ write: @escaping ([UInt8]) throws(InterchangeError) -> Void) { self.write = write }

  /// Adds text in UTF-8.
  ///
  /// - Parameter text: What to write.
  /// - Throws: What the closure throws.
  public mutating func add(_ text: String) throws(InterchangeError) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= 65_536 { try flush() }
  }

  /// Adds bytes.
  ///
  /// - Parameter bytes: What to write.
  /// - Throws: What the closure throws.
  public mutating func add(bytes: some Sequence<UInt8>) throws(InterchangeError) {
    pending.append(contentsOf: bytes)
    if pending.count >= 65_536 { try flush() }
  }

  /// Sends what is pending on its way; to be called at the end.
  ///
  /// - Throws: What the closure throws.
  public mutating func flush() throws(InterchangeError) {
    guard !pending.isEmpty else { return }
    try write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}
