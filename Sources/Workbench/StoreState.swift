import Foundation
import Storage
import Terminology
public import TextAnalysis

/// What is in the store.
public struct InfoAnswer: Sendable, Codable {
  /// The store.
  public var store: String
  /// The name that the store was given when it was made.
  public var id: String
  /// How many concepts it has, whatever their process.
  public var concepts: Int
  /// How many by process.
  public var conceptsByProcess: [String: Int]
  /// How many in use, by kind.
  public var conceptsByKind: [String: Int]
  /// The glossaries.
  public var glossaries: [Glossary]
  /// How many terms those in use have.
  public var terms: Int
  /// How many of these have a source.
  public var verifiedTerms: Int
  /// How many of these may be called official.
  public var officialTerms: Int
  /// How many translation units it has.
  public var units: Int
  /// How many by state.
  public var unitsByState: [String: Int]
  /// The memories.
  public var memories: [Memory]
  /// How many changes it has seen.
  public var changes: Int
  /// The size of its file, in bytes.
  public var bytes: Int
  /// The files that it was fed.
  public var feeds: [Feed]

  /// A glossary.
  public struct Glossary: Sendable, Codable {
    /// Its name.
    public var name: String
    /// How many concepts it has.
    public var concepts: Int
  }

  /// A memory.
  public struct Memory: Sendable, Codable {
    /// Its name.
    public var name: String
    /// How many units it has.
    public var units: Int
  }

  /// A file that the store was fed.
  public struct Feed: Sendable, Codable {
    /// The file.
    public var path: String
    /// The glossary that it went into.
    @ExplicitNull public var glossary: String?
    /// The memory that it went into.
    @ExplicitNull public var memory: String?
    /// The number of the store's last change when it was taken in.
    public var change: Int
  }
}

/// What is not as it should be.
public struct ValidationAnswer: Sendable, Codable {
  /// The store.
  public var store: String
  /// A sentence a fault, in JSON the English one; none in a sound store.
  public var faults: [Phrase]
  /// Whether the file itself is damaged.
  public var damaged: Bool
  /// What was found damaged and could be made again from the store; sentences.
  public var mended: [Phrase]
  /// What the rules of a check say of the translation units; nothing where the file is damaged.
  @ExplicitNull public var unitFindings: UnitFindings?
}

extension Workbench {
  /// Tells what is in the store.
  ///
  /// - Returns: The numbers.
  /// - Throws: ``WorkbenchError`` where the store cannot be read.
  /// - Complexity: O(the size of the store).
  public func info() throws(WorkbenchError) -> InfoAnswer {
    try read { snapshot in
      let numbers = try snapshot.statistics()
      var (terms, verified, official) = (0, 0, 0)
      try snapshot.forEachConcept(processes: [.approved, .proposed]) { concept in
        terms += concept.entry.terms.count
        verified += concept.entry.terms.count(where: \.isVerified)
        official += concept.entry.terms.count(where: \.isOfficial)
      }
      return InfoAnswer(
        store: self.storeName, id: self.store.id, concepts: numbers.conceptCount,
        conceptsByProcess: numbers.conceptsByProcess, conceptsByKind: numbers.conceptsByKind,
        glossaries: try snapshot.glossaries().map {
          InfoAnswer.Glossary(name: $0.name, concepts: $0.conceptCount)
        },
        terms: terms, verifiedTerms: verified, officialTerms: official,
        units: numbers.unitCount, unitsByState: numbers.unitsByState,
        memories: try snapshot.memories().map {
          InfoAnswer.Memory(name: $0.name, units: $0.unitCount)
        },
        changes: numbers.changeCount, bytes: numbers.byteCount,
        feeds: try snapshot.feeds().map {
          InfoAnswer.Feed(path: $0.path, glossary: $0.glossary, memory: nil, change: $0.change)
        }
          + snapshot.memoryFeeds().map {
            InfoAnswer.Feed(path: $0.path, glossary: nil, memory: $0.memory, change: $0.change)
          })
    }
  }

  /// Judges the store: the file, what it holds, and the rules of a well-kept glossary. The index of
  /// its translation memory is read whole, and made again where it is damaged. Terms and units are
  /// held to the rules of a check: what a term breaks is a fault, what a unit breaks is told beside.
  ///
  /// - Parameter limit: At most so many findings in units are listed; all are counted.
  /// - Returns: What is not as it should be; what was mended is not among the faults.
  /// - Throws: ``WorkbenchError`` where the store cannot be read at all.
  /// - Complexity: O(the size of the store).
  public func validate(limit: Int = 20) throws(WorkbenchError) -> ValidationAnswer {
    do {
      let faults = try store.validate { concept, entry in
        // Ties are the store's own business, which looks at both sides.
        GlossaryRules.faults(of: concept.entry, concept: entry).filter(\.isOwn)
      }
      let damaged = faults.contains(where: \.isDamage)
      let mended = damaged ? [] : try mendMemoryIndex()
      var ofTerms: [Phrase] = []
      var ofUnits: UnitFindings?
      if !damaged {
        let check = TermCheck()
        try store.read { snapshot in
          try snapshot.forEachConcept { ofTerms += check.faults(of: $0.entry) }
          ofUnits = try self.unitFindings(snapshot, limit: limit)
        }
      }
      return ValidationAnswer(
        store: storeName, faults: faults.map { Phrase($0) } + ofTerms, damaged: damaged,
        mended: mended, unitFindings: ofUnits)
    } catch {
      throw WorkbenchError(error)
    }
  }
}

extension GlossaryFault {
  fileprivate var isOwn: Bool {
    switch self {
    case .unresolved, .unmirrored: false
    default: true
    }
  }
}
