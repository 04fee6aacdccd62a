/// The lists of places of all tokens, as the sections of a ``CandidateIndex``.
struct TokenPlaces {
  private(set) var starts: [UInt32]
  private(set) var places: [UInt32]

  /// Lists the places of every token.
  init(_ layout: SegmentLayout, tokenLimit: Int) {
    var starts = [UInt32](repeating: 0, count: tokenLimit + 1)
    for token in layout.tokens { starts[Int(token) + 1] += 1 }
    for token in 0..<tokenLimit { starts[token + 1] += starts[token] }
    var next = starts
    var places = [UInt32](repeating: 0, count: layout.tokens.count)
    layout.forEachPlace(holding: 1) { place, index in
      let token = Int(layout.tokens[index])
      places[Int(next[token])] = place
      next[token] &+= 1
    }
    (self.starts, self.places) = (starts, places)
  }
}
