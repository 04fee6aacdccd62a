/// A term of a source and the one that the query has in its place, as a glossary renders them.
package struct TermChange: Hashable, Sendable {
  /// A rendering of the source's term, and what takes its place: that of the query's term in the
  /// same form, short for short.
  package struct Rendering: Hashable, Sendable {
    /// What may stand in the target.
    package var old: String
    /// What is put there.
    package var new: String

    /// Joins the two.
    package init(old: String, new: String) {
      self.old = old
      self.new = new
    }
  }

  /// The tokens of the query that are the term: places in the alignment's `queryTokens`.
  package var query: Range<Int>
  /// What may render the source's term.
  package var renderings: [Rendering]
  /// Longer terms of the glossary that hold one of them: 人民法院 for 法院.
  package var covering: [String]

  /// Describes a change.
  package init(query: Range<Int>, renderings: [Rendering], covering: [String] = []) {
    self.query = query
    self.renderings = renderings
    self.covering = covering
  }

  /// Where the old term stands in a text as a term of its own, exactly once, and what replaces it.
  func place(in text: String) -> (bytes: Range<Int>, new: String)? {
    let edits = TargetEdits(text)
    let covered = covering.flatMap { edits.places(ofWholeWord: $0) }
    // Of the renderings of one term the longest is meant.
    var found: [(place: Range<Int>, new: String)] = []
    for rendering in renderings.sorted(by: { $0.old.utf8.count > $1.old.utf8.count }) {
      for place in edits.places(ofWholeWord: rendering.old) {
        let isInside = (covered + found.map(\.place)).contains { other in
          other.lowerBound <= place.lowerBound && place.upperBound <= other.upperBound
            && (other != place || found.contains { $0.place == place })
        }
        if !isInside { found.append((place, rendering.new)) }
      }
    }
    guard found.count == 1, let only = found.first, text[bytes: only.place] != only.new[...] else {
      return nil
    }
    return (only.place, only.new)
  }
}
