/// Small letters, quickly: what `lowercased()` makes of a text, scalar by scalar.
enum LowercaseScalars {
  /// Returns the scalars of a text in lower case.
  ///
  /// - Complexity: O(scalars).
  static func of(_ text: String) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        scalars.append(value &- 0x41 < 26 ? value | 0x20 : value)
      } else if hasNoCase(value) {
        scalars.append(value)
      } else {
        scalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars.map(\.value))
      }
    }
    return scalars
  }

  /// Whether a scalar is of the blocks from the radicals to the ideographs, or of the punctuation
  /// beside them; no letter there is small or capital.
  private static func hasNoCase(_ value: UInt32) -> Bool {
    value >= 0x2E80 && value <= 0x9FFF || value >= 0x2000 && value <= 0x20CF
  }
}
