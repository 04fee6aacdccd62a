/// Returns the candidate that a mistyped word was probably meant to be.
///
/// A candidate that the word begins (or that begins the word) is near, and one that a few letters
/// left out, put in, changed or swapped make of it: one of up to five letters, a third of the
/// letters of a longer word. Case does not count. Of two equally near the first is taken.
///
///     nearestWord(to: "exprot", among: ["import", "export"])  // "export"
///
/// - Complexity: O(letters of all candidates).
package func nearestWord(to word: String, among candidates: [String]) -> String? {
  let letters = word.lowercased().unicodeScalars.map(\.value)
  guard (1...64).contains(letters.count) else { return nil }
  let pattern = AlignmentPattern(letters)
  let limit = max(1, letters.count / 3)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let other = candidate.lowercased().unicodeScalars.map(\.value)
    let isBeginning =
      min(letters.count, other.count) >= 3
      && (other.starts(with: letters) || letters.starts(with: other))
    guard let distance = isBeginning ? 1 : pattern.distance(to: other.span, limit: limit) else {
      continue
    }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}
