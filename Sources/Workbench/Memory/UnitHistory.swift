import Foundation
import Storage
public import TextAnalysis
import TranslationMemory

extension Workbench {
  /// Lists what became of one translation unit, also of one that was forgotten.
  ///
  /// - Parameters:
  ///   - row: The store's number for the unit.
  ///   - since: Only changes from the first day of this date on, in UTC.
  /// - Returns: The changes, the latest first.
  /// - Throws: ``WorkbenchError`` where there never was such a unit.
  public func history(
    ofUnit row: Int, since: PartialDate? = nil
  ) throws(WorkbenchError) -> HistoryAnswer {
    try read { snapshot in
      let versions = try snapshot.versions(ofUnit: row)
      guard !versions.isEmpty else { throw StoreError.unknownUnit(row) }
      let changes = versions.map { version in
        HistoryAnswer.Change(
          version.change, concepts: 0, units: 1, rev: version.rev,
          differences: HistoryAnswer.Difference.between(version.before, version.after))
      }
      return HistoryAnswer(store: self.storeName, changes, since: since)
    }
  }
}

extension HistoryAnswer.Difference {
  /// What differs between two versions of a unit; either may be missing.
  fileprivate static func between(
    _ before: TranslationUnit?, _ after: TranslationUnit?
  ) -> [HistoryAnswer.Difference] {
    let (old, new) = (before?.cells ?? [], after?.cells ?? [])
    var found: [HistoryAnswer.Difference] = []
    for what in TranslationUnit.cellNames {
      let (mine, other) = (
        old.first { $0.what == what }?.text, new.first { $0.what == what }?.text
      )
      if mine != other {
        found.append(HistoryAnswer.Difference(what: what, before: mine, after: other))
      }
    }
    return found
  }
}

extension TranslationUnit {
  fileprivate static let cellNames = [
    "source", "target", "sourceLanguage", "targetLanguage", "state", "id", "previous", "next",
    "origin", "attributes", "notes",
  ]

  /// What it says, but for who and when, which the change tells; empty cells are left out.
  fileprivate var cells: [(what: String, text: String)] {
    let cells: [(what: String, text: String?)] = [
      ("source", source.segment.written), ("target", target.segment.written),
      ("sourceLanguage", source.language.description),
      ("targetLanguage", target.language.description), ("state", state.rawValue), ("id", id),
      ("previous", previous), ("next", next), ("origin", origin),
      ("attributes", attributes.map { "\($0.type)=\($0.value)" }.joined(separator: "; ")),
      ("notes", notes.joined(separator: "; ")),
    ]
    return cells.compactMap { what, text in
      text.flatMap { $0.isEmpty ? nil : (what, $0) }
    }
  }
}

extension Segment {
  /// The text with its codes as they were written.
  fileprivate var written: String {
    guard !codes.isEmpty else { return text }
    let scalars = Array(text.unicodeScalars)
    var written = String.UnicodeScalarView()
    var place = 0
    for code in codes {
      let offset = min(max(place, code.scalarOffset), scalars.count)
      written.append(contentsOf: scalars[place..<offset])
      written.append(contentsOf: code.markup.unicodeScalars)
      place = offset
    }
    written.append(contentsOf: scalars[place...])
    return String(written)
  }
}
