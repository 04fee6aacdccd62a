import TextAnalysis

extension StoreError {
  /// What ``message(in:)`` says of units; nothing of the rest.
  var unitPhrase: Phrase? {
    switch self {
    case .damagedUnit(let path, let row, let damage):
      Phrase(
        "\(path): the stored unit \(row) is damaged (\(damage)). Put a backup in its place, or "
          + "import your files into a new store.",
        "\(path)：库中的单元 \(row) 已损坏（\(damage.chinese)）。请用备份替换，或将文件导入新库。")
    case .unknownUnit(let row):
      Phrase(
        "unit \(row): there is no such unit, or it was forgotten. See a match for its number.",
        "单元 \(row)：没有这个单元，或已删除。编号请见匹配结果。")
    case .unitIdentifierTaken(let id, let memory, let row):
      Phrase(
        "'\(short(id))': unit \(row) of '\(short(memory))' has this identifier; identifiers are "
          + "unique in a memory. Correct that one, or choose another.",
        "“\(short(id))”：“\(short(memory))”的单元 \(row) 已使用此标识符；同一记忆库中标识符须唯一。"
          + "请改正该单元，或另选标识符。")
    case .unitChangedMeanwhile(let row, let expected, let found):
      Phrase(
        "unit \(row): the store has rev \(found), the change was made to rev \(expected). "
          + "Look at it again and repeat the change.",
        "单元 \(row)：库中的修订号为 \(found)，而修改是对修订号 \(expected) 作出的。请重新查看，再次修改。")
    case .unitsChangedSince(let change, let count, let rows):
      Phrase(
        "change \(change): \(count == 1 ? "a unit" : "\(count) units") of it changed since "
          + "(\(rows.map(String.init).joined(separator: ", "))\(count > rows.count ? ", …" : "")); "
          + "a change is undone only while it is the last. Undo the later changes first, or correct.",
        "修改 \(change)：其中 \(count) 个单元此后又有修改"
          + "（\(rows.map(String.init).joined(separator: "、"))\(count > rows.count ? "……" : "")）；"
          + "只有最后一次修改才能撤销。请先撤销其后的修改，或直接改正。")
    case .unitPruneUnconfirmed(let memory, let forgotten, let total):
      Phrase(
        "\(memory): the file lacks \(forgotten) of \(total) units; more than one in twenty is "
          + "forgotten only when that is confirmed. Check the file, then confirm it with --yes.",
        "\(memory)：文件缺少 \(total) 个单元中的 \(forgotten) 个；删除超过二十分之一的单元须经确认。"
          + "请检查文件，再加 --yes 确认。")
    case .emptySegment(let side, let place):
      prefix(place)
        + Phrase(
          "the \(side.rawValue) segment has no text; a unit needs both. "
            + "Fill it in, or leave the unit out.",
          "\(side.chinese)没有文字；单元须有原文和译文。请填写，或略去该单元。")
    case .sameLanguage(let source, let target, let place):
      prefix(place)
        + Phrase(
          "source (\(source)) and target (\(target)) are in one language; "
            + "a unit joins two. Check the languages.",
          "原文（\(source)）和译文（\(target)）为同一语言；单元须为两种语言。请核对语言。")
    case .segmentTooLong(let side, let count, let place):
      prefix(place)
        + Phrase(
          "the \(side.rawValue) segment has \(count) bytes; at most "
            + "\(UnitLimits.segmentByteCount) are taken. Cut the text into sentences.",
          "\(side.chinese)有 \(count) 字节；最多接受 \(UnitLimits.segmentByteCount) 字节。请将文字切分成句。")
    case .misplacedCodes(let side, let place):
      prefix(place)
        + Phrase(
          "the codes of the \(side.rawValue) segment do not stand in order within its "
            + "text. Write the file again with the tool that made it.",
          "\(side.chinese)中的代码没有依次位于文字之内；代码须如此。请用原来的工具重新写出文件。")
    case .unitIdentifierTooLong(let count, let place):
      prefix(place)
        + Phrase(
          "the identifier has \(count) bytes; at most \(UnitLimits.idByteCount) are "
            + "taken. Shorten it, or leave it out.",
          "标识符有 \(count) 字节；最多接受 \(UnitLimits.idByteCount) 字节。请缩短，或略去。")
    case .unitTooLong(let count, let place):
      prefix(place)
        + Phrase(
          "the codes, context, attributes and notes of the unit have \(count) bytes; "
            + "at most \(UnitLimits.restByteCount) are taken. Shorten them.",
          "该单元的代码、上下文、属性和说明共有 \(count) 字节；最多接受 \(UnitLimits.restByteCount) 字节。"
            + "请缩短。")
    default: nil
    }
  }

  private func prefix(_ place: SourceLocation?) -> Phrase {
    place.map { Phrase("\($0): ", "\($0)：") } ?? Phrase("")
  }

  private func short(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
}

extension UnitSide {
  /// What people call its segment, in Chinese.
  var chinese: String { self == .source ? "原文语段" : "译文语段" }
}
