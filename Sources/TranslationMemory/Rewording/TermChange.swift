/// A term of a source and the one that the query has in its place, as a glossary renders them.
package struct TermChange: Hashable, Sendable {
  /// The tokens of the query that are the term: places in the alignment's `queryTokens`.
  package var query: Range<Int>
  /// What renders the source's term, the preferred first.
  package var old: [String]
  /// What renders the query's.
  package var new: String
  /// Longer terms of the glossary that hold one of `old`: 人民法院 for 法院.
  package var covering: [String]

  /// Describes a change.
  package init(query: Range<Int>, old: [String], new: String, covering: [String] = []) {
    self.query = query
    self.old = old
    self.new = new
    self.covering = covering
  }

  /// Where the old term stands in a text as a term of its own, exactly once, and what replaces it.
  func place(in text: String) -> (bytes: Range<Int>, new: String)? {
    let edits = TargetEdits(text)
    let covered = covering.flatMap { edits.places(ofWholeWord: $0) }
    // Of the renderings of one term the longest is meant: 法院 in 人民法院 is not it.
    var found: [Range<Int>] = []
    for term in old.sorted(by: { $0.utf8.count > $1.utf8.count }) where !term.isEmpty {
      for place in edits.places(ofWholeWord: term) {
        let isInside = (covered + found).contains { other in
          other != place && other.lowerBound <= place.lowerBound
            && place.upperBound <= other.upperBound
        }
        if !isInside, !found.contains(place) { found.append(place) }
      }
    }
    guard found.count == 1, let place = found.first, text[bytes: place] != new[...] else {
      return nil
    }
    return (place, new)
  }
}
