/// One pass of ``KeyFolder`` over the UTF-8 of a text: each scalar is classified by a table, what
/// stays is appended in its folded form, and each English word is folded where it ends.
struct FoldingPass {
  /// What a pass over a text that nobody composed gives.
  enum Outcome {
    /// The folded text.
    case folded([UInt8])
    /// Nothing: the text has scalars that NFC may change.
    case needsComposition
  }

  /// What stands last in ``output``.
  private enum Last { case nothing, word, ideograph }

  private var output: [UInt8] = []
  private var last = Last.nothing
  /// What stands before the word that ``wordStart`` begins.
  private var lastBeforeWord = Last.nothing
  private var hasGap = false
  /// Where the word begins that stands at the end of ``output``.
  private var wordStart = 0
  /// Where the letters begin that stand at the end of ``output``; nil where it ends otherwise.
  private var lettersStart: Int?
  /// Whether those letters are all ASCII, so that English endings may be looked for.
  private var lettersAreASCII = true
  private var wordHasStop = false

  private let scripts = ScriptMap.shared
  private let endings = WordEndings.shared

  /// Prepares a pass.
  ///
  /// - Parameter capacity: Bytes of the text; the folded one is seldom longer.
  init(capacity: Int) { output.reserveCapacity(capacity + 4) }

  /// Folds a text, or gives up at the first scalar that NFC may change.
  mutating func run(over text: UnsafeBufferPointer<UInt8>) -> Outcome {
    unsafe fold(text, stopsAtMarks: true) ? .folded(output) : .needsComposition
  }

  /// Folds a text that is in NFC.
  mutating func runOverComposed(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    _ = unsafe fold(text, stopsAtMarks: false)
    return output
  }

  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, stopsAtMarks: Bool) -> Bool {
    var place = 0
    while place < text.count {
      let byte = unsafe text[place]
      if byte < 0x80 {
        place += 1
        if byte == UInt8(ascii: "&") {
          while unsafe Self.hasEntityRest(text, at: place) { place += 4 }
        }
        if Self.isLetter(byte) {
          takeLetter(byte | 0x20)
          while place < text.count, unsafe Self.isLetter(text[place]) {
            output.append(unsafe text[place] | 0x20)
            place += 1
          }
          continue
        }
        let next = unsafe place < text.count ? text[place] : 0
        take(ascii: byte, next: next)
      } else {
        let (value, length) = unsafe Self.decode(text, at: place)
        place += length
        if stopsAtMarks, ScalarClass.mayCompose(value) { return false }
        let next = unsafe place < text.count ? text[place] : 0
        take(value, next: next)
      }
    }
    endWord()
    return true
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether `amp;` stands at a place.
  private static func hasEntityRest(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + 4 <= text.count, unsafe text[place + 3] == UInt8(ascii: ";") else {
      return false
    }
    return unsafe text[place] | 0x20 == UInt8(ascii: "a")
      && text[place + 1] | 0x20 == UInt8(ascii: "m") && text[place + 2] | 0x20 == UInt8(ascii: "p")
  }

  /// Reads a scalar of more than one byte; a Swift string's UTF-8 is always well formed.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (value: UInt32, length: Int) {
    let first = unsafe UInt32(text[place])
    let second = unsafe UInt32(text[place + 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = unsafe UInt32(text[place + 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = unsafe UInt32(text[place + 3]) & 0x3F
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }
}

extension FoldingPass {
  private mutating func take(ascii byte: UInt8, next: UInt8) {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: takeLetter(byte | 0x20)
    case 0x30...0x39: takeWordByte(byte)
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "^"), 0x7F: break
    case UInt8(ascii: ","):
      if !(isDigit(output.last ?? 0) && !hasGap && isDigit(next)) { endWord() }
    case UInt8(ascii: "."):
      takeWordByte(byte)
      wordHasStop = true
    case UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "="):
      takeWordByte(byte)
    default: endWord()
    }
  }

  private mutating func take(_ value: UInt32, next: UInt8) {
    switch ScalarClass.of(value) {
    case .ideograph:
      endWord()
      dropLeadingArticle()
      append(scripts.simplified(value))
      (last, hasGap) = (.ideograph, false)
      wordStart = output.count
    case .fullWidth: take(ascii: UInt8(truncatingIfNeeded: value - 0xFF01 + 0x21), next: next)
    case .letter(let lowered):
      startWordPart()
      if lettersStart == nil { lettersStart = output.count }
      lettersAreASCII = false
      output.append(contentsOf: lowered.utf8)
    case .symbol:
      endLetters()
      startWordPart()
      append(value)
    case .gap: endWord()
    case .nothing: break
    }
  }

  @inline(__always)
  private mutating func takeLetter(_ byte: UInt8) {
    startWordPart()
    if lettersStart == nil { (lettersStart, lettersAreASCII) = (output.count, true) }
    output.append(byte)
  }

  @inline(__always)
  private mutating func takeWordByte(_ byte: UInt8) {
    endLetters()
    startWordPart()
    output.append(byte)
  }

  /// Makes room for more of a word: a space where one is due.
  @inline(__always)
  private mutating func startWordPart() {
    if last == .word, !hasGap { return }
    if last == .word, hasGap {
      dropLeadingArticle()
      if !output.isEmpty { output.append(UInt8(ascii: " ")) }
    }
    (lastBeforeWord, last, hasGap) = (output.isEmpty ? .nothing : last, .word, false)
    wordStart = output.count
    wordHasStop = false
  }

  /// Appends a code point of 80 or more (hexadecimal) as UTF-8.
  private mutating func append(_ value: UInt32) {
    if value < 0x800 {
      output.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
      return
    }
    if value >= 0x1_0000 {
      output.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
    } else {
      output.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
    }
    output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
    output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension FoldingPass {
  @inline(__always)
  private mutating func endLetters() {
    guard let start = lettersStart else { return }
    if lettersAreASCII { endings.fold(&output, from: start) }
    lettersStart = nil
  }

  @inline(__always)
  private mutating func endWord() {
    guard last == .word, !hasGap else { return }
    endLetters()
    hasGap = true
    if wordHasStop { foldStops() }
  }

  /// Takes out the full stops at the end of a word (*No.*) and those between single letters
  /// (*U.S.A.*); those within stay (*1.1*, *.cn*).
  private mutating func foldStops() {
    let stop = UInt8(ascii: ".")
    while output.count > wordStart, output.last == stop { output.removeLast() }
    if output.count == wordStart {
      if output.last == UInt8(ascii: " ") { output.removeLast() }
      last = lastBeforeWord
      wordStart = output.count
      return
    }
    let word = output[wordStart...]
    let isAcronym =
      word.count >= 3 && word.count % 2 == 1
      && word.enumerated().allSatisfy { place, byte in
        place % 2 == 1 ? byte == stop : (0x61...0x7A).contains(byte)
      }
    guard isAcronym else { return }
    output.replaceSubrange(wordStart..., with: word.filter { $0 != stop })
    endings.fold(&output, from: wordStart)
  }

  /// Drops *the* where it is all that stands before the first word.
  @inline(__always)
  private mutating func dropLeadingArticle() {
    guard output.count == 3, output[0] == UInt8(ascii: "t"), output[1] == UInt8(ascii: "h"),
      output[2] == UInt8(ascii: "e")
    else { return }
    output.removeAll(keepingCapacity: true)
  }
}
