public import TextAnalysis
public import TranslationMemory

/// Makes units of a memory from the units of a TMX file: the English and the Chinese that they
/// hold, everything else counted.
///
/// Every English variant goes with every Chinese one: `en`, `zh-CN` and `zh-TW` are two units. The
/// first of them keeps the identifier, the others have the languages added that tell them from it
/// (`id#zh-Hant-TW`), and a number where even these are the same (`id#zh-Hans(2)`), so that they
/// stay the same however often the file is read.
///
/// The source is the side that `srclang` names, of the unit or else of the header, and English
/// where that is `*all*`, missing, or neither. Attributes of `tu` and properties become attributes
/// of the unit (`tmx:usagecount`, `tmx:source:x-prop`), which ``TMXWriter`` writes back to where they were;
/// what says state, origin and context is read from the properties of this program, memoQ, Trados
/// and OmegaT.
public struct UnitReduction {
  /// How many units one unit of a file may become.
  public static let limit = 1_000

  /// How many units of the file came in.
  public private(set) var readCount = 0
  /// How many units came out.
  public private(set) var madeCount = 0
  /// Of each unit that was made last, the places of its two variants in the unit of the file.
  var madeOf: [(source: Int, target: Int)] = []
  /// What somebody should look at: at most one notice a file.
  public private(set) var notices: [Notice] = []

  private let header: TMXHeader
  private let from: LanguageTag?
  private let to: LanguageTag?
  private let state: UnitState
  private let use: UnitUse
  private var losses = LossReport()
  private var tags: [String: LanguageTag?] = [:]
  private var leftOut: [String: Int] = [:]
  private var otherCount = 0
  private var (hasEnglish, hasChinese) = (false, false)

  /// Prepares to make units.
  ///
  /// - Parameters:
  ///   - header: The header of the file.
  ///   - from: The language of the source; nothing means that the file says so.
  ///   - to: The language of the target; of several Chinese ones, those that it matches are taken.
  ///   - state: What units are that do not say so.
  ///   - use: What they are made for.
  public init(
    header: TMXHeader, from: LanguageTag? = nil, to: LanguageTag? = nil,
    state: UnitState = .reviewed, use: UnitUse = .memory
  ) {
    (self.header, self.from, self.to, self.state) = (header, from, to, state)
    self.use = use
  }

  /// Returns what a unit of the file is in a memory: nothing, one unit or several.
  public mutating func units(of unit: TMXUnit) -> [TranslationUnit] {
    readCount += 1
    var (english, chinese): ([Side], [Side]) = ([], [])
    for (place, variant) in unit.variants.enumerated() {
      guard let tag = tag(of: variant), tag.isEnglish || tag.isChinese else {
        leaveOut(variant.language)
        continue
      }
      if tag.isEnglish { hasEnglish = true } else { hasChinese = true }
      let side = Side(tag: tag, place: place, lack: lack(of: variant.segment))
      if tag.isEnglish { english.append(side) } else { chinese.append(side) }
    }
    madeOf.removeAll(keepingCapacity: true)
    let isReversed = isFromChinese(unit)
    leaveOutEmpty(in: &english, isTarget: isReversed)
    leaveOutEmpty(in: &chinese, isTarget: !isReversed)
    var (sources, targets) = isReversed ? (chinese, english) : (english, chinese)
    keep(from, in: &sources)
    keep(to, in: &targets)
    guard !sources.isEmpty, !targets.isEmpty else {
      losses.add(Phrase("unit", "单元"), because: lack(english, chinese))
      return []
    }
    return combine(unit, sources, targets)
  }

  /// Returns what was left out, so far.
  public var report: LossReport {
    var report = losses
    for (language, count) in leftOut.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      report.add(
        Phrase("variant in \(language)", "\(language) 变体"),
        because: Phrase("a memory holds English and Chinese", "翻译记忆库只存放英文和中文"), count: count)
    }
    if otherCount > 0 {
      report.add(
        Phrase("variant in other languages", "其他语言的变体"),
        because: Phrase("a memory holds English and Chinese", "翻译记忆库只存放英文和中文"),
        count: otherCount)
    }
    return report
  }

  /// Why not one unit could be made of a file that has some; nothing where one could.
  var lack: TMXProblem? {
    guard readCount > 0, madeCount == 0 else { return nil }
    let lack: TMXProblem.PairLack =
      if !hasChinese, hasEnglish {
        .chinese
      } else if !hasEnglish, hasChinese {
        .english
      } else if hasEnglish, from != nil || to != nil {
        .asked(from: from?.description ?? "English", to: to?.description ?? "Chinese")
      } else {
        .both
      }
    return .noPair(lack, unitCount: readCount)
  }
}

extension UnitReduction {
  /// The language of a variant, and its place in the unit.
  private struct Side {
    var tag: LanguageTag
    var place: Int
    /// Why it has no text; nothing where it has some.
    var lack: Phrase?
  }

  private func lack(of segment: Segment) -> Phrase? {
    guard isBlank(segment.text) else { return nil }
    return segment.codes.isEmpty
      ? Phrase("its segment is empty", "其语段为空")
      : Phrase("its segment has no text beside codes", "其语段除代码外没有文字")
  }

  /// Leaves empty segments out, unless they are targets that are to be judged.
  private mutating func leaveOutEmpty(in sides: inout [Side], isTarget: Bool) {
    guard use == .memory || !isTarget, sides.contains(where: { $0.lack != nil }) else { return }
    for lack in sides.compactMap(\.lack) { losses.add(Phrase("variant", "变体"), because: lack) }
    sides.removeAll { $0.lack != nil }
  }

  private mutating func tag(of variant: TMXVariant) -> LanguageTag? {
    variant.properties.first { $0.type == TMXWords.language }.flatMap { tag(of: $0.value) }
      ?? tag(of: variant.language)
  }

  /// Reads a language tag; the few that a file has are read once.
  private mutating func tag(of written: String) -> LanguageTag? {
    if let known = tags[written] { return known }
    let tag = LanguageTag(written)
    if tags.count < 100 { tags[written] = .some(tag) }
    return tag
  }

  private mutating func leaveOut(_ language: String) {
    let name = String(language.shortened().lowercased())
    if leftOut[name] != nil || leftOut.count < 100 {
      leftOut[name, default: 0] += 1
    } else {
      otherCount += 1
    }
  }

  /// Leaves the variants out that are in another language than was asked for.
  private mutating func keep(_ asked: LanguageTag?, in sides: inout [Side]) {
    guard let asked else { return }
    let kept = sides.filter { asked.matches($0.tag) }
    for side in sides where !asked.matches(side.tag) {
      losses.add(
        Phrase("variant in \(side.tag)", "\(side.tag) 变体"),
        because: Phrase("\(asked) was asked for", "所要求的是 \(asked)"))
    }
    sides = kept
  }

  private func lack(_ english: [Side], _ chinese: [Side]) -> Phrase {
    switch (english.isEmpty, chinese.isEmpty) {
    case (false, true): Phrase("it has no Chinese", "没有中文")
    case (true, false): Phrase("it has no English", "没有英文")
    case (true, true): Phrase("it has neither English nor Chinese", "既没有英文也没有中文")
    case (false, false): Phrase("it has not the languages asked for", "没有所要求的语言")
    }
  }

  private mutating func isFromChinese(_ unit: TMXUnit) -> Bool {
    if let from { return from.isChinese }
    if let to { return to.isEnglish }
    let written = unit.attributes["srclang"] ?? header.sourceLanguage
    if let written, written.utf8.first == UInt8(ascii: "*"), written.lowercased() == "*all*" {
      return false
    }
    let tag = written.flatMap { self.tag(of: $0) }
    if tag?.isChinese == true { return true }
    if tag?.isEnglish != true, notices.isEmpty {
      notices.append(
        Notice(location: unit.location, matter: .units(.sourceLanguage(written))))
    }
    return false
  }

  private mutating func combine(
    _ unit: TMXUnit, _ sources: [Side], _ targets: [Side]
  ) -> [TranslationUnit] {
    var units: [TranslationUnit] = []
    var names: [String: Int] = [:]
    for source in sources {
      for target in targets {
        guard units.count < Self.limit else { break }
        var made = translationUnit(unit, source, target)
        if let id = unit.id, !units.isEmpty {
          let name =
            sources.count > 1 ? "\(id)#\(source.tag)+\(target.tag)" : "\(id)#\(target.tag)"
          names[name, default: 0] += 1
          let count = names[name] ?? 1
          made.id = count == 1 ? name : "\(name)(\(count))"
        }
        units.append(made)
        madeOf.append((source.place, target.place))
      }
    }
    let total = sources.count * targets.count
    if total > units.count {
      losses.add(
        Phrase("combination of variants", "变体的组合"),
        because: Phrase("a unit may become \(Self.limit) at most", "一个单元最多可变为 \(Self.limit) 个"),
        count: total - units.count)
    }
    madeCount += units.count
    return units
  }

  private mutating func translationUnit(
    _ unit: TMXUnit, _ source: Side, _ target: Side
  ) -> TranslationUnit {
    var reading = UnitReading(
      unit, source: unit.variants[source.place], target: unit.variants[target.place], state: state)
    reading.read()
    for (what, why) in reading.losses { losses.add(what, because: why) }
    var made = TranslationUnit(
      id: unit.id, source: UnitVariant(source.tag, unit.variants[source.place].segment),
      target: UnitVariant(target.tag, unit.variants[target.place].segment))
    (made.previous, made.next) = (reading.previous, reading.next)
    (made.creation, made.change) = (reading.creation, reading.change)
    (made.origin, made.state) = (reading.origin, reading.state)
    (made.attributes, made.notes) = (reading.attributes, reading.notes)
    return made
  }
}
