public import TextAnalysis

extension TableProblem: Worded {
  /// What was found, what is required, and what to do; the place is put in front by
  /// ``InterchangeError``.
  public func message(in language: MessageLanguage) -> String { phrase(in: language) }

  private var phrase: Phrase {
    switch self {
    case .notText(let encoding, let look?):
      Phrase(
        """
        these bytes are not \(encoding.title); they look like \(look.title). \
        Say --encoding \(look.rawValue), or save the file as UTF-8.
        """,
        """
        这些字节不是 \(encoding.title)；看起来是 \(look.title)。\
        请加上 --encoding \(look.rawValue)，或将文件另存为 UTF-8。
        """)
    case .notText(let encoding, nil):
      Phrase(
        """
        these bytes are not \(encoding.title); a table is read as UTF-8 unless --encoding says \
        otherwise. Say --encoding \(others(than: encoding).english), or save the file as UTF-8.
        """,
        """
        这些字节不是 \(encoding.title)；未用 --encoding 指明时，表格按 UTF-8 读取。\
        请加上 --encoding \(others(than: encoding).chinese)，或将文件另存为 UTF-8。
        """)
    case .endsInsideCharacter:
      Phrase(
        "the file ends inside a character; it was cut off. Get it whole.",
        "文件在一个字符中间结束；文件被截断了。请取得完整的文件。")
    case .nul(looksLikeUTF16: true):
      Phrase(
        """
        a NUL byte; the file looks like UTF-16 without a byte-order mark. Say --encoding utf16, or \
        save the file as UTF-8.
        """,
        """
        有 NUL 字节；文件看起来是没有字节顺序标记的 UTF-16。请加上 --encoding utf16，\
        或将文件另存为 UTF-8。
        """)
    case .nul(looksLikeUTF16: false):
      Phrase(
        "a NUL byte; text has none. This is no table, or it is damaged.",
        "有 NUL 字节；文本中不会有。这不是表格，或已损坏。")
    case .cellTooLong(let isQuoted):
      Phrase(
        "the cell is longer than 1 MiB, the most that a cell may have."
          + (isQuoted ? " Perhaps its quote is never closed." : " Perhaps this is no table."),
        "该单元格超过 1 MiB，即单元格的上限。" + (isQuoted ? "也许引号没有闭合。" : "也许这不是表格。"))
    case .rowTooLong:
      Phrase(
        """
        the row is longer than 4 MiB, the most that a row may have. Perhaps a quote is never closed.
        """,
        "该行超过 4 MiB，即一行的上限。也许有引号没有闭合。")
    case .tooManyColumns:
      Phrase(
        "the row has more than \(CSVReader.columnLimit) columns, the most that it may have.",
        "该行超过 \(CSVReader.columnLimit) 列，即一行的上限。")
    case .unclosedQuote:
      Phrase(
        """
        the quote opened here is never closed; RFC 4180 requires it. Close it, and double every \
        quote inside.
        """,
        "此处的引号没有闭合；RFC 4180 要求闭合。请补上后引号，并将其中的每个引号写成两个。")
    case .textAfterQuote:
      Phrase(
        """
        text follows the closing quote; by RFC 4180 a cell ends there. Double every quote inside \
        the cell.
        """,
        "后引号之后还有文字；按 RFC 4180，单元格到此结束。请将单元格内的每个引号写成两个。")
    case .rowLonger(let columns, let header):
      Phrase(
        """
        the row has \(columns) columns, the header has \(header). Put quotes round a cell that \
        holds a delimiter.
        """,
        "该行有 \(columns) 列，表头有 \(header) 列。含有分隔符的单元格请加引号。")
    case .rowCut(let columns, let header):
      Phrase(
        """
        the file ends inside this row: it has \(columns) columns, the header has \(header). Get \
        the file whole, or end it with a line end.
        """,
        """
        文件在这一行中间结束：该行有 \(columns) 列，表头有 \(header) 列。\
        请取得完整的文件，或在末尾加上换行。
        """)
    case .unknownColumn(let name, let known):
      Phrase(
        """
        there is no column '\(shortened(name))'; the columns are \(known.joined(separator: ", ")).
        """,
        "没有“\(shortened(name))”这一列；可用的列有 \(known.joined(separator: "、"))。")
        + hint(name, known)
    case .unknownHeading(let name, let known):
      Phrase(
        """
        the heading '\(shortened(name))' is not understood; understood are \
        \(known.joined(separator: ", ")). Rename it, or say which columns count: \
        --columns en=1,zh=2.
        """,
        """
        列标题“\(shortened(name))”无法识别；可识别的有 \(known.joined(separator: "、"))。\
        请改名，或指明所用的列：--columns en=1,zh=2。
        """) + hint(name, known)
    case .repeatedColumn(let name):
      Phrase(
        "the column '\(shortened(name))' stands twice in the header; once is allowed.",
        "表头中“\(shortened(name))”列出现两次；只允许一次。")
    case .missingColumn(let name):
      Phrase(
        "the header has no column '\(name)'; it is required. Add it.",
        "表头中没有“\(name)”列；这一列必不可少。请补上。")
    case .noTermColumn:
      Phrase(
        """
        the header names no column of terms; at least one such as 'en' or 'zh' is required. Say \
        which is which: --columns en=1,zh=2.
        """,
        "表头中没有术语列；至少须有一列，例如“en”或“zh”。请指明各列：--columns en=1,zh=2。")
    case .unnamedColumn(let value):
      Phrase(
        "'\(shortened(value))' stands in a column without a name; the header must name it.",
        "“\(shortened(value))”所在的列没有名称；表头须给出列名。")
    case .unknownMapping(let name, let known):
      Phrase(
        """
        --columns: '\(shortened(name))' cannot be understood; required is a name and the column's \
        number, and the names are \(known.joined(separator: ", ")).
        """,
        """
        --columns：“\(shortened(name))”无法识别；须为列名加列号，列名有 \
        \(known.joined(separator: "、"))。
        """) + hint(name, known)
    case .languagesUnclear:
      Phrase(
        "which column is English and which Chinese cannot be told. Say --from and --to.",
        "无法判定哪一列是英文、哪一列是中文。请用 --from 和 --to 指明。")
    case .missingValue(let column):
      Phrase(
        "'\(column)' is empty; every row requires it. Fill it in.",
        "“\(column)”为空；每一行都须有值。请填写。")
    case .notOneOf(let column, let value, let allowed):
      Phrase(
        "\(column) '\(shortened(value))' is not one of \(allowed.joined(separator: ", ")).",
        "\(column) 的值“\(shortened(value))”不在可选值之内（\(allowed.joined(separator: "、"))）。")
        + hint(value, allowed)
    case .notADate(let column, let value):
      Phrase(
        """
        \(column) '\(shortened(value))' is not a date; required is 2018, 2018-03 or 2018-03-17 \
        (ISO 8601).
        """,
        """
        \(column) 的值“\(shortened(value))”不是日期；须写作 2018、2018-03 或 2018-03-17\
        （ISO 8601）。
        """)
    case .noSuchDay(let column, let value):
      Phrase(
        "\(column) '\(shortened(value))' is not in the calendar; a day that exists is required.",
        "\(column) 的值“\(shortened(value))”在日历上不存在；须为存在的日期。")
    case .notARevision(let value):
      Phrase(
        "rev '\(shortened(value))' is not a whole number from 1. Leave it as it was exported.",
        "rev 的值“\(shortened(value))”不是从 1 起的整数。请保持导出时的值。")
    case .notAnIdentifier(let value):
      Phrase(
        """
        id '\(shortened(value))' is not an XML name; required are letters, digits, '.', '-' and \
        '_', a letter first.
        """,
        """
        id 的值“\(shortened(value))”不是 XML 名称；须由字母、数字和“.”“-”“_”组成，\
        并以字母开头。
        """)
    case .notALanguage(let value):
      Phrase(
        "language '\(shortened(value))' is not a language tag of BCP 47, such as en or zh-Hans.",
        "language 的值“\(shortened(value))”不是 BCP 47 语言标签；应写作 en、zh-Hans 等。")
    case .repeatedIdentifier(let id, let line):
      Phrase(
        """
        '\(shortened(id))' stands in line \(line) already; the rows of a concept stand together, \
        and each concept has an id of its own.
        """,
        """
        “\(shortened(id))”已见于第 \(line) 行；同一概念的各行须放在一起，每个概念须有自己的 id。
        """)
    case .differs(let column, let first, let line, let here):
      Phrase(
        """
        \(column) is '\(shortened(here))' here and \
        \(first.isEmpty ? "empty" : "'\(shortened(first))'") \
        in line \(line); a concept has one, in its first row. Remove one of them.
        """,
        """
        \(column) 在此处为“\(shortened(here))”，在第 \(line) 行\
        \(first.isEmpty ? "为空" : "为“\(shortened(first))”")；一个概念只有一个值，写在首行。\
        请删去其中一个。
        """)
    case .contradiction(let column, let value, let other, let otherValue):
      Phrase(
        """
        \(column) '\(shortened(value))' and \(other) '\(shortened(otherValue))' cannot both be \
        right. Remove one of them.
        """,
        """
        \(column) 的值“\(shortened(value))”与 \(other) 的值“\(shortened(otherValue))”不能并存。\
        请删去其中一个。
        """)
    case .noTerms:
      Phrase(
        "the row has no term; one at least is required. Fill it in, or remove the row.",
        "该行没有术语；至少须有一个。请填写，或删去该行。")
    case .onlyStoreSide(let id):
      Phrase(
        """
        '\(shortened(id))' has only rows of the side 'store'; those of the side 'file' are required.
        """,
        "“\(shortened(id))”只有“store”一方的行；须有“file”一方的行。")
    case .valueWithoutTerm(let column):
      Phrase(
        "'\(column)' describes a term, but the row has none. Give 'term' and 'language'.",
        "“\(column)”是对术语的说明，而该行没有术语。请填写“term”和“language”。")
    case .unknownRelation(let value):
      Phrase(
        """
        relations: '\(shortened(value))' is not one of \(relationWords.joined(separator: ", ")).
        """,
        """
        relations：“\(shortened(value))”不在可选值之内（\(relationWords.joined(separator: "、"))）。
        """) + hint(value, relationWords)
    case .relationWithoutTarget(let value):
      Phrase(
        "relations: '\(shortened(value))' names no concept; required is 'replaces agency.aqsiq'.",
        "relations：“\(shortened(value))”没有指明概念；须写作“replaces agency.aqsiq”。")
    case .relationRest(let value):
      Phrase(
        """
        relations: '\(shortened(value))' cannot be read; required is 'replaces agency.aqsiq since \
        2018-03 until 2020-01 (scope)', and a bar inside is written '\\|'.
        """,
        """
        relations：“\(shortened(value))”无法识别；须写作“replaces agency.aqsiq since 2018-03 \
        until 2020-01 (scope)”，其中的竖线写作“\\|”。
        """)
    }
  }
}

private let relationWords = ["replaces", "replacedBy", "partOf", "related"]

private func others(than encoding: TextEncoding) -> Phrase {
  let names = TextEncoding.allCases.filter { $0 != encoding }.map(\.rawValue)
  let (first, last) = (names.dropLast(), names.last ?? "")
  return Phrase(
    first.joined(separator: ", ") + " or " + last, first.joined(separator: "、") + " 或 " + last)
}

private func hint(_ word: String, _ known: [String]) -> Phrase {
  nearestWord(to: word, among: known).map {
    Phrase(" Did you mean '\($0)'?", "是否指“\($0)”？")
  } ?? Phrase("")
}

/// A value as messages show it: on one line, 40 characters at most.
func shortened(_ value: String) -> String {
  let line = value.map { $0.isNewline ? " " : $0 }
  return line.count <= 40 ? String(line) : String(line.prefix(39)) + "…"
}
