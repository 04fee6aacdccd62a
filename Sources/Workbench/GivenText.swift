public import TextAnalysis

/// A text that a request brings with it.
public enum GivenText: Sendable {
  /// One segment as it is, without being cut.
  case segment(String)
  /// A document, cut into segments.
  case document(String, DocumentFormat)
}

extension GivenText {
  /// The whole text.
  package var whole: String {
    switch self {
    case .segment(let text), .document(let text, _): text
    }
  }

  /// The segments, program code apart.
  package var segments: [DocumentSegment] {
    switch self {
    case .segment(let text):
      [
        DocumentSegment(
          text: text, scalars: 0..<text.unicodeScalars.count, block: .paragraph, blockNumber: 0,
          pieces: [DocumentSegment.Piece(textOffset: 0, documentOffset: 0)])
      ]
    case .document(let text, let format):
      Segmenter.segments(of: text, format: format).filter { $0.block != .code }
    }
  }
}
