/// The rules about numbers, dates, identifiers and addresses.
enum FigureRules {
  /// Them.
  static let rules: [any SegmentRule] = [
    QuantityMismatch(), BoundMismatch(), DateMismatch(), IdentifierMismatch(), URLMismatch(),
  ]
}
