public import Terminology

/// Something in a store that is not as it should be.
public enum StoreFault: Hashable, Sendable {
  /// SQLite finds the file damaged; its words.
  case integrity(String)
  /// A row refers to one that does not exist; the tables' names.
  case danglingRow(table: String, target: String)
  /// The bytes of a concept, or of a version of it, are no entry.
  case damagedEntry(id: String, rev: Int, EntryDamage)
  /// The columns beside an entry say something else than the entry.
  case columns(id: String)
  /// The keys by which a concept is found are not those of its terms.
  case keys(id: String)
  /// The ties of a concept are not those of its relations and issuers.
  case ties(id: String)
  /// Versions of a concept are missing.
  case versions(id: String)
  /// The chain of changes is broken at this one.
  case changes(number: Int)
  /// A relation to a concept that does not exist.
  case unresolvedRelation(id: String, Relation)
  /// An issuer that does not exist.
  case unresolvedIssuer(id: String, target: String)
  /// A relation that the other concept does not mirror.
  case unmirroredRelation(id: String, Relation)
  /// The bytes of a unit, or of a version of it, are none.
  case damagedUnit(row: Int, rev: Int, EntryDamage)
  /// The keys by which a unit is found are not those of what it says.
  case unitKeys(row: Int)
  /// Versions of a unit are missing.
  case unitVersions(row: Int)
  /// Keys or versions of a unit that does not exist, or a unit that exists and is forgotten.
  case strayUnit(row: Int)
  /// What a rule of the glossary says of a concept.
  case rule(id: String, String)
}

extension StoreFault {
  /// Whether the store itself is damaged, and not merely what somebody wrote into it.
  public var isDamage: Bool {
    switch self {
    case .unresolvedRelation, .unresolvedIssuer, .unmirroredRelation, .rule: false
    default: true
    }
  }
}

extension StoreFault: CustomStringConvertible {
  /// The concept or place, what was found there, what is required, and what to do.
  public var description: String {
    switch self {
    case .integrity(let text):
      "the file is damaged: \(text). Put a backup in its place, or import into a new store."
    case .danglingRow(let table, let target):
      "a row of \(table) refers to a missing row of \(target). Put a backup in its place."
    case .damagedEntry(let id, let rev, let damage):
      "\(id): the stored entry of rev \(rev) is damaged (\(damage)). Put a backup in its place."
    case .columns(let id):
      "\(id): the store's listing says something else than the entry. Edit the concept once."
    case .keys(let id):
      "\(id): its keys are not those of its terms, so that look-ups miss it. "
        + "Edit the concept once."
    case .ties(let id):
      "\(id): its ties are not those of its relations. Edit the concept once."
    case .versions(let id):
      "\(id): versions are missing from its history. Put a backup in its place."
    case .changes(let number):
      "change \(number): the chain of changes is broken here. Put a backup in its place."
    case .unresolvedRelation(let id, let relation):
      "\(id): \(relation.kind.rawValue) '\(relation.target)', which does not exist; a relation "
        + "leads to a concept of the store. Add that one, or take the relation out."
    case .unresolvedIssuer(let id, let target):
      "\(id): issued by '\(target)', which does not exist; an issuer is a concept of the store. "
        + "Add that one, or take the issuer out."
    case .unmirroredRelation(let id, let relation):
      "\(id): \(relation.kind.rawValue) '\(relation.target)', which says nothing of it; "
        + "'\(relation.kind.mirror?.rawValue ?? "")' is required there. Add it."
    case .damagedUnit(let row, let rev, let damage):
      "unit \(row): what is stored as its rev \(rev) is damaged (\(damage)). "
        + "Put a backup in its place."
    case .unitKeys(let row):
      "unit \(row): its keys are not those of what it says, so that an import would add it again. "
        + "Correct the unit once."
    case .unitVersions(let row):
      "unit \(row): versions are missing from its history. Put a backup in its place."
    case .strayUnit(let row):
      "unit \(row): keys or versions are stored of it, but no such unit, or it is there twice. "
        + "Put a backup in its place."
    case .rule(let id, let text): "\(id): \(text)"
    }
  }
}
