import TextAnalysis

/// What a cell with a date says, as people and spreadsheets write dates.
///
/// ISO 8601 (`2018`, `2018-03`, `2018-03-17`), the same without zeros or with `/` or `.`
/// (`2018/3/17`, `2018.3`), in Chinese (`2018年3月17日`), and as spreadsheets show months
/// (`Mar-18`, `17-Mar-18`; two figures of a year are 1930 to 2029, as there).
enum WrittenDate: Hashable {
  /// A date.
  case date(PartialDate)
  /// A first of the month in the form that a spreadsheet gives to a month: `2018/3/1`.
  case gainedDay(PartialDate)
  /// A date of which the calendar has none: `2021-02-30`.
  case noSuchDay
  /// No date at all.
  case unreadable

  /// Reads a cell; spaces round it do not count, full-width figures are figures.
  init(_ cell: String) {
    if let date = PartialDate(cell) {
      self = .date(date)
      return
    }
    guard cell.utf8.count <= 60, let (shape, numbers, month) = Self.parts(of: cell) else {
      self = .unreadable
      return
    }
    let widths = numbers.map(\.width)
    let values = numbers.map(\.value)
    switch shape {
    case "n", "n年": self.init(widths == [4], values[0])
    case "n-n", "n/n", "n.n", "n年n月":
      self.init(widths[0] == 4 && widths[1] <= 2, values[0], values[1])
    case "n-n-n", "n.n.n", "n年n月n日", "n年n月n号", "n/n/n":
      let fits = widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2
      self.init(fits, values[0], values[1], values[2])
      if shape == "n/n/n", values[2] == 1, case .date(let date) = self { self = .gainedDay(date) }
    case "w-n", "wn", "w/n":
      self.init(widths[0] == 2 || widths[0] == 4, Self.fullYear(numbers[0]), month)
    case "n-w-n", "nwn", "n/w/n":
      let fits = widths[0] <= 2 && (widths[1] == 2 || widths[1] == 4)
      self.init(fits, Self.fullYear(numbers[1]), month, values[0])
      if values[0] == 1, case .date(let date) = self { self = .gainedDay(date) }
    default: self = .unreadable
    }
  }

  private init(_ fits: Bool, _ year: Int, _ month: Int? = nil, _ day: Int? = nil) {
    guard fits else {
      self = .unreadable
      return
    }
    self = PartialDate(year: year, month: month, day: day).map(WrittenDate.date) ?? .noSuchDay
  }

  private typealias Figures = (value: Int, width: Int)

  private static func fullYear(_ figures: Figures) -> Int {
    figures.width == 2 ? figures.value + (figures.value < 30 ? 2000 : 1900) : figures.value
  }

  /// Returns the cell with `n` for each number, `w` for the name of a month and no spaces, the
  /// numbers, and the month.
  private static func parts(of cell: String) -> (String, [Figures], month: Int?)? {
    var shape = ""
    var numbers: [Figures] = []
    var word = ""
    var isInNumber = false
    for character in halfWidth(cell) {
      if character.isASCII, let digit = character.wholeNumberValue {
        if isInNumber, let last = numbers.indices.last {
          guard numbers[last].width < 4 else { return nil }
          numbers[last] = (numbers[last].value * 10 + digit, numbers[last].width + 1)
        } else {
          numbers.append((digit, 1))
          shape.append("n")
        }
        isInNumber = true
        continue
      }
      isInNumber = false
      if character.isASCII, character.isLetter {
        if shape.last != "w" { shape.append("w") }
        word.append(character)
      } else if !character.isWhitespace {
        shape.append(character)
      }
    }
    if word.isEmpty { return (shape, numbers, nil) }
    let name = word.lowercased()
    let month = months.firstIndex { $0 == name || $0.prefix(3) == name }
    return month.map { (shape, numbers, $0 + 1) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
