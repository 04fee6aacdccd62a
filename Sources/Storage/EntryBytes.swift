import TextAnalysis

/// What is wrong with the bytes of an entry.
public enum EntryDamage: Error, Hashable, Sendable {
  /// They begin with a format that this program does not know.
  case unknownFormat
  /// They end too early.
  case cutShort
  /// They go on after the end.
  case tooLong
  /// A code, a date or a number that means nothing.
  case unknownCode
  /// A text that is not UTF-8.
  case notUTF8
}

/// The parts of an entry, written one after the other.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func add(byte: Int) { bytes.append(UInt8(truncatingIfNeeded: byte)) }

  mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func add(text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ text: String?) {
    if let text { add(text: text) }
  }

  mutating func add(_ date: PartialDate?) {
    if let date { add(Int(date.digits)) }
  }

  /// Adds a moment as its second, counted from 1970, both directions alike.
  mutating func add(second: Int?) {
    if let second { add((second << 1) ^ (second >> 63)) }
  }

  mutating func add<Value: Equatable>(_ value: Value?, of list: [Value]) {
    if let value { add(byte: Codes.code(of: value, in: list)) }
  }
}

/// The parts of an entry, read one after the other, none beyond the end.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func byte() throws(EntryDamage) -> UInt8 {
    guard place < bytes.count else { throw .cutShort }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func number() throws(EntryDamage) -> Int {
    var (number, shift) = (UInt64(0), UInt64(0))
    while true {
      let byte = try byte()
      guard shift < 63 else { throw .unknownCode }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: number) }
      shift += 7
    }
  }

  /// A number of things that take a byte or more each.
  mutating func count() throws(EntryDamage) -> Int {
    let count = try number()
    guard count <= bytes.count - place else { throw .cutShort }
    return count
  }

  mutating func text() throws(EntryDamage) -> String {
    let count = try count()
    let end = place + count
    guard let text = String(validating: bytes[place..<end], as: UTF8.self) else { throw .notUTF8 }
    place = end
    return text
  }

  /// A moment as its second.
  mutating func second() throws(EntryDamage) -> Int {
    let number = try number()
    return (number >> 1) ^ -(number & 1)
  }

  mutating func date() throws(EntryDamage) -> PartialDate {
    guard let digits = Int32(exactly: try number()), let date = PartialDate(digits: digits) else {
      throw .unknownCode
    }
    return date
  }

  mutating func code<Value>(of list: [Value]) throws(EntryDamage) -> Value {
    let code = Int(try byte())
    guard code < list.count else { throw .unknownCode }
    return list[code]
  }
}
