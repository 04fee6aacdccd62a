/// Replacements in a text, collected first and made together, none in another.
struct TargetEdits {
  /// The text as it was.
  let original: String
  private let bytes: [UInt8]
  private var edits: [(range: Range<Int>, new: [UInt8], kind: Adaptation.Kind)] = []

  /// What makes a placeholder of the word behind it: the `s` of `%s` is no word.
  private static let placeholderMarks = Array("%$&@\\".utf8)

  /// Begins without replacements.
  init(_ text: String) {
    original = text
    bytes = Array(text.utf8)
  }

  /// Whether some bytes have been replaced.
  func touches(_ range: Range<Int>) -> Bool {
    edits.contains {
      $0.range.lowerBound < range.upperBound && range.lowerBound < $0.range.upperBound
    }
  }

  /// Replaces some bytes of the text as it was; of none, puts something in.
  ///
  /// - Returns: Whether none of them had been replaced.
  @discardableResult
  mutating func replace(_ range: Range<Int>, by new: String, kind: Adaptation.Kind) -> Bool {
    guard !touches(range) else { return false }
    let new = Array(new.utf8)
    if !bytes[range].elementsEqual(new) { edits.append((range, new, kind)) }
    return true
  }

  /// Replaces one of the stretches that read so and are not part of a longer word, where there are
  /// as many as expected.
  ///
  /// - Returns: Whether there were, and it had not been replaced.
  mutating func replace(
    wholeWord old: String, _ number: Int, of count: Int, by new: String, kind: Adaptation.Kind
  ) -> Bool {
    let places = places(ofWholeWord: old)
    guard places.count == count else { return false }
    return replace(places[number], by: new, kind: kind)
  }

  /// Whether a stretch reads so and is not part of a longer word.
  func holds(wholeWord text: String) -> Bool { !places(ofWholeWord: text).isEmpty }

  /// The bytes of the stretches that read so and are not part of a longer word.
  func places(ofWholeWord text: String) -> [Range<Int>] {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, let last = wanted.last, wanted.count <= bytes.count else {
      return []
    }
    var places: [Range<Int>] = []
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      let end = start + wanted.count
      if WrittenForm.isWordByte(first), start > 0,
        WrittenForm.isWordByte(bytes[start - 1]) || Self.placeholderMarks.contains(bytes[start - 1])
      {
        continue
      }
      if WrittenForm.isWordByte(last), end < bytes.count, WrittenForm.isWordByte(bytes[end]) {
        continue
      }
      places.append(start..<end)
    }
    return places
  }

  /// The bytes of the stretches of the original that read so, two of them at most.
  func places(of text: String) -> [Range<Int>] {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
    var found: [Range<Int>] = []
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      found.append(start..<start + wanted.count)
      if found.count == 2 { break }
    }
    return found
  }

  /// Makes the replacements.
  ///
  /// - Returns: The new text, and where in it each replacement stands.
  func applied() -> (text: String, adaptations: [Adaptation]) {
    guard !edits.isEmpty else { return (original, []) }
    var result: [UInt8] = []
    var adaptations: [Adaptation] = []
    var (place, scalars) = (0, 0)
    // What is put in at a place comes before what is replaced from there on.
    let ordered = edits.enumerated().sorted { first, second in
      let (mine, other) = (first.element.range, second.element.range)
      return (mine.lowerBound, mine.upperBound, first.offset)
        < (other.lowerBound, other.upperBound, second.offset)
    }
    for (_, edit) in ordered {
      result += bytes[place..<edit.range.lowerBound]
      scalars += Self.scalarCount(bytes[place..<edit.range.lowerBound])
      let length = Self.scalarCount(edit.new[...])
      adaptations.append(
        Adaptation(
          kind: edit.kind, from: String(decoding: bytes[edit.range], as: UTF8.self),
          to: String(decoding: edit.new, as: UTF8.self), range: scalars..<scalars + length))
      result += edit.new
      scalars += length
      place = edit.range.upperBound
    }
    result += bytes[place...]
    return (String(decoding: result, as: UTF8.self), adaptations)
  }

  private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}
