import Foundation

/// Bytes of a file brought to UTF-8, piece by piece.
///
/// A byte-order mark is taken off and decides between UTF-8 and UTF-16. What cannot be decoded
/// comes out as bytes that are no UTF-8, so that whoever knows rows and cells can say where it
/// stands; UTF-8 itself passes through unchecked.
final class TextDecoder {
  /// What the file is read as.
  private(set) var encoding: TextEncoding
  private let source: ByteSource
  private var state = State.start
  private var remainder: [UInt8] = []
  private var isBigEndian = false
  private var highSurrogate: UInt16?
  private var converter: SystemConverter?

  private enum State { case start, running, ended }

  /// Prepares to read a source.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - encoding: What they are; nothing means UTF-8 unless a byte-order mark says UTF-16.
  init(_ source: ByteSource, encoding: TextEncoding?) {
    (self.source, self.encoding) = (source, encoding ?? .utf8)
  }

  /// Returns the next piece in UTF-8, empty only at the end.
  ///
  /// - Throws: ``InterchangeError/file(_:_:)`` where reading fails.
  func next() throws(InterchangeError) -> [UInt8] {
    while state != .ended {
      var bytes = try source.read()
      if state == .start {
        // A mark may come in pieces where the source is a pipe.
        while bytes.count < 3 {
          let more = try source.read()
          if more.isEmpty { break }
          bytes += more
        }
        bytes = takeMark(from: bytes)
        state = .running
      } else if bytes.isEmpty {
        state = .ended
      }
      let piece = decode(bytes, isLast: state == .ended)
      if !piece.isEmpty { return piece }
    }
    return []
  }

  private func takeMark(from bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      encoding = .utf8
      return Array(bytes.dropFirst(3))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, isBigEndian) = (.utf16, bytes[0] == 0xFE)
      return Array(bytes.dropFirst(2))
    }
    isBigEndian = bytes.first == 0
    converter = encoding.systemName.flatMap { SystemConverter(from: $0) }
    return bytes
  }

  private func decode(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    switch encoding {
    case .utf8: return bytes
    case .utf16: return decodeUTF16(bytes, isLast: isLast)
    case .gb18030, .big5:
      // A system that knows no such encoding has bytes pass as they are, to be refused as no UTF-8.
      guard let converter else { return bytes }
      let (text, rest) = converter.convert(remainder + bytes, isLast: isLast)
      remainder = rest
      return text
    }
  }

  private func decodeUTF16(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    let input = remainder.isEmpty ? bytes : remainder + bytes
    var text: [UInt8] = []
    text.reserveCapacity(input.count * 3 / 2 + 4)
    var place = 0
    while place + 1 < input.count {
      let (first, second) = (UInt16(input[place]), UInt16(input[place + 1]))
      let unit = isBigEndian ? first << 8 | second : second << 8 | first
      place += 2
      if let high = highSurrogate {
        highSurrogate = nil
        if unit & 0xFC00 == 0xDC00 {
          let scalar = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
          text.append(0xF0 | UInt8(scalar >> 18))
          text.append(0x80 | UInt8(scalar >> 12 & 0x3F))
          text.append(0x80 | UInt8(scalar >> 6 & 0x3F))
          text.append(0x80 | UInt8(scalar & 0x3F))
          continue
        }
        append(high, to: &text)
      }
      if unit & 0xFC00 == 0xD800 { highSurrogate = unit } else { append(unit, to: &text) }
    }
    remainder = Array(input[place...])
    if isLast {
      if let high = highSurrogate { append(high, to: &text) }
      if !remainder.isEmpty { text.append(undecodable) }
      (highSurrogate, remainder) = (nil, [])
    }
    return text
  }

  /// Adds one unit; a lone surrogate becomes three bytes that are no UTF-8.
  private func append(_ unit: UInt16, to text: inout [UInt8]) {
    if unit < 0x80 {
      text.append(UInt8(unit))
    } else if unit < 0x800 {
      text.append(0xC0 | UInt8(unit >> 6))
      text.append(0x80 | UInt8(unit & 0x3F))
    } else {
      text.append(0xE0 | UInt8(unit >> 12))
      text.append(0x80 | UInt8(unit >> 6 & 0x3F))
      text.append(0x80 | UInt8(unit & 0x3F))
    }
  }
}

/// Stands in the decoded text for what could not be decoded.
private let undecodable: UInt8 = 0xFF

/// The system's `iconv`, to UTF-8.
@safe private final class SystemConverter {
  private let descriptor: iconv_t

  init?(from name: String) {
    guard let opened = unsafe iconv_open("UTF-8", name), unsafe opened != iconv_t(bitPattern: -1)
    else { return nil }
    unsafe descriptor = opened
  }

  deinit { unsafe iconv_close(descriptor) }

  /// Converts what it can; the rest is the beginning of a character that goes on in the next piece.
  func convert(_ bytes: [UInt8], isLast: Bool) -> (text: [UInt8], rest: [UInt8]) {
    var text: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let room = (bytes.count - place) * 4 + 16
      var failure: CInt = 0
      var input = bytes[place...]
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        unsafe input.withUnsafeMutableBytes { source in
          var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
          var (left, free) = (source.count, room)
          unsafe buffer.withMemoryRebound(to: CChar.self) { target in
            var to = target.baseAddress
            if unsafe iconv(descriptor, &from, &left, &to, &free) == Int(bitPattern: UInt.max) {
              failure = errno
            }
          }
          place = bytes.count - left
          filled = room - free
        }
      }
      text += piece
      switch failure {
      case EINVAL where !isLast: return (text, Array(bytes[place...]))
      case EILSEQ, EINVAL:
        text.append(undecodable)
        place += 1
      default: break
      }
    }
    return (text, [])
  }
}
