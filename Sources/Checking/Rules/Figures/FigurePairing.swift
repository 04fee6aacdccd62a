import TextAnalysis

/// The figures of both sides of a segment, each with its counterpart where it has one.
///
/// Figures are a multiset of values: order does not count, for the languages order them
/// differently. The best pairs are made first: one value and one bound, then one value, then values
/// that are one by habit (5例 and *5 patients*), then figures whose numbers stand in several figures
/// of the other side (*from 2021 to 2023*, 2021—2023年). What is said twice on one side and once on
/// the other has its counterpart. What then is left, and may not be left out by habit, is reported.
package struct FigurePairing: Sendable {
  /// A figure of the source and one of the target, by their places in the texts' figures.
  package struct Pair: Sendable, Hashable {
    /// The place of the source's figure.
    package var source: Int
    /// The place of the target's figure.
    package var target: Int
  }

  /// Figures without counterpart: one of each side that are likely meant for each other, or one.
  package struct Mismatch: Sendable, Hashable {
    /// The place of the source's figure.
    package var source: Int?
    /// The place of the target's figure.
    package var target: Int?
  }

  /// Figures of one value.
  package private(set) var pairs: [Pair] = []
  /// What is reported.
  package private(set) var mismatches: [Mismatch] = []

  /// How many figures of a side without counterpart are looked at closely; in a text that has more
  /// of them the rest is reported as it is.
  private static let closeLimit = 60

  /// Pairs the figures of two texts.
  ///
  /// - Complexity: O(*n*) for *n* figures, as long as few of them have no counterpart.
  init(_ source: AnalysedText, _ target: AnalysedText) {
    if source.figures.isEmpty, target.figures.isEmpty { return }
    let hidden = HiddenFigures(source, target)
    var left = FigureSide(source, hiding: hidden.source)
    var right = FigureSide(target, hiding: hidden.target)
    pairEqual(&left, &right)
    guard left.hasFree || right.hasFree else { return }
    pairAlike(&left, &right)
    guard left.hasFree || right.hasFree else { return }
    let (missing, added) = (left.free, right.free)
    left.settle(against: right, free: added, limit: Self.closeLimit)
    right.settle(against: left, free: missing, limit: Self.closeLimit)
    guard left.hasFree || right.hasFree else { return }
    left.dropEchoes(of: source, in: FigureEcho(target))
    right.dropEchoes(of: target, in: FigureEcho(source))
    dropGroups(&left, &right, source, target)
    report(left, right)
  }

  /// Takes out numbers that differ only in the sign between their groups of three.
  private func dropGroups(
    _ left: inout FigureSide, _ right: inout FigureSide, _ source: AnalysedText,
    _ target: AnalysedText
  ) {
    for place in left.free.prefix(Self.closeLimit) where left[place].kind == .number {
      let written = source.text(left[place].scalars)
      let match = right.free.prefix(Self.closeLimit).first {
        right[$0].kind == .number
          && FigureEcho.areSameGroups(written, target.text(right[$0].scalars))
      }
      guard let match else { continue }
      left.isFree[place] = false
      right.isFree[match] = false
    }
  }

  /// Makes the pairs of one value, those of one bound first.
  private mutating func pairEqual(_ left: inout FigureSide, _ right: inout FigureSide) {
    var places: [ExactNumber: [Int]] = [:]
    let isLarge = left.count * right.count > 400
    if isLarge {
      for place in right.free { places[right.keys[place], default: []].append(place) }
    }
    for wantsBound in [true, false] {
      for place in left.free {
        let candidates = isLarge ? places[left.keys[place]] ?? [] : right.free
        let match = candidates.first { other in
          right.isFree[other] && left.keys[place] == right.keys[other]
            && (!wantsBound || left[place].bound == right[other].bound)
            && left[place].means(right[other])
        }
        if let match {
          pairs.append(Pair(source: place, target: match))
          left.isFree[place] = false
          right.isFree[match] = false
        }
      }
      guard left.hasFree, right.hasFree else { return }
    }
  }

  /// Makes the pairs of values that are one by habit, then those of one number one of which need
  /// not be there at all.
  private mutating func pairAlike(_ left: inout FigureSide, _ right: inout FigureSide) {
    pair(&left, &right) { $0.value.isAlike($1.value) }
    pair(&left, &right) {
      ($0.isWeak || $1.isWeak) && $0.sharesNumber(with: $1)
        && ($0.kind != .measure || $1.kind != .measure)
        && $0.value.parts.count == 1 && $1.value.parts.count == 1
    }
  }

  private mutating func pair(
    _ left: inout FigureSide, _ right: inout FigureSide, where isAlike: (Figure, Figure) -> Bool
  ) {
    for place in left.free.prefix(Self.closeLimit) {
      let match = right.free.prefix(Self.closeLimit).first {
        isAlike(left[place], right[$0])
      }
      if let match {
        pairs.append(Pair(source: place, target: match))
        left.isFree[place] = false
        right.isFree[match] = false
      }
    }
  }

  /// Joins what is left to mismatches, the most similar with each other.
  private mutating func report(_ left: FigureSide, _ right: FigureSide) {
    var others = Set(right.free)
    for place in left.free {
      let partner = others.max {
        (left[place].likeness(to: right[$0]), -$0) < (left[place].likeness(to: right[$1]), -$1)
      }
      if let partner, left[place].likeness(to: right[partner]) > 0 {
        others.remove(partner)
        mismatches.append(Mismatch(source: place, target: partner))
      } else if left[place].standsAlone {
        mismatches.append(Mismatch(source: place))
      }
    }
    for place in right.free where others.contains(place) && right[place].standsAlone {
      mismatches.append(Mismatch(target: place))
    }
  }
}
