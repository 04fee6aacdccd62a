import TextAnalysis

/// Puts the figures of a query where the target has those of the source, written the target's way.
struct FigureRepair {
  let kinds: Set<Adaptation.Kind>
  let alignment: SegmentAlignment
  let queryFigures: [Figure]
  let sourceLanguage: LanguageTag
  let targetLanguage: LanguageTag

  /// Repairs what it can.
  ///
  /// - Returns: The stretches that hold no figures on both sides, for others to repair.
  func repair(
    _ blocks: [WrittenDifference], _ edits: inout TargetEdits,
    _ sourceEdits: inout [(range: Range<Int>, text: String)]
  ) -> [WrittenDifference] {
    guard !queryFigures.isEmpty else { return blocks }
    let source = alignment.source.segment.text
    let sourceFigures = Figures.find(in: source, language: sourceLanguage)
    guard !sourceFigures.isEmpty else { return blocks }
    var targetFigures: [Figure]?
    var done: Set<Int> = []
    var open: [WrittenDifference] = []
    for block in blocks {
      guard !block.query.isEmpty, !block.source.isEmpty else {
        open.append(block)
        continue
      }
      let mine = indices(of: queryFigures, in: alignment.queryBytes(block.query))
      let other = indices(of: sourceFigures, in: alignment.sourceBytes(block.source))
      guard !mine.isEmpty, mine.count == other.count,
        zip(mine, other).allSatisfy({
          isLike(queryFigures[$0], sourceFigures[$1])
            && isBounded(queryFigures[$0], sourceFigures[$1])
        })
      else {
        open.append(block)
        continue
      }
      var isWhole = true
      for (ours, theirs) in zip(mine, other) where !done.contains(theirs) {
        let (new, old) = (queryFigures[ours], sourceFigures[theirs])
        if new.means(old) { continue }
        let found = targetFigures ?? Figures.find(in: edits.original, language: targetLanguage)
        targetFigures = found
        guard let place = counterpart(of: theirs, among: sourceFigures, in: found),
          !edits.touches(found[place].bytes),
          let text = new.written(in: targetLanguage, like: found[place], in: edits.original),
          isOfLanguage(text, insteadOf: found[place], in: edits.original)
        else {
          isWhole = false
          continue
        }
        done.insert(theirs)
        edits.replace(found[place].bytes, by: text, kind: kind(of: new))
        sourceEdits.append(
          (old.bytes, String(alignment.query.segment.text[bytes: new.bytes])))
      }
      if !isWhole { open.append(block) }
    }
    return open
  }

  private func indices(of figures: [Figure], in bytes: Range<Int>) -> [Int] {
    figures.indices.filter { figures[$0].bytes.overlaps(bytes) }
  }

  private func isLike(_ first: Figure, _ second: Figure) -> Bool {
    kind(of: first) == kind(of: second) && kinds.contains(kind(of: first))
  }

  /// Whether a figure was written in the target's language: no *one third* in Chinese.
  private func isOfLanguage(_ text: String, insteadOf old: Figure, in target: String) -> Bool {
    func hasLetters(_ text: some StringProtocol) -> Bool {
      text.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
    }
    return !targetLanguage.isChinese || old.kind == .placeholder || kind(of: old) == .identifier
      || !hasLetters(text) || hasLetters(target[bytes: old.bytes])
  }

  /// Whether placeholders end where they seem to: the full stop of `%2.` may be the sentence's. An
  /// accelerator is none.
  private func isBounded(_ first: Figure, _ second: Figure) -> Bool {
    guard first.kind == .placeholder else { return true }
    let mine = String(alignment.query.segment.text[bytes: first.bytes])
    let other = String(alignment.source.segment.text[bytes: second.bytes])
    return WrittenForm.isBounded(mine, like: other) && AcceleratorKey.find(in: mine) == nil
  }

  /// The figure of the target that means what one of the source does: the only one, or of as many
  /// as there are in the source the one in the same order.
  private func counterpart(
    of place: Int, among source: [Figure], in target: [Figure]
  ) -> Int? {
    let same = source.indices.filter { source[$0].means(source[place]) }
    let found = target.indices.filter { target[$0].means(source[place]) }
    guard found.count == same.count, let order = same.firstIndex(of: place) else { return nil }
    return found[order]
  }

  private func kind(of figure: Figure) -> Adaptation.Kind {
    switch figure.kind {
    case .date, .dateSpan, .time: .date
    case .placeholder: .placeholder
    case .identifier, .clause, .url, .email, .version, .serial, .plan: .identifier
    case .number, .ordinal, .multiple, .amount, .measure: .number
    }
  }
}
