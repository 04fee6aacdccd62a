import TextAnalysis

/// Finds brackets and quotation marks that are opened and not closed, or closed and not opened.
///
/// A segment whose source has the same mark unpaired is a piece of something longer. Labels of
/// items (`a)`, `1)`, `（一）`), apostrophes and smileys are no brackets. In a document in one
/// language a pair may span the segments of a paragraph.
struct BracketUnpaired: DocumentRule {
  static let id = RuleID.bracketUnpaired
  static let severity = Severity.warning
  static let summary = Phrase("brackets and quotation marks without their other half", "不成对的括号和引号")

  func findings(in document: [AnalysedSegment], _ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    var start = 0
    while start < document.count {
      var end = start + 1
      if document[start].source == nil {
        let block = document[start].segment.blockNumber
        while end < document.count, end - start < Self.longestBlock,
          document[end].source == nil, document[end].segment.blockNumber == block
        {
          end += 1
        }
        findings += inBlock(document[start..<end])
      } else if BracketPairing.mayBeUnpaired(document[start].target.scalars),
        let finding = beside(document[start])
      {
        findings.append(finding)
      }
      start = end
    }
    return findings
  }

  /// How many segments of one paragraph are read together.
  private static let longestBlock = 200

  /// What the target has and the source has not.
  private func beside(_ segment: AnalysedSegment) -> Finding? {
    guard segment.segment.block != .code else { return nil }
    var pairing = BracketPairing()
    pairing.read(segment.target.scalars, isChinese: segment.target.isChinese)
    let unpaired = pairing.unpaired
    guard !unpaired.isEmpty, let source = segment.source else { return nil }
    var other = BracketPairing()
    other.read(source.scalars, isChinese: source.isChinese)
    let known = Set(other.unpaired.map(\.family))
    let notProse = NotProse(segment.target)
    let shown = unpaired.filter {
      !known.contains($0.family) && !notProse.contains($0.place)
    }
    return finding(shown.map { ($0.mark, $0.place) }, segment)
  }

  private func inBlock(_ block: ArraySlice<AnalysedSegment>) -> [Finding] {
    var pairing = BracketPairing()
    for segment in block where segment.segment.block != .code {
      pairing.segment = segment.number
      pairing.read(segment.target.scalars, isChinese: segment.target.isChinese)
    }
    let unpaired = pairing.unpaired
    guard !unpaired.isEmpty else { return [] }
    return block.compactMap { segment in
      let own = unpaired.filter {
        $0.segment == segment.number && ($0.family != .quotation || $0.isClosing)
      }
      guard !own.isEmpty else { return nil }
      let notProse = NotProse(segment.target)
      return finding(
        own.filter { !notProse.contains($0.place) }.map { ($0.mark, $0.place) }, segment)
    }
  }

  private func finding(
    _ unpaired: [(mark: Unicode.Scalar, place: Int)], _ segment: AnalysedSegment
  ) -> Finding? {
    guard let first = unpaired.first else { return nil }
    let isOpening = BracketPairing.isOpening(first.mark)
    return Finding(
      Self.id, Self.severity, segment: segment.number,
      target: unpaired.prefix(mostRanges).map { $0.place..<$0.place + 1 },
      first.mark == "\""
        ? Phrase("a '\"' has no other half.", "“\"”不成对。")
        : isOpening
          ? Phrase("'\(first.mark)' is opened and not closed.", "“\(first.mark)”没有对应的后半。")
          : Phrase("'\(first.mark)' is closed and not opened.", "“\(first.mark)”没有对应的前半。"))
  }
}
