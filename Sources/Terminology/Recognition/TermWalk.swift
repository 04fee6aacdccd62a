import TextAnalysis

/// The inner loop of term recognition: from a unit on, along the trie as far as the text goes.
@safe struct TermWalk {
  let automaton: TermAutomaton
  let steps: UnsafeBufferPointer<RecognitionPass.Step>
  let inEnglish: Bool

  // Of `TextUnit.Traits`, as numbers.
  private static var startsAnew: UInt8 { 1 }
  private static var isFoldedAcronym: UInt8 { 8 }
  private static var isJoinedToPrevious: UInt8 { 16 }
  private static var isJoinedToNext: UInt8 { 32 }

  /// Reads what the second step from every unit will read first, so that it is on its way when it is
  /// needed: the reads do not wait for one another.
  @inline(__always)
  func touchSecondSteps() -> UInt64 {
    var touched: UInt64 = 0
    for place in unsafe 1..<max(1, steps.count) {
      touched ^= unsafe automaton.touchChild(of: steps[place &- 1].node, steps[place].code)
    }
    return touched
  }

  /// Returns the longest term that begins at a unit and ends before another.
  @inline(__always)
  func longest(from start: Int, limit: Int) -> RecognitionPass.Found {
    var found = RecognitionPass.Found()
    let first = unsafe steps[start]
    if first.node.isMissing, first.casedStart == 0 { return found }
    if first.traits & Self.isJoinedToPrevious != 0 { return found }
    var node = first.node
    var place = start
    while !node.isMissing {
      let key = node.key(inEnglish: inEnglish)
      if key != 0 {
        let traits = unsafe steps[place].traits
        let isExcluded =
          traits & Self.isJoinedToNext != 0
          || place == start && traits & Self.isFoldedAcronym != 0
        if !isExcluded { found = RecognitionPass.Found(end: place &+ 1, keys: .init(free: key)) }
      }
      place &+= 1
      if place == limit { break }
      let step = unsafe steps[place]
      if step.code == 0 || step.traits & Self.startsAnew != 0 { break }
      node = automaton.child(of: node, step.code)
    }
    if first.casedStart != 0 {
      walkCased(from: start, limit: limit, into: &found)
    }
    return found
  }

  /// Looks for a longer term that counts in its case only, or one as long.
  @inline(never)
  private func walkCased(
    from start: Int, limit: Int, into found: inout RecognitionPass.Found
  ) {
    var node = unsafe automaton.child(of: automaton.boundRoot, steps[start].casedCode)
    var place = start
    while !node.isMissing {
      let key = node.key(inEnglish: inEnglish)
      if unsafe key != 0 && steps[place].traits & Self.isJoinedToNext == 0 {
        if place &+ 1 > found.end { found = RecognitionPass.Found(end: place &+ 1) }
        if place &+ 1 == found.end { found.keys.bound = key }
      }
      place &+= 1
      if place == limit { return }
      let step = unsafe steps[place]
      if step.casedCode == 0 || step.traits & Self.startsAnew != 0 { return }
      node = automaton.child(of: node, step.casedCode)
    }
  }
}

extension TermAutomaton {
  /// Where a character or sign leads to from the root.
  @inline(__always)
  func rootChild(_ code: UInt32) -> Node {
    Self.ideographRange.contains(code)
      ? Node(bits: ideographs[Int(code &- Self.ideographRange.lowerBound)])
      : child(of: freeRoot, code)
  }
}
