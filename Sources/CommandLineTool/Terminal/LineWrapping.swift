import TextAnalysis

/// Returns the text in lines of at most `width` columns.
///
/// Lines end at spaces and between wide characters, but no line begins with a closing mark or ends
/// with an opening one. A word that is wider than a line is cut; line feeds in the text stay.
/// A width below 2 is taken for 2.
func wrapped(_ text: String, to width: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
    wrappedParagraph(paragraph, to: max(2, width))
  }
}

private func wrappedParagraph(_ text: Substring, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  for piece in unbreakablePieces(of: text) {
    let pieceWidth = DisplayWidth.of(String(piece))
    let trimmed = piece.last == " " ? pieceWidth - 1 : pieceWidth
    if lineWidth + trimmed <= width {
      line += piece
      lineWidth += pieceWidth
      continue
    }
    if !line.isEmpty { lines.append(withoutTrailingSpaces(line)) }
    (line, lineWidth) = ("", 0)
    for character in piece {
      let columns = DisplayWidth.of(String(character))
      if lineWidth + columns > width, character != " " {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      line.append(character)
      lineWidth += columns
    }
  }
  return lines + [withoutTrailingSpaces(line)]
}

/// The text in pieces after each of which a line may end; a piece keeps its trailing spaces.
private func unbreakablePieces(of text: Substring) -> [Substring] {
  var pieces: [Substring] = []
  var start = text.startIndex
  var previous: Character?
  for index in text.indices {
    let character = text[index]
    if let previous, index > start, mayBreak(between: previous, and: character) {
      pieces.append(text[start..<index])
      start = index
    }
    previous = character
  }
  return pieces + [text[start...]]
}

private func mayBreak(between left: Character, and right: Character) -> Bool {
  if right == " " { return false }
  if left == " " { return true }
  let touchesWide = DisplayWidth.of(String(left)) == 2 || DisplayWidth.of(String(right)) == 2
  return touchesWide && !"，。、；：！？）》」』】”’…%".contains(right) && !"（《「『【“‘".contains(left)
}

private func withoutTrailingSpaces(_ line: String) -> String {
  var line = line
  while line.last == " " { line.removeLast() }
  return line
}
