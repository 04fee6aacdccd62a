import Checking
import Interchange
import TextAnalysis

/// A plain or Markdown document: its blocks, each with its segments and their places in the file.
struct PlacedDocument {
  let name: String
  let format: DocumentFormat
  let language: LanguageTag
  /// The blocks that hold text and are no program code.
  private(set) var blocks: [Block] = []
  private(set) var notices: [Phrase] = []
  private let scalars: [Unicode.Scalar]
  private let lines: TextLines
  private let comments: DocumentComments

  /// Segments that are one paragraph, heading, item or cell, or one line.
  struct Block {
    var texts: [CheckedText]
    var kind: DocumentSegment.Block
    var number: Int
    var suppressed: Set<RuleID>

    /// The segments of a document in one language.
    func segments() -> [CheckedSegment] {
      texts.map {
        CheckedSegment(
          source: nil, target: $0, block: kind, blockNumber: number, suppressed: suppressed)
      }
    }
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - text: The file; its ending tells Markdown from plain text.
  ///   - asked: Its language; nothing lets its characters tell.
  ///   - profile: What tells the script where the characters do not.
  /// - Throws: `InterchangeError` where it cannot be read.
  init(_ text: CheckRequest.Text, language asked: LanguageTag?, _ profile: Profile) throws {
    name = text.name
    if ["tmx", "xlf", "xliff", "csv", "docx", "xlsx", "pdf"].contains(text.ending) {
      throw CheckFault.notAsNamed(file: name, format: text.ending.uppercased())
    }
    format = ["md", "markdown"].contains(text.ending) ? .markdown : .plain
    let whole = try PlainText.read(try text.source())
    var scalars = Array(whole.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    comments = DocumentComments(in: &scalars, format: format, name: name)
    notices = comments.notices
    self.scalars = scalars
    lines = TextLines(of: scalars)
    language = asked ?? Self.language(of: whole, profile)
    let found = Segmenter.segments(
      of: String(String.UnicodeScalarView(scalars)), format: format)
    for segment in found where segment.block != .code { take(segment, startingAt: 0) }
    renumber()
  }

  private mutating func take(_ segment: DocumentSegment, startingAt start: Int) {
    let text = CheckedText(
      Segment(segment.text), language: language, file: name,
      stretches: segment.pieces.map {
        CheckedText.Stretch(
          scalarOffset: $0.textOffset, position: lines.position(of: start + $0.documentOffset))
      })
    if blocks.last?.number == segment.blockNumber {
      blocks[blocks.count - 1].texts.append(text)
    } else {
      blocks.append(
        Block(
          texts: [text], kind: segment.block, number: segment.blockNumber,
          suppressed: comments.rules(at: start + segment.scalars.lowerBound)))
    }
  }

  private mutating func renumber() {
    for place in blocks.indices { blocks[place].number = place }
  }
}

extension PlacedDocument {
  private static func language(of text: String, _ profile: Profile) -> LanguageTag {
    guard TextLanguage.guess(of: text) == .chinese else { return .english }
    let lines = text.split(whereSeparator: \.isNewline).lazy.map(String.init)
    let tag = LanguageTag.chineseScript(of: lines)
    guard tag == .traditionalChinese else { return tag }
    switch profile.region {
    case .mainland: return tag
    case .taiwan: return LanguageTag("zh-Hant-TW") ?? tag
    case .hongkong: return LanguageTag("zh-Hant-HK") ?? tag
    }
  }
}

extension PlacedDocument {
  /// Which lines hold text, without those at the end that do not.
  var filledLines: [Bool] {
    var filled = lines.starts.indices.map { number in
      line(number).contains { !$0.properties.isWhitespace }
    }
    while filled.last == false { filled.removeLast() }
    return filled
  }

  private func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
    let end = number + 1 < lines.starts.count ? lines.starts[number + 1] : scalars.count
    return scalars[lines.starts[number]..<end]
  }

  /// The document with each line a block.
  func byLines() -> PlacedDocument {
    var document = self
    document.blocks = []
    for number in lines.starts.indices {
      let start = lines.starts[number]
      let found = Segmenter.segments(
        of: String(String.UnicodeScalarView(line(number))), format: .plain)
      for var segment in found {
        segment.blockNumber = number
        document.take(segment, startingAt: start)
      }
    }
    document.renumber()
    return document
  }
}
