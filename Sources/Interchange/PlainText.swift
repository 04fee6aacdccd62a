/// Text without mark-up, read whole.
public enum PlainText {
  /// How many bytes a document may have: 64 MiB.
  public static let byteLimit = 64 << 20

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - encoding: What they are; nothing means UTF-8 unless a byte-order mark says UTF-16.
  /// - Returns: The text.
  /// - Throws: ``InterchangeError`` where it cannot be read, is not in that encoding, or is larger
  ///   than ``byteLimit``.
  public static func read(
    _ source: ByteSource, encoding: TextEncoding? = nil
  ) throws(InterchangeError) -> String {
    let decoder = TextDecoder(source, encoding: encoding)
    var bytes: [UInt8] = []
    while true {
      let piece = try decoder.next()
      if piece.isEmpty { break }
      bytes += piece
      guard bytes.count <= byteLimit else {
        throw .file(source.name, .tooLong(limit: byteLimit))
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .file(source.name, .notText(decoder.encoding))
    }
    return text
  }
}
