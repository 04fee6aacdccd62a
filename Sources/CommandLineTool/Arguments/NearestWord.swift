/// Returns the candidate that a mistyped word was probably meant to be.
///
/// A candidate that the word begins (or that begins the word) is near, and one that a few letters
/// left out, put in, changed or swapped make of it: one of up to four letters, a third of the
/// letters of a longer word. Case does not count. Of two equally near the first is taken.
func nearestWord(to word: String, among candidates: [String]) -> String? {
  let letters = Array(word.lowercased().unicodeScalars)
  guard (1...64).contains(letters.count) else { return nil }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().unicodeScalars)
    let isBeginning =
      min(letters.count, other.count) >= 3
      && (other.starts(with: letters) || letters.starts(with: other))
    let distance = isBeginning ? 1 : typingDistance(letters, other)
    guard distance <= max(1, letters.count / 3) else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// Letters left out, put in, changed, or swapped with their neighbour (optimal string alignment).
private func typingDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let isSame = left[row] == right[column]
      var least = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        least = min(least, beforeLast[column - 1] + 1)
      }
      current.append(least)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
