/// Several values in one cell, parted by ` | `.
///
/// Inside a value `\|` is a bar, `\\` a backslash and `\` before a space a space; any other
/// backslash stands for itself. Spaces round a value do not count, unless written so. Every list of
/// values that are not empty survives ``joined(_:)`` and ``values(in:)``.
enum CellList {
  /// Returns the values of a cell; empty ones are none.
  static func values(in cell: String) -> [String] {
    guard !cell.isEmpty else { return [] }
    guard cell.utf8.contains(where: { $0 == bar || $0 == backslash || $0 == space }) else {
      return [cell]
    }
    var values: [String] = []
    var value: [UInt8] = []
    // How many bytes of the value are sure to stay when spaces at its end are taken off.
    var sure = 0
    func end() {
      if sure > 0 { values.append(String(decoding: value[..<sure], as: UTF8.self)) }
      (value, sure) = ([], 0)
    }
    let bytes = Array(cell.utf8)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case bar: end()
      case space: if sure > 0 { value.append(byte) }
      case backslash where place < bytes.count && isEscaped(bytes[place]):
        value.append(bytes[place])
        sure = value.count
        place += 1
      default:
        value.append(byte)
        sure = value.count
      }
    }
    end()
    return values
  }

  /// Returns the cell that holds the values; empty ones are left out.
  static func joined(_ values: some Sequence<String>) -> String {
    var cell = ""
    for value in values where !value.isEmpty {
      if !cell.isEmpty { cell += " | " }
      cell += escaped(value)
    }
    return cell
  }

  private static func escaped(_ value: String) -> String {
    let bytes = Array(value.utf8)
    let core = bytes.drop { $0 == space }
    let coreEnd = core.lastIndex { $0 != space }.map { $0 + 1 } ?? core.endIndex
    guard
      core.count < bytes.count || coreEnd < bytes.count
        || bytes.contains(where: { $0 == bar || $0 == backslash })
    else { return value }
    var text: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      let isAtEdge = place < core.startIndex || place >= coreEnd
      switch byte {
      case bar: text += [backslash, bar]
      case space where isAtEdge: text += [backslash, space]
      case backslash where place + 1 == bytes.count || isEscaped(bytes[place + 1]):
        text += [backslash, backslash]
      default: text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte == bar || byte == backslash || byte == space
  }

  private static let bar = UInt8(ascii: "|")
  private static let backslash = UInt8(ascii: "\\")
  private static let space = UInt8(ascii: " ")
}
