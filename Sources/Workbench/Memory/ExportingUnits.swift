public import Interchange
import Storage
public import TextAnalysis
import TranslationMemory

/// What somebody wants to export of the translation memories.
public struct UnitExportRequest: Sendable {
  /// A form of file.
  public enum Form: Sendable, Hashable {
    /// TMX 1.4b, which holds everything.
    case tmx
    /// A table of two languages.
    case table(PairTableWriter.Form)
  }

  /// The form.
  public var form: Form
  /// Only these memories; empty means all.
  public var memories: Set<String>
  /// Only units from this language; nothing means any, and in a table the one that most units have.
  public var from: LanguageTag?
  /// Only units into this language.
  public var to: LanguageTag?

  /// Asks for an export of all units in a form, unless restricted.
  public init(
    _ form: Form, memories: Set<String> = [], from: LanguageTag? = nil, to: LanguageTag? = nil
  ) {
    (self.form, self.memories, self.from, self.to) = (form, memories, from, to)
  }
}

/// What an export of translation memories wrote.
public struct UnitExportAnswer: Sendable, Codable {
  /// The store.
  public var store: String
  /// The memories that were asked for, by name.
  public var memories: [String]
  /// How many units were written.
  public var units: Int
  /// What the form could not hold, or was not asked for.
  public var losses: [LossReport.Loss]
}

extension Workbench {
  /// Writes translation units in a form that other tools read, one by one.
  ///
  /// A TMX of several memories says of each unit which one it is of, so that an import puts it back
  /// there.
  ///
  /// - Parameters:
  ///   - request: The form, and which units.
  ///   - sink: Where the bytes go.
  /// - Returns: What was written, and what was left out.
  /// - Throws: ``WorkbenchError`` where there is no such memory, or writing fails.
  public func export(
    _ request: UnitExportRequest, to sink: ByteSink
  ) throws(WorkbenchError) -> UnitExportAnswer {
    try WorkbenchError.check(from: request.from, to: request.to)
    return try read { snapshot in
      try self.check(memories: request.memories, snapshot)
      let all = try snapshot.memoryNames().values.sorted()
      let memories = request.memories.isEmpty ? all : request.memories.sorted()
      var writer = try UnitWriting(
        request, namesMemories: memories.count > 1,
        direction: try self.direction(request, snapshot), to: sink)
      try self.forEachUnit(request, snapshot) { try writer.write($0) }
      let losses = try writer.finish()
      return UnitExportAnswer(
        store: self.storeName, memories: memories, units: writer.count, losses: losses.losses)
    }
  }

  /// The languages of a table: those asked for, else those that most units have.
  private func direction(
    _ request: UnitExportRequest, _ snapshot: borrowing Snapshot
  ) throws -> UnitDirection? {
    guard case .table = request.form else { return nil }
    if request.from == nil, request.to == nil {
      var counts: [UnitDirection: Int] = [:]
      try forEachPair(request, snapshot) { pair in
        let (source, target) = (pair.source.language, pair.target.language)
        counts[
          UnitDirection(from: source.withoutRegion, to: target.withoutRegion), default: 0] += 1
      }
      if let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key { return most }
    }
    let from = request.from ?? request.to?.opposite ?? .english
    return UnitDirection(from: from, to: request.to ?? from.opposite)
  }

  private func forEachUnit(
    _ request: UnitExportRequest, _ snapshot: borrowing Snapshot,
    _ body: (StoredUnit) throws -> Void
  ) throws {
    guard !request.memories.isEmpty else { return try snapshot.forEachUnit(body) }
    for memory in request.memories.sorted() { try snapshot.forEachUnit(memory: memory, body) }
  }

  private func forEachPair(
    _ request: UnitExportRequest, _ snapshot: borrowing Snapshot, _ body: (UnitPair) throws -> Void
  ) throws {
    guard !request.memories.isEmpty else { return try snapshot.forEachUnitPair(body) }
    for memory in request.memories.sorted() { try snapshot.forEachUnitPair(memory: memory, body) }
  }
}

/// From which language into which.
private struct UnitDirection: Hashable, Comparable {
  let from: LanguageTag
  let to: LanguageTag

  static func < (left: UnitDirection, right: UnitDirection) -> Bool {
    (left.from, left.to) < (right.from, right.to)
  }
}

extension LanguageTag {
  /// The language and its script, so that a column holds what is written for every region.
  fileprivate var withoutRegion: LanguageTag {
    LanguageTag([language, script].compactMap(\.self).joined(separator: "-")) ?? self
  }
}

/// A writer of whatever form was asked for.
private struct UnitWriting {
  private let request: UnitExportRequest
  private let namesMemories: Bool
  // One of the two is there; each is changed in place, for a copy would copy its buffer.
  private var tmx: TMXWriter?
  private var table: PairTableWriter?
  private var writtenCount = 0
  private var losses = LossReport()

  init(
    _ request: UnitExportRequest, namesMemories: Bool, direction: UnitDirection?, to sink: ByteSink
  ) throws(InterchangeError) {
    (self.request, self.namesMemories) = (request, namesMemories)
    if case .table(let form) = request.form, let direction {
      table = try PairTableWriter(sink, form: form, from: direction.from, to: direction.to)
    } else {
      tmx = TMXWriter(sink)
    }
  }

  mutating func write(_ stored: StoredUnit) throws(InterchangeError) {
    let unit = stored.unit
    guard tmx != nil else { return try table?.write(unit) ?? () }
    let (source, target) = (unit.source.language, unit.target.language)
    guard request.from?.matches(source) ?? true, request.to?.matches(target) ?? true else {
      return losses.add(
        Phrase("unit from \(source) to \(target)", "从 \(source) 到 \(target) 的单元"),
        because: Phrase("other languages were asked for", "所要求的是其他语言"))
    }
    try tmx?.write(unit, memory: namesMemories ? stored.memory : nil)
    writtenCount += 1
  }

  /// How many units were written.
  var count: Int { table?.count ?? writtenCount }

  mutating func finish() throws(InterchangeError) -> LossReport {
    if table != nil, namesMemories, count > 0 {
      losses.add(
        Phrase("name of a memory", "记忆库名称"),
        because: Phrase("a table has no place for it", "表格容纳不下"), count: count)
    }
    for loss in try tmx?.finish().losses ?? [] { add(loss) }
    for loss in try table?.finish().losses ?? [] { add(loss) }
    return losses
  }

  private mutating func add(_ loss: LossReport.Loss) {
    losses.add(loss.what, because: loss.why, count: loss.count)
  }
}
