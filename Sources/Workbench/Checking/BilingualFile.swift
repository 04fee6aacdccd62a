import Checking
import Interchange
import TextAnalysis
import TranslationMemory

/// The segments of a file that holds texts and their translations: TMX, or a table.
struct BilingualFile {
  private(set) var segments: [CheckedSegment] = []
  private(set) var notices: [Phrase] = []
  private let name: String
  private var reader: UnitReader

  /// Looks at the file.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - from: The language of the source; nothing means that the file tells.
  ///   - to: The language of the target.
  /// - Throws: ``CheckFault`` where the file holds something else; `InterchangeError` where it
  ///   cannot be read.
  init(_ text: CheckRequest.Text, from: LanguageTag?, to: LanguageTag?) throws {
    name = text.name
    if ["md", "markdown"].contains(text.ending) { throw CheckFault.oneDocument(file: name) }
    let source = try text.source()
    let kind = try FileKind.detect(source)
    let look = try FileKind.look(of: source)
    switch kind {
    case .other(root: "xliff"): throw CheckFault.xliff(file: name)
    case .other(let root): throw CheckFault.otherMarkup(file: name, root: root)
    case .concepts where text.ending == "tbx": throw CheckFault.concepts(file: name)
    case .units, .eitherTable, .concepts: break
    }
    switch (text.ending, look) {
    case ("tmx", .tabbed), ("tmx", .line):
      throw CheckFault.notAsNamed(file: name, format: "TMX")
    case ("xlf", .tabbed), ("xlf", .line), ("xliff", .tabbed), ("xliff", .line):
      throw CheckFault.notAsNamed(file: name, format: "XLIFF")
    case ("txt", .line): throw CheckFault.oneDocument(file: name)
    case ("csv", .markup), ("tsv", .markup):
      let format = text.ending.uppercased()
      notices.append(
        Phrase(
          "\(name): the name says \(format) and the content is TMX; it was read as that.",
          "\(name)：文件名表示 \(format)，内容为 TMX；已按 TMX 读取。"))
    default: break
    }
    reader = try UnitReader(source, from: from, to: to, use: .check)
  }

  /// Reads all segments.
  ///
  /// - Throws: `InterchangeError` where a record breaks the rules of its form.
  mutating func read() throws {
    while let unit = try reader.next() { take(unit) }
    for notice in reader.notices { notices.append(Phrase(notice)) }
    for loss in reader.losses.losses {
      notices.append(
        Phrase(
          "\(name): left out: \(loss.count) \(loss.what.english) (\(loss.why.english))",
          "\(name)：略去：\(loss.count) \(loss.what.chinese)（\(loss.why.chinese)）"))
    }
    retagTraditional()
  }

  private mutating func take(_ incoming: IncomingUnit) {
    let unit = incoming.unit
    var suppression = Suppression()
    let place = incoming.location.description
    for attribute in unit.attributes where Self.isSuppression(attribute.type) {
      suppression.add(attribute.value, at: place)
    }
    for note in unit.notes { suppression.add(note: note, at: place) }
    notices += suppression.notices
    segments.append(
      CheckedSegment(
        source: text(unit.source, incoming.sourceRuns),
        target: text(unit.target, incoming.targetRuns), id: unit.id,
        block: Self.block(unit), blockNumber: segments.count, suppressed: suppression.rules))
  }

  private func text(_ side: UnitVariant, _ runs: [PlacedRun]) -> CheckedText {
    CheckedText(
      side.segment, language: side.language, file: name,
      stretches: runs.map {
        CheckedText.Stretch(
          scalarOffset: $0.scalarOffset,
          position: TextPosition(line: $0.line, column: $0.column))
      })
  }

  /// Whether a column or a property names rules that are switched off: `ignore`,
  /// `x-zhengming-ignore`.
  private static func isSuppression(_ type: String) -> Bool {
    type == "ignore" || type.hasSuffix("x-zhengming-ignore")
  }

  /// Running text where either side ends as a sentence does, else a heading.
  private static func block(_ unit: TranslationUnit) -> DocumentSegment.Block {
    let ends = [unit.source, unit.target].contains { side in
      let last = side.segment.text.unicodeScalars.last { !closings.contains($0) }
      return last.map { sentenceEnds.contains($0) } ?? false
    }
    return ends ? .paragraph : .heading
  }

  private static let sentenceEnds = Set("。！？；：….!?;:".unicodeScalars)
  private static let closings = Set("”’」』》）)]\"' \t".unicodeScalars)

  /// Takes Chinese for Traditional that its file calls no more than Chinese, where its characters
  /// say so.
  private mutating func retagTraditional() {
    func isPlain(_ tag: LanguageTag) -> Bool { tag == .simplifiedChinese }
    let texts = segments.lazy.flatMap { [$0.source, $0.target].compactMap(\.self) }
      .filter { isPlain($0.language) }
    guard LanguageTag.chineseScript(of: texts.map(\.segment.text)) == .traditionalChinese
    else { return }
    for place in segments.indices {
      if let source = segments[place].source, isPlain(source.language) {
        segments[place].source?.language = .traditionalChinese
      }
      if isPlain(segments[place].target.language) {
        segments[place].target.language = .traditionalChinese
      }
    }
  }
}

extension LanguageTag {
  /// The form of Chinese that most texts with characters of one script only are in; Simplified
  /// where none tells.
  static func chineseScript(of texts: some Sequence<String>) -> LanguageTag {
    var (traditional, simplified) = (0, 0)
    for text in texts {
      switch (ScriptVariants.looksTraditional(text), ScriptVariants.looksSimplified(text)) {
      case (true, false): traditional += 1
      case (false, true): simplified += 1
      default: break
      }
    }
    return traditional > simplified ? .traditionalChinese : .simplifiedChinese
  }
}
