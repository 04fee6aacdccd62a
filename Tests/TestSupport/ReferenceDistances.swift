/// The table of plain dynamic programming that defines the fewest insertions, deletions and
/// replacements: `table[i][j]` is the distance between the first *i* and the first *j* elements.
public func referenceEditTable(_ first: [UInt32], _ second: [UInt32]) -> [[Int]] {
  var table = Array(repeating: Array(0...second.count), count: first.count + 1)
  for i in 0...first.count { table[i][0] = i }
  for i in stride(from: 1, through: first.count, by: 1) {
    for j in stride(from: 1, through: second.count, by: 1) {
      let replaced = table[i - 1][j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
      table[i][j] = min(replaced, table[i - 1][j] + 1, table[i][j - 1] + 1)
    }
  }
  return table
}

/// The edits that the tie rule picks, one a step, first to last: `=`, `~` (replace), `-` (delete),
/// `+` (insert).
public func referenceEdits(_ first: [UInt32], _ second: [UInt32]) -> String {
  let table = referenceEditTable(first, second)
  var (i, j) = (first.count, second.count)
  var edits: [Character] = []
  while i > 0 || j > 0 {
    if i > 0, j > 0, first[i - 1] == second[j - 1] {
      edits.append("=")
      (i, j) = (i - 1, j - 1)
    } else if i > 0, j > 0, table[i][j] == table[i - 1][j - 1] + 1 {
      edits.append("~")
      (i, j) = (i - 1, j - 1)
    } else if i > 0, table[i][j] == table[i - 1][j] + 1 {
      edits.append("-")
      i -= 1
    } else {
      edits.append("+")
      j -= 1
    }
  }
  return String(edits.reversed())
}

/// The fewest insertions and deletions, when nothing is replaced.
public func referenceInsertionsAndDeletions(_ first: [UInt32], _ second: [UInt32]) -> Int {
  var table = Array(repeating: Array(0...second.count), count: first.count + 1)
  for i in 0...first.count { table[i][0] = i }
  for i in stride(from: 1, through: first.count, by: 1) {
    for j in stride(from: 1, through: second.count, by: 1) {
      table[i][j] =
        first[i - 1] == second[j - 1]
        ? table[i - 1][j - 1] : min(table[i - 1][j], table[i][j - 1]) + 1
    }
  }
  return table[first.count][second.count]
}

/// The cheapest edits where a token costs its weight and a replacement the greater of its two.
public func referenceWeightedDistance(
  _ first: [UInt32], _ second: [UInt32], weight: (UInt32) -> Double
) -> Double {
  var table = Array(
    repeating: Array(repeating: 0.0, count: second.count + 1), count: first.count + 1)
  for i in 0...first.count {
    for j in 0...second.count {
      var costs: [Double] = []
      if i > 0 { costs.append(table[i - 1][j] + weight(first[i - 1])) }
      if j > 0 { costs.append(table[i][j - 1] + weight(second[j - 1])) }
      if i > 0, j > 0 {
        let (one, other) = (first[i - 1], second[j - 1])
        costs.append(table[i - 1][j - 1] + (one == other ? 0 : max(weight(one), weight(other))))
      }
      table[i][j] = costs.min() ?? 0
    }
  }
  return table[first.count][second.count]
}
