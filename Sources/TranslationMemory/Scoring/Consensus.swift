import Foundation

/// What the near targets agree on: a target that resembles the others, the nearer ones more, is
/// likelier to be the right one.
package enum Consensus {
  /// Returns of each target how much it resembles all of them.
  ///
  /// Σ wⱼ chrF(tᵢ, tⱼ) / Σ wⱼ with wⱼ = exp(10 · (closenessⱼ − the greatest)), 0...1.
  ///
  /// - Parameters:
  ///   - targets: The repaired targets.
  ///   - closeness: Of each, 0...1.
  /// - Complexity: O(different targets² · characters).
  package static func of(_ targets: [String], closeness: [Double]) -> [Double] {
    guard targets.count > 1, let most = closeness.max() else {
      return Array(repeating: 1, count: targets.count)
    }
    var places: [String: Int] = [:]
    var grams: [CharacterGrams] = []
    var weights: [Double] = []
    let kinds = targets.enumerated().map { number, target in
      let weight = exp(10 * (closeness[number] - most))
      if let place = places[target] {
        weights[place] += weight
        return place
      }
      places[target] = grams.count
      grams.append(CharacterGrams(target))
      weights.append(weight)
      return grams.count - 1
    }
    let total = weights.reduce(0, +)
    // What weighs next to nothing is left out of the sums; all get a score.
    let voters = weights.indices.filter { weights[$0] > total * 1e-4 }
    let scores = grams.indices.map { place in
      voters.reduce(0) { sum, voter in
        sum + weights[voter]
          * (voter == place ? 1 : grams[place].score(against: grams[voter]) / 100)
      } / total
    }
    return kinds.map { scores[$0] }
  }
}
