/// Gives a target the final mark and the accelerator key that the query has and the source has not.
struct EndRepair {
  let kinds: Set<Adaptation.Kind>
  let source: String
  let query: String

  /// Repairs what it can.
  func repair(_ edits: inout TargetEdits) {
    if kinds.contains(.punctuation) { repairMark(&edits) }
    if kinds.contains(.accelerator) { repairKey(&edits) }
  }
}

extension EndRepair {
  /// A final mark and the forms that it has across, the usual one first.
  private static let marks: [(mark: String, forms: [String])] = [
    ("...", ["...", "…", "……"]), ("…", ["…", "...", "……"]), (":", ["：", ":"]), (".", ["。", "."]),
    ("?", ["？", "?"]), ("!", ["！", "!"]), ("。", [".", "。"]), ("：", [":", "："]),
    ("？", ["?", "？"]), ("！", ["!", "！"]), ("；", [";", "；"]), (";", ["；", ";"]),
  ]

  private static func ending(_ text: some StringProtocol) -> (mark: String, forms: [String])? {
    marks.first { text.hasSuffix($0.mark) }
  }

  private func repairMark(_ edits: inout TargetEdits) {
    let (theirs, ours) = (Self.ending(source.trimmedEnd), Self.ending(query.trimmedEnd))
    guard theirs?.mark != ours?.mark else { return }
    let text = edits.original.trimmedEnd
    var start = text.utf8.count
    if let theirs {
      let forms = theirs.forms.sorted { $0.utf8.count > $1.utf8.count }
      guard let form = forms.first(where: { text.hasSuffix($0) }) else { return }
      start = text.dropLast(form.count).trimmedEnd.utf8.count
    } else if Self.ending(text) != nil {
      return
    }
    guard !edits.touches(start..<text.utf8.count) else { return }
    edits.replace(start..<text.utf8.count, by: ours?.forms[0] ?? "", kind: .punctuation)
  }
}

extension EndRepair {
  private func repairKey(_ edits: inout TargetEdits) {
    let (theirs, ours) = (AcceleratorKey.find(in: source), AcceleratorKey.find(in: query))
    guard theirs != ours else { return }
    let place = AcceleratorKey.bracketed(in: edits.original)
    if theirs != nil, let place {
      edits.replace(place, by: ours.map { "(\($0.text))" } ?? "", kind: .accelerator)
    } else if theirs == nil, let ours, place == nil {
      let end = edits.original.endIndex(before: ":：.。…")
      let start = edits.original.utf8.distance(from: edits.original.startIndex, to: end)
      edits.replace(start..<start, by: "(\(ours.text))", kind: .accelerator)
    }
  }
}

extension StringProtocol {
  var trimmedEnd: SubSequence {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return self[..<end]
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
