import TextAnalysis

/// Judges the markup of codes before it is written into a segment.
struct WellFormedMarkup {
  private enum Judgement { case element, highlightStart, highlightEnd, other }

  /// What was judged, for the same few codes stand in most segments.
  private var known: [String: Judgement] = [:]

  /// Returns the markup to write for each code of a segment: its own where that is an element of
  /// TMX or the start or end of a `hi` that has the other, else an element that holds it.
  mutating func valid(_ codes: [InlineCode]) -> [String] {
    var markups = codes.map(\.markup)
    var highlights: [Int] = []
    var openings: [Int] = []
    for (place, code) in codes.enumerated() {
      switch judge(code.markup) {
      case .element: continue
      case .highlightStart: highlights.append(place)
      case .highlightEnd where !highlights.isEmpty: highlights.removeLast()
      case .highlightEnd, .other:
        let text = XMLEscaping.text.escape(code.markup).text
        switch code.kind {
        case .standalone: markups[place] = "<ph>\(text)</ph>"
        case .opening:
          openings.append(place)
          markups[place] = "<bpt i=\"\(Self.firstNumber + place)\">\(text)</bpt>"
        case .closing:
          let number = Self.firstNumber + (openings.popLast() ?? place)
          markups[place] = "<ept i=\"\(number)\">\(text)</ept>"
        }
      }
    }
    for place in highlights {
      let text = XMLEscaping.text.escape(codes[place].markup).text
      markups[place] = "<bpt i=\"\(Self.firstNumber + place)\">\(text)</bpt>"
    }
    return markups
  }

  /// Numbers that join a `bpt` and its `ept` count from here, past those of other tools.
  private static let firstNumber = 1_001

  private mutating func judge(_ markup: String) -> Judgement {
    if let judgement = known[markup] { return judgement }
    let judgement = Self.judgement(of: markup)
    if known.count >= 4_096 { known.removeAll(keepingCapacity: true) }
    known[markup] = judgement
    return judgement
  }

  private static func judgement(of markup: String) -> Judgement {
    if markup.hasPrefix("</") {
      return read("<hi>\(markup)") == ["hi"] ? .highlightEnd : .other
    }
    if let names = read(markup), names.count == 1 {
      return TMXReader.codeNames.contains(names[0]) || names == ["hi"] ? .element : .other
    }
    return read("\(markup)</hi>") == ["hi"] ? .highlightStart : .other
  }

  /// Returns the names of the elements that stand side by side in a text, or nothing where it is not
  /// well-formed, or has text between them or elements that TMX does not have.
  private static func read(_ markup: String) -> [String]? {
    let reader = XMLEventReader(
      ByteSource(bytes: Array("<seg>\(markup)</seg>".utf8), name: ""),
      textLimit: TMXReader.textLimit)
    let inner = TMXReader.codeNames.union(["sub", "hi"])
    var names: [String] = []
    var depth = 0
    do {
      while let event = try reader.next() {
        switch event {
        case .start(let tag):
          if depth > 0, !inner.contains(tag.name) { return nil }
          if depth == 1 { names.append(tag.name) }
          depth += 1
        case .end: depth -= 1
        case .text: if depth == 1 { return nil }
        }
      }
    } catch {
      return nil
    }
    return names
  }
}
