import TextAnalysis

/// Which columns of a bilingual table hold the source and its translations, and in what languages.
struct PairSides {
  /// A column and the language of its segments.
  struct Side: Hashable {
    var cell: Int
    var language: LanguageTag
  }

  /// The column of the source.
  var source: Side
  /// The columns of translations: one, or more where a header names more than two languages.
  var targets: [Side]

  /// Tells the sides by a header, by what was asked for, and else by the first rows.
  ///
  /// - Parameters:
  ///   - columns: What the header says, or nothing where there is none.
  ///   - from: The language of the source that was asked for.
  ///   - to: The language of the target that was asked for.
  ///   - rows: The first rows.
  ///   - place: What errors name.
  /// - Throws: ``InterchangeError`` where the sides or their languages cannot be told.
  init(
    columns: [PairColumn]?, from: LanguageTag?, to: LanguageTag?, rows: [[String]],
    place: SourceLocation
  ) throws(InterchangeError) {
    var from = from
    var to = to
    if let known = from ?? to {
      guard known.isEnglish || known.isChinese else {
        throw .table(place, .languagesUnclear)
      }
      let other = known.isEnglish ? LanguageTag.simplifiedChinese : .english
      if from != nil, to == nil { to = other }
      if to != nil, from == nil { from = other }
      guard from?.isEnglish == to?.isChinese, from?.isChinese == to?.isEnglish else {
        throw .table(place, .languagesUnclear)
      }
    }
    let named = Self.named(columns ?? [])
    if named.count >= 2, Set(named.map(\.side.language.language)).count == 2 {
      self = try Self.sides(among: named, from: from, to: to, place: place)
      return
    }
    let source = columns?.firstIndex(of: .source)
    let target = columns?.firstIndex(of: .target)
    var cells = (source: source ?? 0, target: target ?? 1)
    if let only = named.first?.side {
      // One column says its language, the other its part.
      if let source { cells = (source, only.cell) }
      if let target { cells = (only.cell, target) }
      let other = only.language.isEnglish ? LanguageTag.simplifiedChinese : .english
      if from == nil {
        (from, to) = source == nil ? (only.language, other) : (other, only.language)
      }
    }
    if from == nil { (from, to) = try Self.guess(rows, cells, place: place) }
    guard let from, let to, cells.source != cells.target else {
      throw .table(place, .languagesUnclear)
    }
    self.source = Side(cell: cells.source, language: from)
    targets = [Side(cell: cells.target, language: to)]
  }

  private init(source: Side, targets: [Side]) { (self.source, self.targets) = (source, targets) }
}

extension PairSides {
  /// A column whose heading names a language.
  private struct Named {
    var side: Side
    var isGeneric: Bool

    /// The column, if its language may be the one asked for; a generic heading takes any form.
    func answering(_ asked: LanguageTag) -> Side? {
      if asked.matches(side.language) { return side }
      guard asked.language == side.language.language,
        isGeneric || side.language.matches(asked)
      else { return nil }
      return Side(cell: side.cell, language: asked)
    }
  }

  private static func named(_ columns: [PairColumn]) -> [Named] {
    columns.enumerated().compactMap { cell, column in
      guard case .language(let tag, let isGeneric) = column else { return nil }
      return Named(side: Side(cell: cell, language: tag), isGeneric: isGeneric)
    }
  }

  /// Tells the sides where the header names both languages: the first is the source's.
  private static func sides(
    among named: [Named], from: LanguageTag?, to: LanguageTag?, place: SourceLocation
  ) throws(InterchangeError) -> PairSides {
    guard let from, let to else {
      let source = named[0].side
      let targets = named.map(\.side).filter { $0.language.language != source.language.language }
      return PairSides(source: source, targets: targets)
    }
    guard let source = named.lazy.compactMap({ $0.answering(from) }).first else {
      throw .table(place, .missingColumn(from.description))
    }
    let targets = named.compactMap { $0.answering(to) }
    guard !targets.isEmpty else { throw .table(place, .missingColumn(to.description)) }
    return PairSides(source: source, targets: targets)
  }

  /// Tells the languages by rows that have Chinese characters on one side only.
  private static func guess(
    _ rows: [[String]], _ cells: (source: Int, target: Int), place: SourceLocation
  ) throws(InterchangeError) -> (LanguageTag, LanguageTag) {
    func hasHan(_ row: [String], _ cell: Int) -> Bool {
      cell < row.count && row[cell].unicodeScalars.contains { $0.properties.isIdeographic }
    }
    var (forward, backward) = (0, 0)
    for row in rows {
      switch (hasHan(row, cells.source), hasHan(row, cells.target)) {
      case (false, true): forward += 1
      case (true, false): backward += 1
      default: break
      }
    }
    guard (forward == 0) != (backward == 0) else { throw .table(place, .languagesUnclear) }
    return forward > 0 ? (.english, .simplifiedChinese) : (.simplifiedChinese, .english)
  }
}
