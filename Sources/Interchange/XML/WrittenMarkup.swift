/// The bytes of a document that the parser was handed last, so that markup can be given back as it
/// was written.
///
/// Places are byte offsets in the document, as the parser tells them.
struct WrittenMarkup {
  /// How characters stand in the bytes, as far as markup is given back from them.
  enum Form {
    case utf8, utf16BigEndian, utf16LittleEndian
  }

  /// How characters stand in the bytes; nothing where that is not known.
  var form: Form?

  private var bytes: [UInt8] = []
  private var start = 0

  /// Adds what the parser is handed next.
  mutating func append(_ piece: [UInt8]) { bytes += piece }

  /// Forgets what stands before a place.
  mutating func drop(before offset: Int) {
    let count = min(max(0, offset - start), bytes.count)
    bytes.removeFirst(count)
    start += count
  }

  /// Gives an element back.
  ///
  /// - Parameters:
  ///   - tagOffset: A place in its start tag, behind the last attribute.
  ///   - end: The place behind it.
  /// - Returns: The element as it was written, or nothing where that cannot be told.
  func element(tagAt tagOffset: Int, to end: Int) -> String? {
    guard let from = lastOpening(before: tagOffset) else { return nil }
    return text(from: from, to: end - start)
  }

  /// Gives a start tag back.
  ///
  /// - Parameter offset: A place in it, behind the last attribute.
  /// - Returns: The tag as it was written, or nothing where that cannot be told.
  func startTag(at offset: Int) -> String? {
    guard let from = lastOpening(before: offset) else { return nil }
    var place = offset - start
    while let unit = unit(at: place) {
      place += width
      if unit == UInt16(UInt8(ascii: ">")) { return text(from: from, to: place) }
    }
    return nil
  }

  /// Gives an end tag back.
  ///
  /// - Parameter offset: The place behind it.
  /// - Returns: The tag as it was written, or nothing where that cannot be told.
  func endTag(endingAt offset: Int) -> String? {
    guard let from = lastOpening(before: offset) else { return nil }
    return text(from: from, to: offset - start)
  }

  private var width: Int { form == .utf8 ? 1 : 2 }

  /// Returns the place of the last `<` before an offset; inside a tag there is no other.
  private func lastOpening(before offset: Int) -> Int? {
    guard form != nil else { return nil }
    var place = offset - start - width
    while let unit = unit(at: place) {
      if unit == UInt16(UInt8(ascii: "<")) { return place }
      place -= width
    }
    return nil
  }

  private func unit(at place: Int) -> UInt16? {
    guard place >= 0, place + width <= bytes.count else { return nil }
    return switch form {
    case .utf8, nil: UInt16(bytes[place])
    case .utf16BigEndian: UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
    case .utf16LittleEndian: UInt16(bytes[place + 1]) << 8 | UInt16(bytes[place])
    }
  }

  private func text(from: Int, to end: Int) -> String? {
    guard from >= 0, from < end, end <= bytes.count, (end - from) % width == 0 else { return nil }
    let text: String? =
      if form == .utf8 {
        String(validating: bytes[from..<end], as: UTF8.self)
      } else {
        String(
          validating: stride(from: from, to: end, by: 2).compactMap { unit(at: $0) },
          as: UTF16.self)
      }
    guard let text, text.hasPrefix("<"), text.hasSuffix(">") else { return nil }
    return text
  }
}
