/// How a document is written.
public enum DocumentFormat: String, Sendable, Codable, CaseIterable {
  /// Paragraphs parted by blank lines.
  case plain
  /// Markdown, as far as blocks go: headings, lists, quotations, tables, code.
  case markdown
}

/// A sentence, heading or cell of a document, and where it stands.
package struct DocumentSegment: Hashable, Sendable {
  /// What kind of block it is from.
  package enum Block: String, Sendable, Codable {
    /// Running text.
    case paragraph
    /// A heading, or a line of its own without a final mark.
    case heading
    /// An item of a list, without its bullet.
    case listItem
    /// A cell of a table, or a piece of a line with tabs.
    case tableCell
    /// Program code, whole; it is not translated.
    case code
  }

  /// The text, its lines joined, without white space around it.
  package var text: String
  /// Where it stands in the document, in Unicode scalars; with the line ends between its lines.
  package var scalars: Range<Int>
  /// What kind of block it is from.
  package var block: Block
  /// The number of its block, from 0: segments of one paragraph have the same.
  package var blockNumber: Int
  /// Where the pieces of the text begin that stand in the document as they are, one a line of it;
  /// none of program code.
  package var pieces: [Piece] = []

  /// A piece of a segment's text that stands in one line of its document.
  package struct Piece: Hashable, Sendable {
    /// How many Unicode scalars of the text stand before it.
    package var textOffset: Int
    /// How many Unicode scalars of the document stand before it.
    package var documentOffset: Int

    /// Places a piece.
    package init(textOffset: Int, documentOffset: Int) {
      (self.textOffset, self.documentOffset) = (textOffset, documentOffset)
    }
  }

  /// Describes a segment.
  package init(
    text: String, scalars: Range<Int>, block: Block, blockNumber: Int, pieces: [Piece] = []
  ) {
    self.text = text
    self.scalars = scalars
    self.block = block
    self.blockNumber = blockNumber
    self.pieces = pieces
  }

  /// Where a scalar of the text stands in the document.
  package func documentOffset(of textOffset: Int) -> Int {
    let piece = pieces.last { $0.textOffset <= textOffset }
    return piece.map { $0.documentOffset + textOffset - $0.textOffset } ?? textOffset
  }
}

/// Cuts documents and paragraphs into the segments that are translated one by one, by
/// ``SegmentationRules``.
///
///     Segmenter.segments(of: "Mr. Li spoke. He left.\n\n第一条 总则。本法所称……")
///     // Mr. Li spoke. | He left. | 第一条 总则。 | 本法所称……
///
/// Blank lines part paragraphs. A single line end inside one is a space, nothing beside Chinese or
/// after a hyphen, and the end of a segment after two spaces or a backslash (Markdown's hard break).
/// Bullets and Markdown's markers are in no segment; all other text is in exactly one.
package enum Segmenter {
  /// Returns the segments of a document in order.
  ///
  /// - Complexity: O(scalars).
  package static func segments(
    of document: String, format: DocumentFormat = .plain
  ) -> [DocumentSegment] {
    let scalars = Array(document.unicodeScalars)
    var reader = BlockReader(scalars)
    var segments: [DocumentSegment] = []
    for (number, block) in reader.blocks(format: format).enumerated() {
      if block.kind == .code {
        segments += whole(block, number, scalars)
      } else {
        segments += cut(block, number, scalars)
      }
    }
    return segments
  }
}

extension Segmenter {
  /// A text that is made of the lines of a block, and where each scalar of it comes from.
  private struct Joined {
    var text: [Unicode.Scalar] = []
    var places: [Int] = []
    var isHardBreak: Set<Int> = []

    /// The pieces of a range of the text.
    func pieces(_ range: Range<Int>) -> [DocumentSegment.Piece] {
      range.filter { $0 == range.lowerBound || places[$0] != places[$0 - 1] + 1 }.map {
        DocumentSegment.Piece(textOffset: $0 - range.lowerBound, documentOffset: places[$0])
      }
    }
  }

  private static func whole(
    _ block: DocumentBlock, _ number: Int, _ scalars: [Unicode.Scalar]
  ) -> [DocumentSegment] {
    guard let first = block.lines.first, let last = block.lines.last else { return [] }
    let range = first.lowerBound..<last.upperBound
    let text = String(String.UnicodeScalarView(scalars[range]))
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return [] }
    return [DocumentSegment(text: text, scalars: range, block: .code, blockNumber: number)]
  }

  private static func cut(
    _ block: DocumentBlock, _ number: Int, _ scalars: [Unicode.Scalar]
  ) -> [DocumentSegment] {
    let joined = join(block.lines, scalars)
    var segments: [DocumentSegment] = []
    var start = 0
    let hardBreaks = joined.isHardBreak.sorted() + [joined.text.count]
    for hardBreak in hardBreaks {
      let piece = Array(joined.text[start..<hardBreak])
      var from = start
      for end in SegmentationRules.ends(in: piece) {
        var (low, high) = (from, start + end)
        from = high
        while low < high, joined.text[low].properties.isWhitespace { low += 1 }
        while high > low, joined.text[high - 1].properties.isWhitespace { high -= 1 }
        guard low < high else { continue }
        segments.append(
          DocumentSegment(
            text: String(String.UnicodeScalarView(joined.text[low..<high])),
            scalars: joined.places[low]..<joined.places[high - 1] + 1, block: block.kind,
            blockNumber: number, pieces: joined.pieces(low..<high)))
      }
      start = hardBreak
    }
    return segments
  }

  private static func join(_ lines: [Range<Int>], _ scalars: [Unicode.Scalar]) -> Joined {
    var joined = Joined()
    for (number, line) in lines.enumerated() {
      var (low, high) = (line.lowerBound, line.upperBound)
      while low < high, scalars[low].properties.isWhitespace { low += 1 }
      while high > low, scalars[high - 1].properties.isWhitespace { high -= 1 }
      let isLast = number == lines.count - 1
      let endsHard = !isLast && isHardBreak(line, textEnd: high, scalars)
      if endsHard, high > low, scalars[high - 1] == "\\" { high -= 1 }
      guard low < high else { continue }
      if let before = joined.text.last, !joined.isHardBreak.contains(joined.text.count) {
        let isTight = isTight(joined.text, before, scalars[low])
        if !isTight {
          joined.text.append(" ")
          joined.places.append(low)
        }
      }
      joined.text += scalars[low..<high]
      joined.places += low..<high
      if endsHard { joined.isHardBreak.insert(joined.text.count) }
    }
    return joined
  }

  private static func isHardBreak(
    _ line: Range<Int>, textEnd: Int, _ scalars: [Unicode.Scalar]
  ) -> Bool {
    guard textEnd > line.lowerBound else { return false }
    return scalars[textEnd - 1] == "\\"
      || line.upperBound - textEnd >= 2 && scalars[textEnd] == " " && scalars[textEnd + 1] == " "
  }

  /// Whether nothing stands between the end of one line and the beginning of the next.
  private static func isTight(
    _ text: [Unicode.Scalar], _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> Bool {
    if SegmentationRules.isWide(before) || SegmentationRules.isWide(after) { return true }
    return before == "-" && text.count > 1 && text[text.count - 2].properties.isAlphabetic
      && after.properties.isLowercase
  }
}
