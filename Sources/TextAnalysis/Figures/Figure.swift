/// Something in a text that is compared by its value, not by its words: a number, an amount, a
/// date, an identifier, a placeholder.
///
///     Figures.find(in: "CNY 250 billion", language: .english)   // amount, 250 000 000 000 CNY
///     Figures.find(in: "2500亿元", language: .simplifiedChinese)  // the same value
package struct Figure: Hashable, Sendable {
  /// Where it stands, in Unicode scalars of the text.
  package var scalars: Range<Int>
  /// Where it stands, in bytes of the text as UTF-8.
  package var bytes: Range<Int>
  /// What it amounts to.
  package var value: Value
  /// What the words around it make of it, as *at least* and 以上 do.
  package var bound: Bound?
  /// Whether it is said to be about right: *about*, 约, 余, 多.
  package var isVague: Bool
  /// Whether the other language may leave it out by habit: 一年 (*a year*), *first*, 两, *half*.
  package var isWeak: Bool

  /// Joins a place and a value.
  package init(
    scalars: Range<Int>, bytes: Range<Int>, value: Value, bound: Bound? = nil,
    isVague: Bool = false, isWeak: Bool = false
  ) {
    (self.scalars, self.bytes, self.value) = (scalars, bytes, value)
    (self.bound, self.isVague, self.isWeak) = (bound, isVague, isWeak)
  }
}

extension Figure {
  /// What a figure amounts to.
  package enum Value: Hashable, Sendable {
    /// A plain number or a range of two.
    case number(Quantity)
    /// *third*, 第三, *No. 3*, 3号.
    case ordinal(Int)
    /// ×2: *doubled*, 翻一番, 2倍.
    case multiple(Quantity)
    /// Money.
    case amount(Quantity, Currency)
    /// A number with a unit; percent and degrees among them.
    case measure(Quantity, Unit)
    /// A day, month, year or a named part of one.
    case date(FigureDate)
    /// From one date to another, both included.
    indirect case dateSpan(FigureDate, FigureDate)
    /// A time of day.
    case time(TimeOfDay)
    /// A Five-Year Plan by its number.
    case plan(Int)
    /// A standard, a committee, a document by its symbol, an order by its number.
    case identifier(Identifier)
    /// A numbered part of a text.
    case clause(Clause)
    /// An address of the Web, as written.
    case url(String)
    /// An electronic mail address, as written.
    case email(String)
    /// `v2.0.1`, `192.168.0.1`, without the *v*.
    case version(String)
    /// Digits that are a name, compared one by one: a telephone number, an ISBN.
    case serial(String)
    /// `%s`, `{0}`, `&F`, `\n`, compared letter for letter.
    case placeholder(String)
  }

  /// The class of a value.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case number, ordinal, multiple, amount, measure, date, dateSpan, time, plan, identifier
    case clause, url, email, version, serial, placeholder
  }

  /// The class of the value.
  package var kind: Kind {
    switch value {
    case .number: .number
    case .ordinal: .ordinal
    case .multiple: .multiple
    case .amount: .amount
    case .measure: .measure
    case .date: .date
    case .dateSpan: .dateSpan
    case .time: .time
    case .plan: .plan
    case .identifier: .identifier
    case .clause: .clause
    case .url: .url
    case .email: .email
    case .version: .version
    case .serial: .serial
    case .placeholder: .placeholder
    }
  }
}

/// One number, or two that a range runs between.
package struct Quantity: Hashable, Sendable {
  /// The number, or the lower end.
  package var low: ExactNumber
  /// The upper end of a range.
  package var high: ExactNumber?

  /// Makes a number or a range.
  package init(_ low: ExactNumber, to high: ExactNumber? = nil) {
    (self.low, self.high) = (low, high)
  }

  /// Makes a whole number.
  package init(_ value: Int64) { self.init(ExactNumber(value)) }
}

/// What the words around a figure make of it.
package enum Bound: String, Hashable, Sendable, CaseIterable {
  /// *at least*, *not less than*, 以上, 不少于: the figure is included.
  case atLeast
  /// *more than*, *over*, 超过, 以外: the figure is not included.
  case moreThan
  /// *at most*, *up to*, *within*, 以下, 以内, 不超过: the figure is included.
  case atMost
  /// *less than*, *under*, 不满, 不足: the figure is not included.
  case lessThan

  /// Whether the figure itself is allowed.
  package var isInclusive: Bool { self == .atLeast || self == .atMost }
  /// Whether the figure is the lower end.
  package var isLower: Bool { self == .atLeast || self == .moreThan }
}

/// An hour, with minutes and seconds where they are given.
package struct TimeOfDay: Hashable, Sendable {
  /// In `0...24`.
  package var hour: Int
  /// In `0...59`.
  package var minute: Int
  /// In `0...59`.
  package var second: Int

  /// Makes a time, or nothing where the clock has no such one.
  package init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    (self.hour, self.minute, self.second) = (hour, minute, second)
  }
}

/// A day, month or year, any of which may be left unsaid, or a named part of one.
package struct FigureDate: Hashable, Sendable {
  /// A part of a year or month that has a name.
  package enum Part: Hashable, Sendable {
    /// 第一季度, *the first quarter*, Q1.
    case quarter(Int)
    /// 上半年, *the first half of the year*, H1.
    case half(Int)
    /// 上旬 (1), 中旬 (2), 下旬 (3); *early*, *mid-*, *late* before a month.
    case tenDays(Int)
    /// 年初, 月初, *the beginning of*.
    case beginning
    /// 年底, 月底, 末, *the end of*.
    case end
    /// 年代: the ten years that begin with the year.
    case decade
    /// 世纪: `year` is the number of the century.
    case century
  }

  /// The year, or the century's number.
  package var year: Int?
  /// In `1...12`.
  package var month: Int?
  /// In `1...31`.
  package var day: Int?
  /// What part of it is meant.
  package var part: Part?

  /// Makes a date, or nothing where the calendar has no such one.
  package init?(year: Int? = nil, month: Int? = nil, day: Int? = nil, part: Part? = nil) {
    guard year != nil || month != nil || part != nil else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, PartialDate(year: year ?? 2000, month: month, day: day) == nil { return nil }
    } else if day != nil {
      return nil
    }
    if let year, !(1...9999).contains(year) { return nil }
    (self.year, self.month, self.day, self.part) = (year, month, day, part)
  }

  /// The date of the calendar, where the year is known and no part of it is named.
  package var calendarDate: PartialDate? {
    guard let year, part == nil else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }
}

/// The name of a standard, a committee or a document, without its spacing and brackets.
package struct Identifier: Hashable, Sendable {
  /// What is named.
  package enum Kind: Hashable, Sendable {
    /// A standard, a committee, a resolution, a request for comments: `GB/T`, `SAC/TC`, `A/RES`.
    case standard(String)
    /// A document by the short name of its issuer: 国发, *Guo Fa* (as `guofa`).
    case document(String)
    /// An order or decree, with its issuer where it is one of two.
    case order(Issuer?)
    /// An announcement or notice numbered by year.
    case announcement
  }

  /// Who orders.
  package enum Issuer: Hashable, Sendable {
    case president, stateCouncil
  }

  /// What is named.
  package var kind: Kind
  /// The number, with the dots, slashes and letters that belong to it.
  package var number: String
  /// The year of the edition or of the document.
  package var year: Int?

  /// Joins the parts of a name.
  package init(kind: Kind, number: String, year: Int? = nil) {
    (self.kind, self.number, self.year) = (kind, number, year)
  }
}

/// A numbered part of a text: *Article 3*, 第三条, *Annex A*, 附录A.
package struct Clause: Hashable, Sendable {
  /// How a text is divided, from 编 to 目.
  package enum Level: String, Hashable, Sendable, CaseIterable {
    case part, chapter, section, article, paragraph, item, subitem
    case annex, attachment, table, drawing, volume, page
  }

  /// What is numbered.
  package var level: Level
  /// `3`, `3.1`, `A`.
  package var number: String

  /// Joins a level and a number.
  package init(_ level: Level, _ number: String) { (self.level, self.number) = (level, number) }
}
