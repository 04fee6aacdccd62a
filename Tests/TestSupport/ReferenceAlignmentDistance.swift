/// The plain dynamic-programming form of optimal string alignment, which defines what the fast
/// forms must give: `table[i][j]` is the distance between the first *i* and the first *j* scalars.
public func referenceAlignmentDistance(_ first: [UInt32], _ second: [UInt32]) -> Int {
  var table = Array(repeating: Array(0...second.count), count: first.count + 1)
  for i in 0...first.count { table[i][0] = i }
  for i in stride(from: 1, through: first.count, by: 1) {
    for j in stride(from: 1, through: second.count, by: 1) {
      let replaced = table[i - 1][j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
      table[i][j] = min(replaced, table[i - 1][j] + 1, table[i][j - 1] + 1)
      let isExchange =
        i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1]
      if isExchange { table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1) }
    }
  }
  return table[first.count][second.count]
}
