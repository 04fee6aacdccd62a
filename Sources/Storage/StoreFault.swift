public import Terminology
public import TextAnalysis

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
  case rule(id: String, GlossaryFault)
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

extension StoreFault: Worded {
  /// The concept or place, what was found there, what is required, and what to do.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .integrity(let text):
      Phrase(
        "the file is damaged: \(text). Put a backup in its place, or import into a new store.",
        "文件已损坏：\(text)。请用备份替换，或导入新库。")
    case .danglingRow(let table, let target):
      Phrase(
        "a row of \(table) refers to a missing row of \(target). Put a backup in its place.",
        "\(table) 中有一行指向 \(target) 中不存在的行。请用备份替换。")
    case .damagedEntry(let id, let rev, let damage):
      Phrase(
        "\(id): the stored entry of rev \(rev) is damaged (\(damage)). Put a backup in its place.",
        "\(id)：修订号 \(rev) 的词条已损坏（\(damage.chinese)）。请用备份替换。")
    case .columns(let id):
      Phrase(
        "\(id): the store's listing says something else than the entry. Edit the concept once.",
        "\(id)：库的目录与词条不一致。请对该概念作一次修改。")
    case .keys(let id):
      Phrase(
        "\(id): its keys are not those of its terms, so that look-ups miss it. "
          + "Edit the concept once.",
        "\(id)：检索键与其术语不符，因而可能查不到。请对该概念作一次修改。")
    case .ties(let id):
      Phrase(
        "\(id): its ties are not those of its relations. Edit the concept once.",
        "\(id)：库中的关联与其关系不符。请对该概念作一次修改。")
    case .versions(let id):
      Phrase(
        "\(id): versions are missing from its history. Put a backup in its place.",
        "\(id)：修改历史中缺少若干版本。请用备份替换。")
    case .changes(let number):
      Phrase(
        "change \(number): the chain of changes is broken here. Put a backup in its place.",
        "修改 \(number)：修改链在此处中断。请用备份替换。")
    case .unresolvedRelation(let id, let relation):
      Phrase(
        "\(id): \(relation.kind.rawValue) '\(relation.target)', which does not exist; a relation "
          + "leads to a concept of the store. Add that one, or take the relation out.",
        "\(id)：\(relation.kind.rawValue)“\(relation.target)”，而后者不存在；关系须指向库中的概念。"
          + "请添加该概念，或删去这一关系。")
    case .unresolvedIssuer(let id, let target):
      Phrase(
        "\(id): issued by '\(target)', which does not exist; an issuer is a concept of the store. "
          + "Add that one, or take the issuer out.",
        "\(id)：发布机构“\(target)”不存在；发布机构须为库中的概念。请添加该概念，或删去这一发布机构。")
    case .unmirroredRelation(let id, let relation):
      Phrase(
        "\(id): \(relation.kind.rawValue) '\(relation.target)', which says nothing of it; "
          + "'\(relation.kind.mirror?.rawValue ?? "")' is required there. Add it.",
        "\(id)：\(relation.kind.rawValue)“\(relation.target)”，而后者未提及；"
          + "须在那里写明“\(relation.kind.mirror?.rawValue ?? "")”。请补上。")
    case .damagedUnit(let row, let rev, let damage):
      Phrase(
        "unit \(row): what is stored as its rev \(rev) is damaged (\(damage)). "
          + "Put a backup in its place.",
        "单元 \(row)：修订号 \(rev) 的内容已损坏（\(damage.chinese)）。请用备份替换。")
    case .unitKeys(let row):
      Phrase(
        "unit \(row): its keys are not those of what it says, so that an import would add it again. "
          + "Correct the unit once.",
        "单元 \(row)：检索键与其内容不符，导入时会重复添加。请对该单元作一次改正。")
    case .unitVersions(let row):
      Phrase(
        "unit \(row): versions are missing from its history. Put a backup in its place.",
        "单元 \(row)：修改历史中缺少若干版本。请用备份替换。")
    case .strayUnit(let row):
      Phrase(
        "unit \(row): keys or versions are stored of it, but no such unit, or it is there twice. "
          + "Put a backup in its place.",
        "单元 \(row)：库中有它的检索键或版本，却没有该单元，或有两个。请用备份替换。")
    case .rule(let id, let fault): Phrase("\(id): ", "\(id)：") + Phrase(fault)
    }
  }
}
