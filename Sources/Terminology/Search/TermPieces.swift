/// A folded text cut into what whole-word search compares: runs of Han characters and runs of
/// anything else between spaces.
///
/// `5g网络 security` has three pieces: `5g`, `网络`, `security`.
struct TermPieces {
  /// One run.
  struct Piece: Hashable {
    /// Its bytes in UTF-8.
    var bytes: [UInt8]
    /// Whether it consists of Han characters.
    var isHan: Bool

    /// The keys under which the index lists the terms that hold the piece: a word's own, the
    /// neighbouring pairs of a Han run, or its only character.
    var indexKeys: [[UInt8]] {
      guard isHan, bytes.count > 3 else { return [bytes] }
      let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
      let ends = starts.dropFirst() + [bytes.count]
      let characters = zip(starts, ends).map { bytes[$0..<$1] }
      guard characters.count > 1 else { return [bytes] }
      return zip(characters, characters.dropFirst()).map { Array($0 + $1) }
    }
  }

  /// The runs, in order.
  let pieces: [Piece]

  /// Cuts a text that was folded with its spaces kept.
  init(spaced text: String) {
    var pieces: [Piece] = []
    var run: [UInt8] = []
    var runIsHan = false
    func close() {
      if !run.isEmpty { pieces.append(Piece(bytes: run, isHan: runIsHan)) }
      run.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if scalar == " " {
        close()
        continue
      }
      let isHan = isHanScalar(scalar.value)
      if isHan != runIsHan { close() }
      runIsHan = isHan
      run.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    close()
    self.pieces = pieces
  }

  /// Whether the pieces of a query stand in these, each wanted word as a whole and each wanted Han
  /// run inside one.
  func hold(_ wanted: TermPieces) -> Bool {
    wanted.pieces.allSatisfy { piece in
      pieces.contains { $0.isHan == piece.isHan && (piece.isHan ? $0.holds(piece) : $0 == piece) }
    }
  }

  /// Whether the pieces of a query stand in these side by side and in order.
  func holdTogether(_ wanted: TermPieces) -> Bool {
    let count = wanted.pieces.count
    guard count <= pieces.count, count > 0 else { return false }
    return (0...(pieces.count - count)).contains { start in
      zip(pieces[start..<(start + count)], wanted.pieces).enumerated().allSatisfy { place, pair in
        guard pair.0.isHan == pair.1.isHan else { return false }
        guard pair.0.isHan else { return pair.0 == pair.1 }
        if count == 1 { return pair.0.holds(pair.1) }
        if place == 0 { return pair.0.bytes.reversed().starts(with: pair.1.bytes.reversed()) }
        if place == count - 1 { return pair.0.bytes.starts(with: pair.1.bytes) }
        return pair.0 == pair.1
      }
    }
  }
}

extension TermPieces.Piece {
  /// Whether the bytes of another Han run stand in this one; UTF-8 makes that a test of characters.
  fileprivate func holds(_ other: Self) -> Bool {
    let (hay, needle) = (bytes, other.bytes)
    guard needle.count <= hay.count else { return false }
    return (0...(hay.count - needle.count)).contains { hay[$0...].starts(with: needle) }
  }
}

/// Whether a scalar is a Han character of the basic block, its extensions or the compatibility
/// blocks.
func isHanScalar(_ value: UInt32) -> Bool {
  (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
    || (0xF900...0xFAFF).contains(value) || (0x20000...0x3FFFF).contains(value)
    || value == 0x3007
}
