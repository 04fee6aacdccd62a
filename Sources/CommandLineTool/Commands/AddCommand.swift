import Terminology
import TextAnalysis
import Workbench

/// The options of `add`.
struct AddOptions: CommandOptions, Hashable {
  /// A term of the new entry, by the wide form's column.
  struct NewTerm: Sendable, Hashable {
    var text: String
    var language: LanguageTag
    var termType: TermType
    var status: AdministrativeStatus
  }

  var id: String?
  var kind: ConceptKind
  /// In the order of the help page, each column's in the order given.
  var terms: [NewTerm]
  /// Where the terms are from.
  var source: String?
  var authority: Authority?
  /// Data categories of the concept.
  var assignments: [ColumnAssignment]
  var glossary: String?
  var proposes: Bool
  var common: CommonOptions

  static let command = Command(
    name: "add",
    summary: Phrase("Add an entry", "添加词条"),
    discussion: Phrase(
      "The identifier is made from the kind and the English term unless --id gives it. Several "
        + "terms of a sort: repeat the option.",
      "未给 --id 时，标识符由类别和英文术语生成。同类术语有多个时，可重复给出选项。"),
    examples: [
      "zhengming add --kind technical --en \"edge intelligence\" --zh 边缘智能 --propose"
    ],
    options: [
      .value(
        "id", kind: .text, placeholder: Phrase("ID", "标识符"),
        Phrase("Such as term.digital-twin", "例如 term.digital-twin")),
      .value(
        "kind", kind: .oneOf(ConceptKind.self), placeholder: Phrase("KIND", "类别"),
        Phrase(ConceptKind.words + "; else technical", ConceptKind.words + "；默认 technical")),
    ] + termColumns.map(\.option) + [
      .value(
        "source", kind: .text,
        Phrase("Where the terms are from: title, address", "术语出处：题名、网址")),
      .value(
        "authority", kind: .oneOf(Authority.self), placeholder: Phrase("WHO", "依据"),
        Phrase("Who stands behind them: " + Authority.words, "术语的依据：" + Authority.words)),
      .set,
      .value(
        "glossary", kind: .text, placeholder: Phrase("NAME", "名称"),
        Phrase("The glossary to put it in", "放入哪个术语表")),
      .flag("propose", Phrase("Add it as proposed, to be approved", "作为待定词条添加，待批准")),
    ] + Option.ofWriters)

  init(_ parsed: Parsed) throws(UsageError) {
    id = parsed.text("id")
    kind = parsed.choice("kind") ?? Self.kind(of: id) ?? .technical
    terms = Self.termColumns.flatMap { column in
      parsed.texts(column.option.name).map { text in
        NewTerm(
          text: text, language: column.language, termType: column.termType, status: column.status)
      }
    }
    source = parsed.text("source")
    authority = parsed.choice("authority")
    assignments = try ColumnAssignment.all(parsed, scope: .concept)
    glossary = parsed.text("glossary")
    proposes = parsed.flag("propose")
    common = CommonOptions(parsed)
    if terms.isEmpty { throw .nothingGiven(verb: "add", oneOf: [Phrase("--en"), Phrase("--zh")]) }
  }
}

extension AddOptions {
  /// The kind that an identifier begins with.
  private static func kind(of id: String?) -> ConceptKind? {
    ConceptKind.allCases.first { id?.hasPrefix($0.identifierPrefix) ?? false }
  }

  private struct TermColumn {
    let option: Option
    let language: LanguageTag
    let termType: TermType
    let status: AdministrativeStatus
  }

  /// The columns of the wide form that hold terms, as options.
  private static let termColumns: [TermColumn] = [
    column("en", .english, .fullForm, .preferred, "The English term", "英文术语"),
    column("en-abbr", .english, .acronym, .admitted, "An English abbreviation", "英文缩写"),
    column("en-other", .english, .variant, .admitted, "Another English term", "其他英文术语"),
    column("en-deprecated", .english, .variant, .deprecated, "An English term to avoid", "不用的英文术语"),
    column("zh", .simplifiedChinese, .fullForm, .preferred, "The Chinese term", "中文术语"),
    column("zh-short", .simplifiedChinese, .shortForm, .admitted, "A Chinese short form", "中文简称"),
    column("zh-other", .simplifiedChinese, .variant, .admitted, "Another Chinese term", "其他中文术语"),
    column(
      "zh-deprecated", .simplifiedChinese, .variant, .deprecated, "A Chinese term to avoid",
      "不用的中文术语"),
  ]

  private static func column(
    _ name: String, _ language: LanguageTag, _ termType: TermType, _ status: AdministrativeStatus,
    _ english: String, _ chinese: String
  ) -> TermColumn {
    let help = Phrase(english, chinese)
    let placeholder = Phrase("TERM", "术语")
    let isOne = status == .preferred
    return TermColumn(
      option: isOne
        ? .value(name, kind: .text, placeholder: placeholder, help)
        : .repeated(name, kind: .text, placeholder: placeholder, help),
      language: language, termType: termType, status: status)
  }
}

extension AddOptions {
  /// What the workbench is asked for.
  fileprivate func request(by who: String) -> AddRequest {
    let entry = ConceptEntry(
      id: id ?? "", kind: kind, process: proposes ? .proposed : .approved,
      terms: terms.map { term in
        TermSection(
          language: term.language, text: term.text, termType: term.termType,
          administrativeStatus: term.status, authority: authority, source: source)
      })
    return AddRequest(entry, cells: assignments.map(\.cell), glossary: glossary, who: who)
  }
}

extension Verb {
  static let add = Verb(AddOptions.self) { options, invocation in
    let bench = try invocation.open(options.common, for: .writing)
    let answer = try bench.add(options.request(by: invocation.author(options.common)))
    try invocation.report(
      answer, as: options.common,
      done: options.proposes ? Phrase("proposed", "已提出") : Phrase("added", "已添加"))
    return .done
  }
}
