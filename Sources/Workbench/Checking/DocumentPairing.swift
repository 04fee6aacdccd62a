import Checking
import TextAnalysis

/// Puts the translation of a document beside it: by paragraphs or by lines, whichever agree, and
/// inside these by segments where they agree too.
struct DocumentPairing {
  private let source: PlacedDocument
  private let target: PlacedDocument

  /// Takes two documents.
  ///
  /// - Throws: ``CheckFault`` where one has no text or both are in one language.
  init(_ source: PlacedDocument, _ target: PlacedDocument) throws(CheckFault) {
    (self.source, self.target) = (source, target)
    for document in [source, target] where document.blocks.isEmpty {
      throw .noText(file: document.name)
    }
    guard source.language.language != target.language.language else {
      throw .sameLanguage(source: source.name, target: target.name, source.language)
    }
  }

  /// Returns the pairs.
  ///
  /// Documents of one paragraph a line are paired by lines, where as many lines hold text in the
  /// same places of both; others by paragraphs.
  ///
  /// - Throws: ``CheckFault/unpaired(source:target:drift:)`` where neither number agrees.
  func segments() throws(CheckFault) -> [CheckedSegment] {
    let lines = (source.filledLines, target.filledLines)
    let blocksAgree = source.blocks.count == target.blocks.count
    let linesAgree =
      source.format == .plain && target.format == .plain && lines.0 == lines.1
    if linesAgree, !blocksAgree || !lines.0.contains(false) {
      return pairs(source.byLines().blocks, target.byLines().blocks)
    }
    guard blocksAgree else {
      throw .unpaired(
        source: CheckFault.DocumentSize(
          file: source.name, lines: lines.0.count(where: \.self), blocks: source.blocks.count),
        target: CheckFault.DocumentSize(
          file: target.name, lines: lines.1.count(where: \.self), blocks: target.blocks.count),
        drift: drift)
    }
    return pairs(source.blocks, target.blocks)
  }

  private func pairs(
    _ sources: [PlacedDocument.Block], _ targets: [PlacedDocument.Block]
  ) -> [CheckedSegment] {
    zip(sources, targets).flatMap { source, target -> [CheckedSegment] in
      let agree = source.texts.count == target.texts.count
      let pairs =
        agree ? Array(zip(source.texts, target.texts)) : [(source.joined, target.joined)]
      return pairs.map {
        CheckedSegment(
          source: $0, target: $1, block: target.kind, blockNumber: target.number,
          suppressed: source.suppressed.union(target.suppressed))
      }
    }
  }
}

extension DocumentPairing {
  /// Where the documents seem to part: the first blocks that are of different kinds or have
  /// figures and share none; else the end of the shorter.
  private var drift: CheckFault.Drift? {
    let count = min(source.blocks.count, target.blocks.count)
    let place = (0..<count).first { place in
      let (one, other) = (source.blocks[place], target.blocks[place])
      if one.kind != other.kind, [one.kind, other.kind].contains(.tableCell) { return true }
      let figures = (one.figures, other.figures)
      return !figures.0.isEmpty && !figures.1.isEmpty && figures.0.isDisjoint(with: figures.1)
    }
    func line(_ document: PlacedDocument) -> Int? {
      let block = document.blocks[min(place ?? count, document.blocks.count - 1)]
      return block.texts.first?.position(of: 0)?.line
    }
    guard let first = line(source), let second = line(target) else { return nil }
    return CheckFault.Drift(source: first, target: second)
  }
}

extension PlacedDocument.Block {
  /// The runs of digits, from which it can be told again in another language.
  fileprivate var figures: Set<Substring> {
    Set(
      texts.flatMap { text in
        text.segment.text.split { !("0"..."9").contains($0) }
      })
  }

  /// All its segments as one.
  fileprivate var joined: CheckedText {
    guard var whole = texts.first else {
      return CheckedText(Segment(""), language: .english)
    }
    let gap = whole.language.isChinese ? "" : " "
    for text in texts.dropFirst() {
      whole.segment.text += gap
      let shift = whole.segment.text.unicodeScalars.count
      whole.segment.text += text.segment.text
      whole.stretches += text.stretches.map {
        CheckedText.Stretch(scalarOffset: $0.scalarOffset + shift, position: $0.position)
      }
    }
    return whole
  }
}
