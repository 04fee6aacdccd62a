/// What a file holds, told by its content, so that an import knows which reader to give it to.
public enum FileKind: Hashable, Sendable {
  /// Concepts: ``ConceptReader`` reads it.
  case concepts
  /// Translation units: ``UnitReader`` reads it.
  case units
  /// A table whose rows have English and Chinese and nothing that only one of the two knows: both
  /// read it. It holds concepts, unless the caller knows that it is meant for a memory.
  case eitherTable
  /// Markup that is neither, by the name of its outermost element.
  case other(root: String)

  /// Tells what a file holds by its beginning, which stays unread.
  ///
  /// A document that begins as markup and is none is said to hold concepts, so that a reader says
  /// what is wrong with it.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - encoding: What the bytes of a table are; nothing means UTF-8, or what a mark says.
  /// - Returns: What it holds.
  /// - Throws: ``InterchangeError`` where the file cannot be read or is empty.
  public static func detect(
    _ source: ByteSource, encoding: TextEncoding? = nil
  ) throws(InterchangeError) -> FileKind {
    let bytes = try source.peek(sampleSize)
    guard !bytes.isEmpty else { throw .file(source.name, .empty) }
    let sample = ByteSource(bytes: bytes, name: source.name)
    if looksLikeMarkup(bytes) {
      let first = try? XMLEventReader(sample).next()
      guard case .start(let root) = first else { return .concepts }
      switch root.name {
      case "tmx": return .units
      case "tbx", "martif": return .concepts
      default: return .other(root: root.name)
      }
    }
    guard let table = try? CSVReader(headOf: sample, encoding: encoding) else { return .concepts }
    if TableFormat.detect(table.headings) != .sheet { return .concepts }
    return kind(of: table.headings, bytes: bytes)
  }

  /// How the first line of a file looks.
  package enum Look: Sendable {
    /// It opens a tag.
    case markup
    /// It has cells parted by tabs.
    case tabbed
    /// It is a line like others.
    case line
  }

  /// Tells how a file looks by its first line, which stays unread.
  ///
  /// - Parameter source: The bytes.
  /// - Returns: The look.
  /// - Throws: ``InterchangeError`` where the file cannot be read.
  package static func look(of source: ByteSource) throws(InterchangeError) -> Look {
    let bytes = try source.peek(4_096)
    if looksLikeMarkup(bytes) { return .markup }
    let first = bytes.prefix { $0 != lineFeed && $0 != carriageReturn }
    return first.contains(CSVDelimiter.tab.rawValue) ? .tabbed : .line
  }

  /// How much is looked at: 64 KiB.
  private static let sampleSize = 65_536

  private static func kind(of headings: [String], bytes: [UInt8]) -> FileKind {
    let first = bytes.prefix { $0 != lineFeed && $0 != carriageReturn }
    if headings.count < 2, !first.contains(CSVDelimiter.tab.rawValue) { return .concepts }
    let sheet = SheetHeadings.columns(of: headings)
    guard let pairs = PairHeadings.columns(of: headings) else {
      // Without a header of units: that of concepts, or none at all.
      return sheet.contains { $0?.holdsTerms == true } ? .concepts : .eitherTable
    }
    var isOfUnits = false
    for (pair, column) in zip(pairs, sheet) {
      switch pair {
      case .previous, .next: isOfUnits = true
      case .attribute where column != nil: return .concepts
      default: break
      }
    }
    return isOfUnits ? .units : .eitherTable
  }

  /// Whether the first character, in whatever encoding, opens a tag.
  static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 0x20, 0x09, 0x0A, 0x0D]
    return bytes.first { !marks.contains($0) } == UInt8(ascii: "<")
  }
}
