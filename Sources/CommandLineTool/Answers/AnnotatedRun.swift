import Workbench

/// A stretch of a segment that is a term, or stands between terms.
struct AnnotatedRun {
  /// The text.
  var text: String
  /// The term; nothing between terms.
  var term: AnnotateAnswer.Occurrence?

  /// Cuts a segment at its terms.
  static func runs(of segment: AnnotateAnswer.Segment) -> [AnnotatedRun] {
    let scalars = Array(segment.text.unicodeScalars)
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    var runs: [AnnotatedRun] = []
    var place = 0
    for term in segment.terms {
      guard let start = term.range.first, let end = term.range.last, start >= place,
        end <= scalars.count, !term.readings.isEmpty
      else { continue }
      runs.append(AnnotatedRun(text: text(place..<start)))
      runs.append(AnnotatedRun(text: text(start..<end), term: term))
      place = end
    }
    runs.append(AnnotatedRun(text: text(place..<scalars.count)))
    return runs
  }
}
