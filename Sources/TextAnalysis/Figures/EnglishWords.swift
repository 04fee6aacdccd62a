/// The English words that figures are made of.
struct EnglishWords: Sendable {
  enum Meaning: Sendable, Equatable {
    /// *one* to *nineteen*, *zero*.
    case small(Int64)
    /// *twenty* to *ninety*.
    case tens(Int64)
    /// A power of ten, from *hundred* up.
    case scale(Int)
    case dozen
    /// *first* to *nineteenth*.
    case ordinal(Int)
    /// *twentieth* to *ninetieth*.
    case ordinalTens(Int)
    /// *thirds*, *fifths*.
    case parts(Int64)
    case month(Int)
    /// *Jan*, *Sept*: a month only beside a number.
    case shortMonth(Int)
    case half
    case quarter
    case article
    /// ×2 of *doubled*; below zero where it need not be said: *double*, *twice*.
    case multiple(Int64)
    case clause(Clause.Level)
    /// *decade*, *fortnight*, *centenary*: so many of a unit, which need not be said.
    case stretch(Int64, StretchUnit)
    /// *Class*, *Phase*: Roman numerals behind it count.
    case graded
    /// *nineties*: 90.
    case decade(Int)
    case and
    case number
    case order
    case announcement
    case presidential
    case state
    case us
    case hongKong
    case address
  }

  /// The unit of a stretch of time that has a name of its own.
  enum StretchUnit: Sendable {
    case day, year
  }

  static let shared = EnglishWords()
  private let table: [UInt64: Meaning]

  func meaning(of key: UInt64) -> Meaning? { key == 0 ? nil : table[key] }

  private init() {
    var table: [UInt64: Meaning] = [:]
    func add(_ words: String, _ meaning: (Int) -> Meaning?) {
      for (place, word) in words.split(separator: " ").enumerated() {
        table[PackedWord.key(of: String(word))] = meaning(place)
      }
    }
    add(
      """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
      fifteen sixteen seventeen eighteen nineteen
      """
    ) { .small(Int64($0)) }
    add("twenty thirty forty fifty sixty seventy eighty ninety") { .tens(Int64($0 + 2) * 10) }
    add("fourty") { _ in .tens(40) }
    add("hundred") { _ in .scale(2) }
    add("thousand") { _ in .scale(3) }
    add("kilobase kilobases") { _ in .scale(3) }
    add("million mln mn") { _ in .scale(6) }
    add("billion bn bln") { _ in .scale(9) }
    add("trillion tn trn") { _ in .scale(12) }
    add("dozen") { _ in .dozen }
    add(
      """
      first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
      thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
      """
    ) { .ordinal($0 + 1) }
    add("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth") {
      .ordinalTens(($0 + 2) * 10)
    }
    add("thirds fourths fifths sixths sevenths eighths ninths tenths") { .parts(Int64($0 + 3)) }
    add(EnglishWords.monthNames.joined(separator: " ")) { .month($0 + 1) }
    add("jan feb mar apr - jun jul aug sep oct nov dec") { $0 == 4 ? nil : .shortMonth($0 + 1) }
    add("sept") { _ in .shortMonth(9) }
    add("half") { _ in .half }
    add("quarter quarters") { _ in .quarter }
    add("a an") { _ in .article }
    add("doubled doubles doubling") { _ in .multiple(2) }
    add("tripled triples tripling threefold trebled") { _ in .multiple(3) }
    add("quadrupled quadruples quadrupling fourfold") { _ in .multiple(4) }
    add("quintupled fivefold") { _ in .multiple(5) }
    add("tenfold") { _ in .multiple(10) }
    add("class phase type stage grade category") { _ in .graded }
    add("decade") { _ in .stretch(10, .year) }
    add("fortnight") { _ in .stretch(14, .day) }
    add("centenary centennial") { _ in .stretch(100, .year) }
    add("biennial") { _ in .stretch(2, .year) }
    add("double twice twofold") { _ in .multiple(-2) }
    add("triple thrice treble") { _ in .multiple(-3) }
    add("quadruple") { _ in .multiple(-4) }
    add("twenties thirties forties fifties sixties seventies eighties nineties") {
      .decade(($0 + 2) * 10)
    }
    for (words, level): (String, Clause.Level) in [
      ("part parts", .part), ("chapter chapters chap", .chapter),
      ("section sections sec", .section),
      ("article articles art arts", .article), ("paragraph paragraphs para paras", .paragraph),
      ("item items subparagraph subitem", .item), ("annex annexes appendix appendices", .annex),
      ("attachment attachments", .attachment), ("table tables", .table),
      ("figure figures fig figs", .drawing),
      ("volume volumes vol", .volume), ("page pages", .page),
    ] {
      add(words) { _ in .clause(level) }
    }
    add("and") { _ in .and }
    add("no nos number") { _ in .number }
    add("order decree") { _ in .order }
    add("announcement notice proclamation bulletin") { _ in .announcement }
    add("presidential") { _ in .presidential }
    add("state") { _ in .state }
    add("us u") { _ in .us }
    add("hong") { _ in .hongKong }
    add("http https ftp www mailto") { _ in .address }
    self.table = table
  }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static let smallNames = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]

  static let tensNames = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  static let ordinalNames = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
  ]
}
