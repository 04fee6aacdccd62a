package import TextAnalysis

/// One side of a segment that is checked, and where it stands in its file.
package struct CheckedText: Sendable {
  /// The text and its inline codes.
  package var segment: Segment
  /// Its language, with script and region as far as they are known.
  package var language: LanguageTag
  /// The file, as the reader named it.
  package var file: String
  /// The stretches of the text by their places in the file, the first at scalar 0: one for a line,
  /// several for a text that was joined from lines. Empty where no place is known.
  package var stretches: [Stretch]

  /// Places a text in a file.
  package init(
    _ segment: Segment, language: LanguageTag, file: String = "", stretches: [Stretch] = []
  ) {
    self.segment = segment
    self.language = language
    self.file = file
    self.stretches = stretches
  }

  /// A run of a text that stands in one line of a file.
  package struct Stretch: Hashable, Sendable {
    /// How many Unicode scalars of the text stand before it.
    package var scalarOffset: Int
    /// Where it begins in the file.
    package var position: TextPosition

    /// Places a run of a text.
    package init(scalarOffset: Int, position: TextPosition) {
      (self.scalarOffset, self.position) = (scalarOffset, position)
    }
  }

  /// Where a scalar of the text stands in the file; nothing where that is not known.
  package func position(of scalarOffset: Int) -> TextPosition? {
    guard let stretch = stretches.last(where: { $0.scalarOffset <= scalarOffset }) else {
      return nil
    }
    return TextPosition(
      line: stretch.position.line,
      column: stretch.position.column + scalarOffset - stretch.scalarOffset)
  }
}

/// A line and a column of a file, both from 1; columns count Unicode scalars.
package struct TextPosition: Hashable, Sendable {
  /// The line.
  package var line: Int
  /// The column.
  package var column: Int

  /// Joins a line and a column.
  package init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}

/// A segment and its translation, or a segment alone, as a file gives them to be checked.
package struct CheckedSegment: Sendable {
  /// The text that was translated; nothing where a document in one language is checked.
  package var source: CheckedText?
  /// The translation, or the text of the document in one language.
  package var target: CheckedText
  /// The identifier that its file gave it.
  package var id: String?
  /// What kind of block it is from.
  package var block: DocumentSegment.Block
  /// The number of its block: segments of one paragraph have the same.
  package var blockNumber: Int
  /// The rules that somebody has switched off for it, in the document.
  package var suppressed: Set<RuleID>

  /// Puts a translation beside its source.
  package init(
    source: CheckedText?, target: CheckedText, id: String? = nil,
    block: DocumentSegment.Block = .paragraph, blockNumber: Int = 0,
    suppressed: Set<RuleID> = []
  ) {
    self.source = source
    self.target = target
    self.id = id
    self.block = block
    self.blockNumber = blockNumber
    self.suppressed = suppressed
  }
}
