/// How far a chunk of a match may have been shifted.
///
/// Let a segment have *e* tokens more than the query (or −*e* fewer), and let at most *d* edits
/// turn one into the other. Chunks are numbered from the left, from 0; *y* is the position of a
/// chunk in the segment less that in the query.
///
/// **Diamond.** With chunks 0 to *d* (or more), one of those numbered up to *d* is unchanged with
/// at most *c* edits to its left and *d* − *c* to its right, *c* its number. For let *B*(*c*) be
/// the number of edits to the left of chunk *c*, less *c*. *B*(0) ≥ 0; past the last chunk it
/// would be below 0; and from a chunk to the next it falls by at most 1, and only over an unchanged
/// one. The last *c* with *B*(*c*) ≥ 0 is therefore unchanged, with exactly *c* edits on its left.
/// Each edit shifts by at most one token, and what the edits on the right shift must lead to *e*:
///
///     max(−c, e − (d − c)) ≤ y ≤ min(c, e + (d − c))
///
/// The chunk does not depend on *d*, so this stays true while *d* shrinks during a search.
///
/// **Single tokens, longer segments.** Here only the deletions and replacements count, at most
/// *r* = *d* − *e* (see `ChunkChoice`), of which at most *r* / 2 are deletions, since each needs
/// one insertion more. By the same argument at most *c* of them are on the left and *r* − *c* on
/// the right. A shift to the left needs deletions on the left; a shift by more than *e* to the
/// right needs deletions on the right:
///
///     −min(c, r / 2) ≤ y ≤ e + min(r − c, r / 2)
enum ChunkWindow {
  /// How the chunks were chosen.
  enum Shape {
    /// *d* + 1 chunks of one or two tokens.
    case diamond
    /// *d* − *e* + 1 single tokens, for segments longer than the query.
    case singles
  }

  /// Bounds the shift of a chunk.
  ///
  /// - Parameters:
  ///   - shape: How the chunks were chosen.
  ///   - number: The chunk's number, from the left.
  ///   - allowed: The largest number of edits, *d*.
  ///   - surplus: How many tokens more the segment has, *e*.
  /// - Returns: The first and the last shift, the first the greater where there is none.
  @inline(__always)
  static func shifts(
    _ shape: Shape, number: Int, allowed: Int, surplus: Int
  ) -> (first: Int, last: Int) {
    switch shape {
    case .diamond:
      let right = allowed &- number
      return right < 0
        ? (1, 0) : (max(0 &- number, surplus &- right), min(number, surplus &+ right))
    case .singles:
      let harmful = allowed &- surplus
      let right = harmful &- number
      return right < 0
        ? (1, 0)
        : (0 &- min(number, harmful &>> 1), surplus &+ min(right, harmful &>> 1))
    }
  }
}
