/// A folded text cut into what whole-word search compares: runs of Han characters, and runs of
/// anything else between spaces.
///
/// `5g网络 security` has three pieces: `5g`, `网络`, `security`.
struct TermPieces {
  /// One run.
  struct Piece: Hashable {
    /// Its bytes in UTF-8.
    var bytes: ArraySlice<UInt8>
    /// Whether it consists of Han characters.
    var isHan: Bool

    static func == (left: Self, right: Self) -> Bool {
      left.isHan == right.isHan && left.bytes.elementsEqual(right.bytes)
    }

    /// The keys under which the index lists the terms that hold the piece: a word's own, the
    /// neighbouring pairs of a Han run, or its only character.
    var indexKeys: [ArraySlice<UInt8>] {
      guard isHan else { return [bytes] }
      let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.endIndex]
      guard starts.count > 3 else { return [bytes] }
      return (0..<(starts.count - 2)).map { bytes[starts[$0]..<starts[$0 + 2]] }
    }

    /// Whether the bytes of another Han run stand in this one; UTF-8 makes that a test of whole
    /// characters.
    fileprivate func holds(_ other: Self) -> Bool {
      let needle = other.bytes
      guard needle.count <= bytes.count else { return false }
      return (bytes.startIndex...(bytes.endIndex - needle.count)).contains { start in
        bytes[start...].starts(with: needle)
      }
    }
  }

  /// The runs, in order.
  let pieces: [Piece]

  /// Cuts a text that was folded with its spaces kept.
  init(spaced text: String) {
    let bytes = Array(text.utf8)[...]
    var pieces: [Piece] = []
    var start = 0
    var runIsHan = false
    func close(at end: Int) {
      if start < end { pieces.append(Piece(bytes: bytes[start..<end], isHan: runIsHan)) }
    }
    var place = 0
    for scalar in text.unicodeScalars {
      let end = place + UTF8.width(scalar)
      let isHan = isHanScalar(scalar.value)
      if scalar == " " {
        close(at: place)
        start = end
      } else if isHan != runIsHan {
        close(at: place)
        (start, runIsHan) = (place, isHan)
      }
      place = end
    }
    close(at: place)
    self.pieces = pieces
  }

  /// Whether the pieces of a query stand in these, each wanted word as a whole and each wanted Han
  /// run inside one.
  func hold(_ wanted: TermPieces) -> Bool {
    wanted.pieces.allSatisfy { piece in
      pieces.contains { $0.isHan == piece.isHan && (piece.isHan ? $0.holds(piece) : $0 == piece) }
    }
  }
}

/// Whether a scalar is a Han character of the basic block, its extensions or the compatibility
/// blocks.
func isHanScalar(_ value: UInt32) -> Bool {
  (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
    || (0xF900...0xFAFF).contains(value) || (0x20000...0x3FFFF).contains(value)
    || value == 0x3007
}
