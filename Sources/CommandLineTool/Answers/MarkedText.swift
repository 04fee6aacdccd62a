import TextAnalysis
import TranslationMemory
import Workbench

/// A text with stretches marked, in colours or in brackets.
struct MarkedText {
  let palette: Palette

  /// The source of a match with what has to go and what has to come: red and green, or
  /// `[-old-]{+new+}`.
  func difference(of source: String, to query: String, _ blocks: [MatchAnswer.Difference]) -> String
  {
    let (old, new) = (Array(source.unicodeScalars), Array(query.unicodeScalars))
    var line = ""
    var place = 0
    for block in blocks {
      let range = block.source.first ?? place
      line += visible(old[place..<max(place, range)])
      let end = max(range, block.source.last ?? range)
      let (gone, come) = (old[range..<end], new[(block.query.first ?? 0)..<(block.query.last ?? 0)])
      switch block.op {
      case .equal: line += visible(gone)
      case .delete: line += removed(gone)
      case .insert:
        // Words that come in stand apart from those beside them, as they do in the query.
        let isApart = old[..<range].last?.properties.isWhitespace ?? true
        if !isApart, isSpace(new, come.startIndex - 1) { line += " " }
        line += added(come)
        if !isSpace(old, end), end < old.count, isSpace(new, come.endIndex) { line += " " }
      case .replace: line += removed(gone) + added(come)
      }
      place = max(place, end)
    }
    return line + visible(old[place...])
  }

  /// A text with some stretches standing out.
  func highlighted(_ text: String, _ ranges: [[Int]], _ styles: TextStyle...) -> String {
    let scalars = Array(text.unicodeScalars)
    var line = ""
    var place = 0
    for range in ranges {
      guard let start = range.first, let end = range.last, start >= place, end <= scalars.count
      else { continue }
      line += visible(scalars[place..<start])
      let part = visible(scalars[start..<end])
      // Where something was taken out there is nothing to mark.
      if !part.isEmpty { line += palette.isOn ? palette(part, styles) : "[" + part + "]" }
      place = end
    }
    return line + visible(scalars[place...])
  }

  private func isSpace(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    scalars.indices.contains(place) && scalars[place].properties.isWhitespace
  }

  private func removed(_ text: ArraySlice<Unicode.Scalar>) -> String {
    palette.isOn ? palette(visible(text), .red, .strike) : "[-" + visible(text) + "-]"
  }

  private func added(_ text: ArraySlice<Unicode.Scalar>) -> String {
    palette.isOn ? palette(visible(text), .green) : "{+" + visible(text) + "+}"
  }

  private func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return DisplayWidth.visible(String(text))
  }
}
