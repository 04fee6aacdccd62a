import Terminology
public import TextAnalysis

extension StoreError: Worded {
  /// The place, what was found there, what is required, and what to do, in one sentence or two.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .database(let path, let problem):
      Phrase("\(path): ", "\(path)：") + Phrase(problem)
    case .missing(let path):
      Phrase(
        "\(path): there is no such store. Check the name, or import into it.",
        "\(path)：没有这个库。请核对名称，或向其中导入文件以新建。")
    case .isFolder(let path):
      Phrase(
        "\(path): this is a folder; a store is one file. Name the file in it.",
        "\(path)：这是文件夹；库是一个文件。请指定其中的文件。")
    case .otherProgram(let path):
      Phrase(
        "\(path): this is a database of another program; a store of Zhengming is required. "
          + "Name another file.",
        "\(path)：这是其他程序的数据库；须为 Zhengming 的库。请另指定文件。")
    case .newerVersion(let path, let found, let known):
      Phrase(
        "\(path): the store has layout \(found); this program knows those up to \(known). "
          + "Use the newer version of the program that wrote it.",
        "\(path)：库的版式为第 \(found) 版；本程序只认识至第 \(known) 版。请使用写入该库的较新版程序。")
    case .olderVersion(let path, let found, let known):
      Phrase(
        "\(path): the store has layout \(found), this program's is \(known), and the place cannot "
          + "be written. Copy the store to a folder of your own and open it there.",
        "\(path)：库的版式为第 \(found) 版，本程序为第 \(known) 版，而该处不可写入。"
          + "请将库复制到自己的文件夹后再打开。")
    case .foreignOwner(let path, let user):
      Phrase(
        "\(path): it belongs to another user (number \(user)); a store that others can change is "
          + "not trusted. Copy it to a folder of your own.",
        "\(path)：属于另一用户（编号 \(user)）；他人可改动的库不可信。请复制到自己的文件夹。")
    case .networkFileSystem(let path, let kind):
      Phrase(
        "\(path): it lies on a network share (\(kind)), where SQLite cannot keep its log. "
          + "Put the store on a local disk.",
        "\(path)：位于网络共享（\(kind)）上，SQLite 无法在那里保存日志。请将库放到本地磁盘。")
    case .backup(let path, let reason):
      Phrase(
        "\(path): the backup before a change of layout did not come out whole (\(reason.english)); "
          + "nothing was changed. Make room beside the file and try again.",
        "\(path)：更改版式之前的备份不完整（\(reason.chinese)）；未作任何更改。"
          + "请在该文件旁腾出空间后重试。")
    case .damagedEntry(let path, let id, let damage):
      Phrase(
        "\(path): the stored concept '\(id)' is damaged (\(damage)). Put a backup in its place, or "
          + "import your files into a new store.",
        "\(path)：库中的概念“\(id)”已损坏（\(damage.chinese)）。请用备份替换，或将文件导入新库。")
    case .unknownConcept(let id):
      Phrase(
        "\(id): no concept has this identifier. Look its name up.",
        "\(id)：没有概念使用此标识符。请按名称查找。")
    case .conceptExists(let id):
      Phrase(
        "\(id): a concept has this identifier already; identifiers are unique. "
          + "Edit that one, or choose another.",
        "\(id)：已有概念使用此标识符；标识符须唯一。请修改该概念，或另选标识符。")
    case .unusableIdentifier(let id, let place):
      Phrase(place.map { "\($0): " } ?? "", place.map { "\($0)：" } ?? "")
        + Phrase(
          "'\(shortened(id))' cannot be an identifier; one has 1 to \(ConceptIdentifier.byteLimit) "
            + "bytes and neither spaces nor control characters. Name it like agency.samr.",
          "“\(shortened(id))”不能用作标识符；标识符须为 1 至 \(ConceptIdentifier.byteLimit) "
            + "字节，不含空格和控制字符。请仿照 agency.samr 命名。")
    case .changedMeanwhile(let id, let expected, let found):
      Phrase(
        "\(id): the store has rev \(found), the change was made to rev \(expected). "
          + "Look at it again and repeat the change.",
        "\(id)：库中的修订号为 \(found)，而修改是对修订号 \(expected) 作出的。请重新查看，再次修改。")
    case .duplicateIdentifier(let id, let place, let first):
      Phrase(
        "\(place): '\(shortened(id))' stands in \(first) already; a file names each concept once. "
          + "Put its rows together, or give one another id.",
        "\(place)：“\(shortened(id))”已见于 \(first)；一个文件中每个概念只列一次。"
          + "请将其各行放在一起，或换用另一个 id。")
    case .noTerms(let place):
      Phrase(
        "\(place): the concept has no term; at least one is required. Add one, or leave the row "
          + "out.",
        "\(place)：该概念没有术语；至少须有一个。请补上，或删去该行。")
    case .unknownChange(let number):
      Phrase(
        "change \(number): there is no such change. See the history for their numbers.",
        "修改 \(number)：没有这次修改。编号请见修改历史。")
    case .changedSince(let change, let concepts):
      Phrase(
        "change \(change): \(concepts.count == 1 ? "a concept" : "\(concepts.count) concepts") of "
          + "it changed since (\(list(concepts).english)); a change is undone only while it is the "
          + "last. Undo the later changes first, or edit.",
        "修改 \(change)：其中 \(concepts.count) 个概念此后又有修改（\(list(concepts).chinese)）；"
          + "只有最后一次修改才能撤销。请先撤销其后的修改，或直接修改词条。")
    case .pruneUnconfirmed(let glossary, let retired, let total):
      Phrase(
        "\(glossary): the file lacks \(retired) of \(total) concepts; more than one in twenty is "
          + "retired only when that is confirmed. Check the file, then confirm it with --yes.",
        "\(glossary)：文件缺少 \(total) 个概念中的 \(retired) 个；停用超过二十分之一的概念须经确认。"
          + "请检查文件，再加 --yes 确认。")
    default: unitPhrase ?? Phrase("")
    }
  }

  private func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }

  private func list(_ names: [String]) -> Phrase {
    let first = names.prefix(5)
    let more = names.count - first.count
    let list = Phrase(first.joined(separator: ", "), first.joined(separator: "、"))
    return more > 0 ? list + Phrase(" and \(more) more", "，另有 \(more) 个") : list
  }
}

extension EntryDamage {
  /// What is wrong, in Chinese; in English the name of the case says it.
  var chinese: String {
    switch self {
    case .unknownFormat: "格式未知"
    case .cutShort: "内容不完整"
    case .tooLong: "内容有多余"
    case .unknownCode: "代码无意义"
    case .notUTF8: "不是 UTF-8"
    }
  }
}
