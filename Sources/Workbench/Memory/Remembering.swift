import Foundation
import Storage
import TextAnalysis
import TranslationMemory

extension Workbench {
  /// Keeps a translation, or corrects one; the very next query finds it.
  ///
  /// - Parameter request: The translation.
  /// - Returns: What became of it.
  /// - Throws: ``WorkbenchError`` where it makes no sense or the store refuses.
  public func remember(_ request: RememberRequest) throws(WorkbenchError) -> RememberAnswer {
    let (source, target) = try request.variants()
    if request.unit == nil { try check(nameOfMemory: request.memory) }
    do {
      var answer = RememberAnswer(
        store: storeName, action: .unchanged, unit: request.unit ?? 0, memory: request.memory,
        source: request.source, target: request.target, change: nil)
      try store.write(by: request.who, verb: "remember", summary: request.source.summary) {
        transaction in
        if let row = request.unit {
          let isChanged = try transaction.correct(unit: row) { unit in
            unit.source.correct(request.source, in: request.from, else: source)
            unit.target.correct(request.target, in: request.to, else: target)
            unit.state = request.state
          }
          answer.action = isChanged ? .changed : .unchanged
        } else {
          let unit = TranslationUnit(
            source: UnitVariant(source, Segment(request.source)),
            target: UnitVariant(target, Segment(request.target)), state: request.state)
          let remembered = try transaction.remember(unit, memory: request.memory)
          answer.unit = remembered.row
          answer.action =
            switch remembered.outcome {
            case .added: .added
            case .corrected: .changed
            case .unchanged: .unchanged
            }
        }
      }
      try complete(&answer)
      if answer.action != .unchanged { keepUpMemoryIndex() }
      return answer
    } catch {
      throw WorkbenchError(error)
    }
  }

  /// Takes a translation out of its memory; its history stays, and ``revert(_:by:)`` brings it back.
  ///
  /// - Parameters:
  ///   - row: The store's number for the unit.
  ///   - who: Who does it.
  /// - Returns: What it was.
  /// - Throws: ``WorkbenchError`` where there is no such unit or the store refuses.
  public func forget(_ row: Int, by who: String) throws(WorkbenchError) -> RememberAnswer {
    do {
      guard let stored = try store.read({ try $0.unit(row: row) }) else {
        throw StoreError.unknownUnit(row)
      }
      try store.write(by: who, verb: "forget", summary: stored.unit.source.segment.text.summary) {
        try $0.forget(unit: row)
      }
      keepUpMemoryIndex()
      return RememberAnswer(
        store: storeName, action: .removed, unit: row, memory: stored.memory,
        source: stored.unit.source.segment.text, target: stored.unit.target.segment.text,
        change: try store.read { try $0.lastChange.number })
    } catch {
      throw WorkbenchError(error)
    }
  }

  /// Adds what only the store knows once a unit is in it.
  private func complete(_ answer: inout RememberAnswer) throws {
    let row = answer.unit
    let (memory, change) = try store.read { snapshot in
      (try snapshot.unit(row: row)?.memory, try snapshot.lastChange.number)
    }
    answer.memory = memory ?? answer.memory
    if answer.action != .unchanged { answer.change = change }
  }
}

extension RememberRequest {
  /// The languages of both sides: as they are told, else as the scripts tell. Where one is told, the
  /// other is the other, whatever its letters: *ISO 9001* is the same in both.
  fileprivate func variants() throws(WorkbenchError) -> (LanguageTag, LanguageTag) {
    let source = from ?? to?.opposite ?? LanguageTag(guessedFor: self.source)
    let target = to ?? from?.opposite ?? LanguageTag(guessedFor: self.target)
    guard source.isChinese != target.isChinese else {
      throw .request(.sameLanguage(source))
    }
    return (source, target)
  }
}

extension UnitVariant {
  /// Puts another text in; codes stay where the text does, the language stays unless another was
  /// told or the text is on the other side now.
  fileprivate mutating func correct(
    _ text: String, in told: LanguageTag?, else guessed: LanguageTag
  ) {
    if text != segment.text { segment = Segment(text) }
    if let told {
      language = told
    } else if language.isChinese != guessed.isChinese {
      language = guessed
    }
  }
}

extension String {
  /// The beginning of a text, for a line of the history.
  fileprivate var summary: String {
    count > 40 ? prefix(39) + "…" : self
  }
}
