import TextAnalysis

/// Gives a target the final mark and the accelerator key that the query has and the source has not.
struct EndRepair {
  let kinds: Set<Adaptation.Kind>
  let usualMark: UsualMark
  let source: String
  let query: String

  /// Repairs what it can.
  func repair(_ edits: inout TargetEdits) {
    if kinds.contains(.accelerator) { repairKey(&edits) }
    if kinds.contains(.punctuation) { repairMark(&edits) }
  }

  private func repairMark(_ edits: inout TargetEdits) {
    let (theirs, ours) = (FinalMark.of(source), FinalMark.of(query))
    guard theirs?.mark != ours?.mark, isSure(from: theirs, to: ours) else { return }
    let text = edits.original.trimmedEnd
    var start = text.utf8.count
    if let theirs {
      guard let form = theirs.form(endOf: text) else { return }
      start = text.dropLast(form.count).trimmedEnd.utf8.count
    } else if text.endsInMark || source.trimmedEnd.endsInMark {
      return
    }
    let new = ours.map { usualMark.form ?? $0.form(for: text) } ?? ""
    guard start < text.utf8.count || !new.isEmpty else { return }
    edits.replace(start..<text.utf8.count, by: new, kind: .punctuation)
  }

  /// Whether a mark may take another's place without a word being changed: a question is put in
  /// other words, and what a colon ends is another thing where the word before it is another.
  private func isSure(from theirs: FinalMark?, to ours: FinalMark?) -> Bool {
    if let ours, query.trimmedEnd.dropLast(ours.mark.count).last?.isWhitespace == true {
      return false
    }
    if ours?.isQuestion == true || theirs?.isQuestion == true { return false }
    if ours?.isColon == true { return usualMark.sureForm != nil && hasSameLastWord }
    if ours?.isFullStop == true, theirs == nil {
      return usualMark.sureForm != nil || hasSameLastWord
    }
    if theirs?.isColon == true { return hasSameLastWord }
    return ours != nil || !query.trimmedEnd.endsInMark
  }

  private var hasSameLastWord: Bool {
    func last(_ text: String) -> String? {
      Tokenizer.tokens(of: text).last { $0.kind != .punctuation }?.key
    }
    return last(source) == last(query)
  }

  private func repairKey(_ edits: inout TargetEdits) {
    let (theirs, ours) = (AcceleratorKey.find(in: source), AcceleratorKey.find(in: query))
    guard theirs?.text != ours?.text else { return }
    guard edits.original.unicodeScalars.contains(where: ScriptVariants.isHan) else {
      if theirs == nil, let ours, AcceleratorKey.find(in: edits.original) == nil,
        let place = ours.place(in: edits.original)
      {
        edits.replace(place..<place, by: ours.mark, kind: .accelerator)
      }
      return
    }
    let place = AcceleratorKey.bracketed(in: edits.original)
    if theirs != nil, let place {
      // The brackets stay as the target has them.
      if let ours {
        let key = AcceleratorKey.keyBytes(in: edits.original, bracketed: place)
        edits.replace(key, by: ours.text, kind: .accelerator)
      } else {
        edits.replace(place, by: "", kind: .accelerator)
      }
    } else if theirs == nil, let ours, place == nil, ours.isPart(of: source) {
      let text = edits.original
      let end = text.endIndex(before: ":：.。… ")
      let start = text.utf8.distance(from: text.startIndex, to: end)
      edits.replace(start..<start, by: "(\(ours.text))", kind: .accelerator)
    }
  }
}

extension StringProtocol {
  /// Whether the last character is a mark that nothing is put behind.
  fileprivate var endsInMark: Bool {
    guard let last = unicodeScalars.last else { return false }
    return ".。:：?？!！;；…)）]】}\"'”’》」,，、".unicodeScalars.contains(last)
  }
}

extension String {
  /// Where the marks at the end begin.
  fileprivate func endIndex(before marks: String) -> Index {
    var end = endIndex
    while end > startIndex, marks.contains(self[index(before: end)]) { end = index(before: end) }
    return end
  }
}
