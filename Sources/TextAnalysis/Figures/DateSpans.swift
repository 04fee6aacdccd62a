/// Two dates that make one figure: *1 January to 15 March 2020*, 2020年1月1日至3月15日.
extension FigureScanner {
  /// Joins the dates that nothing but a dash, *to* or 至 parts; the year that one of them leaves out
  /// is the other's.
  mutating func joinSpans() {
    let dates = found.indices.dropFirst().filter { place in
      guard case .date = found[place].value, case .date = found[place - 1].value else {
        return false
      }
      return true
    }
    guard !dates.isEmpty else { return }
    var joined: [Found] = []
    joined.reserveCapacity(found.count)
    for figure in found {
      if let last = joined.last, let span = span(from: last, to: figure) {
        joined[joined.count - 1] = span
      } else {
        joined.append(figure)
      }
    }
    found = joined
  }

  private func span(from first: Found, to last: Found) -> Found? {
    guard case .date(var from) = first.value, case .date(var to) = last.value,
      separates(first.end, last.start, from: first.start), from.month != nil, to.month != nil,
      (from.day == nil) == (to.day == nil)
    else { return nil }
    if from.year == nil { from.year = to.year }
    if to.year == nil { to.year = from.year }
    guard from.year ?? 0 < to.year ?? 0 || from.year == to.year && isOrdered(from, to) else {
      return nil
    }
    return Found(first.start, last.end, .dateSpan(from, to))
  }

  private func isOrdered(_ from: FigureDate, _ to: FigureDate) -> Bool {
    (from.month ?? 0, from.day ?? 0) < (to.month ?? 0, to.day ?? 0)
  }

  private func separates(_ end: Int, _ start: Int, from first: Int) -> Bool {
    guard start - end <= 9 else { return false }
    if rangeSeparator(at: end, from: first) == start { return true }
    return ["through", "until"].contains {
      holdsWords($0, at: end + 1) && end + $0.utf8.count + 2 == start
    }
  }
}
