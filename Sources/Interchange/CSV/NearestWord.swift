/// Returns the word that somebody may have meant: the one that the fewest insertions, deletions,
/// replacements and exchanges of neighbours turn `word` into, if these are at most a third of its
/// letters; of several the first. Case does not count.
///
/// - Complexity: O(*m* · *n*) for each of the words; meant for messages.
func nearestWord(to word: String, among words: [String]) -> String? {
  let letters = Array(word.lowercased().prefix(40))
  var best: (word: String, distance: Int)?
  for candidate in words {
    let distance = distance(from: letters, to: Array(candidate.lowercased()))
    if distance <= max(1, letters.count / 3), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.word
}

/// The optimal string alignment distance.
private func distance(from left: [Character], to right: [Character]) -> Int {
  var rows = [Array(0...right.count)]
  for (i, letter) in left.enumerated() {
    var row = [i + 1]
    for (j, other) in right.enumerated() {
      var least = min(rows[i][j + 1], row[j]) + 1
      least = min(least, rows[i][j] + (letter == other ? 0 : 1))
      if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
        least = min(least, rows[i - 1][j - 1] + 1)
      }
      row.append(least)
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}
