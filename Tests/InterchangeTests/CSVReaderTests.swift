import Foundation
import Interchange
import TestSupport
import Testing
import TextAnalysis

/// Rows as a table reader gives them, or what it throws.
func rows(
  of bytes: [UInt8], encoding: TextEncoding? = nil, delimiter: CSVDelimiter? = .comma
) throws(InterchangeError) -> [[String]] {
  let source = ByteSource(bytes: bytes, name: "t.csv")
  var reader = try CSVReader(source, encoding: encoding, delimiter: delimiter)
  var rows: [[String]] = []
  while try reader.readRow() {
    if let fault = reader.row.fault {
      throw .table(reader.location(of: fault.cell), fault.problem)
    }
    rows.append((0..<reader.row.count).map { reader.row.text($0) })
  }
  return rows
}

private func message(
  _ bytes: [UInt8], encoding: TextEncoding? = nil
) -> String {
  do throws(InterchangeError) {
    return "\(try rows(of: bytes, encoding: encoding))"
  } catch {
    return error.description
  }
}

private func encoded(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
  Array(text.data(using: encoding) ?? Data())
}

struct CSVReaderTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let rows: [[String]]
    init(_ text: String, _ rows: [[String]]) { (self.text, self.rows) = (text, rows) }
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Case("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    Case("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    Case("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    Case("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    Case("\u{FEFF}a,b\n", [["a", "b"]]),
    Case("a,\n,b\n,\n", [["a", ""], ["", "b"], ["", ""]]),
    Case("a,", [["a", ""]]),
    Case("\n\r\n\na\n\n", [["a"]]),
    Case("\"\"\n", [[""]]),
    Case("\"a,b\",\"say \"\"so\"\"\"\n", [["a,b", "say \"so\""]]),
    Case("\"two\nlines\",\"r\r\nn\"\n", [["two\nlines", "r\r\nn"]]),
    Case("5\" pipe,a\"\"b,c\"\n", [["5\" pipe", "a\"\"b", "c\""]]),
    Case(" \"a\" ,b\n", [[" \"a\" ", "b"]]),
    Case("\"\"\"\",\"\"\n", [["\"", ""]]),
    Case("a\tb;c\n", [["a\tb;c"]]),
    Case("北京,𠮷野家\n", [["北京", "𠮷野家"]]),
    Case("", []), Case("\n", []), Case("\u{FEFF}", []),
  ])
  func `cells are what RFC 4180 says`(_ sample: Case) throws {
    #expect(try rows(of: Array(sample.text.utf8)) == sample.rows)
  }

  @Test(arguments: [
    ("a,b;c\n1,2\n", CSVDelimiter.comma, [["a", "b;c"], ["1", "2"]]),
    ("a;b,c;d\n", .semicolon, [["a", "b,c", "d"]]),
    ("\"a;b;c\",d\n", .comma, [["a;b;c", "d"]]),
    ("a\tb\n1,5\t2\n", .tab, [["a", "b"], ["1,5", "2"]]),
    ("sep=;\r\na;b,c,d\r\n", .semicolon, [["a", "b,c,d"]]),
  ])
  func `the first line tells the delimiter`(
    text: String, delimiter: CSVDelimiter, expected: [[String]]
  ) throws {
    #expect(try rows(of: Array(text.utf8), delimiter: nil) == expected)
    let reader = try CSVReader(ByteSource(bytes: Array(text.utf8), name: "t.csv"))
    #expect(reader.delimiter == delimiter)
  }

  @Test func `places are physical lines and cells`() throws {
    let text = "a,b\r\n\"x\r\ny\",\"\n\n\",z\r\rlast,one\n"
    var reader = try CSVReader(ByteSource(bytes: Array(text.utf8), name: "t.csv"))
    var places: [String] = []
    while try reader.readRow() {
      places += (0..<reader.row.count).map { "\(reader.location(of: $0))" }
    }
    #expect(
      places == [
        "t.csv:1:1", "t.csv:1:2", "t.csv:2:1", "t.csv:3:2", "t.csv:5:3", "t.csv:7:1", "t.csv:7:2",
      ])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `what is written comes back through pieces of any size`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      (0..<3).map { _ in nastyTexts.randomElement(using: &generator) ?? "" }
    }
    var text = ""
    for row in table {
      let cells = row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
      text += cells.joined(separator: ",") + ["\n", "\r\n", "\r"][Int(seed % 3)]
    }
    let path = FileManager.default.temporaryDirectory.appending(path: "csv-\(UUID()).fifo").path
    try #require(unsafe mkfifo(path, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = Array(text.utf8)
    let step = Int.random(in: 1...7, using: &generator)
    let thread = Thread {
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      for start in stride(from: 0, to: bytes.count, by: step) {
        handle.write(Data(bytes[start..<min(bytes.count, start + step)]))
      }
      try? handle.close()
    }
    thread.start()
    var reader = try CSVReader(ByteSource(path: path), delimiter: .comma)
    var read: [[String]] = []
    while try reader.readRow() { read.append((0..<reader.row.count).map { reader.row.text($0) }) }
    #expect(read.map { $0.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } })
  }

  // Without location_coordinates, whose JSON has another telephone number than its CSV.
  @Test(arguments: [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
    "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  ])
  func `the spectrum of CSV files is read as its JSON says`(name: String) throws {
    guard let data = sharedData()?.appending(path: "csv/csv-spectrum") else { return }
    let file = try Data(contentsOf: data.appending(path: "csvs/\(name).csv"))
    let json = try Data(contentsOf: data.appending(path: "json/\(name).json"))
    let expected = try JSONDecoder().decode([[String: String]].self, from: json)
    var table = try rows(of: Array(file))
    let header = table.removeFirst()
    let read = table.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    #expect(read == expected)
  }
}

extension CSVReaderTests {
  @Test(arguments: [
    (
      "gb18030.csv", TextEncoding.gb18030,
      [["英文", "中文", "备注"], ["cybersecurity", "网络安全", "两行\n的注"]]
    ),
    ("big5.csv", .big5, [["英文", "中文"], ["network", "網路"]]),
    ("utf16.txt", nil, [["English\t中文"], ["mushroom 🍄\t蘑菇"]]),
  ])
  func `other encodings are read`(
    file: String, encoding: TextEncoding?, expected: [[String]]
  ) throws {
    let bytes = Array(try Data(contentsOf: csvFixtures.appending(path: file)))
    #expect(try rows(of: bytes, encoding: encoding).prefix(2) == expected[...])
  }

  @Test func `a character split between two pieces of a file is one`() throws {
    let text = "a,b\n" + String(repeating: "网络安全,数据🍄\n", count: 20_000)
    let expected = try rows(of: Array(text.utf8))
    #expect(expected.count == 20_001)
    // Not compared inside an expectation, which would print some megabytes.
    let little = try rows(of: [0xFF, 0xFE] + encoded(text, .utf16LittleEndian)) == expected
    let big = try rows(of: [0xFE, 0xFF] + encoded(text, .utf16BigEndian)) == expected
    let unmarked = try rows(of: encoded(text, .utf16BigEndian), encoding: .utf16) == expected
    #expect(little && big && unmarked)
    // U+1F344 has four bytes in GB 18030, 网络安全 and 数据 two each.
    let gb: [UInt8] =
      [0xCD, 0xF8, 0xC2, 0xE7, 0xB0, 0xB2, 0xC8, 0xAB, 0x2C, 0xCA, 0xFD, 0xBE, 0xDD]
      + [0x94, 0x39, 0xB6, 0x36, 0x0A]
    let many = Array(repeatElement(gb, count: 20_000).joined())
    let chinese = try rows(of: many, encoding: .gb18030) == Array(expected.dropFirst())
    #expect(chinese)
  }

  @Test func `bytes that are not UTF-8 are named with their place and what they look like`() throws
  {
    let gb = Array(try Data(contentsOf: csvFixtures.appending(path: "gb18030.csv")))
    #expect(
      message(gb) == """
        t.csv:1:1: these bytes are not UTF-8; they look like GB18030 (GBK). Say --encoding \
        gb18030, or save the file as UTF-8.
        """)
    let big5 = Array(try Data(contentsOf: csvFixtures.appending(path: "big5.csv")))
    #expect(message(big5).contains("look like Big5. Say --encoding big5"))
    #expect(
      message(Array("a,b\n1,\"x\n".utf8) + [0xE9] + Array(" caf\"\n".utf8)) == """
        t.csv:3:2: these bytes are not UTF-8; a table is read as UTF-8 unless --encoding says \
        otherwise. Say --encoding utf16, gb18030 or big5, or save the file as UTF-8.
        """)
    // Two halves of a character in two cells.
    #expect(message([0xE4, 0xBD, 0x2C, 0xA0]).hasPrefix("t.csv:1:1: these bytes are not UTF-8"))
    #expect(message([0xC3, 0x2C, 0xA9, 0x0A]).hasPrefix("t.csv:1:1: these bytes are not UTF-8"))
    #expect(message([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]).contains("are not UTF-16"))
    #expect(message([0xFF, 0xFE, 0x41]).contains("are not UTF-16"))
    #expect(message([0x81], encoding: .gb18030).contains("are not GB18030 (GBK)"))
    #expect(message([0x61, 0x2C, 0xFF, 0x62], encoding: .big5).hasPrefix("t.csv:1:2: "))
    #expect(
      message(Array("a,网".utf8.dropLast())) == """
        t.csv:1:2: the file ends inside a character; it was cut off. Get it whole.
        """)
  }

  @Test func `UTF-16 without a mark is recognised by its NUL bytes`() {
    #expect(
      message(encoded("English,中文\n", .utf16LittleEndian)) == """
        t.csv:1:1: a NUL byte; the file looks like UTF-16 without a byte-order mark. Say \
        --encoding utf16, or save the file as UTF-8.
        """)
    #expect(
      message(Array("a,b\n\"1\n\",long enough a row, \"\u{0}\"\n".utf8)) == """
        t.csv:3:3: a NUL byte; text has none. This is no table, or it is damaged.
        """)
    #expect(
      message(Array("a,b\n1,\"\n\u{0}".utf8) + Array("12345678".utf8)).hasPrefix("t.csv:3:2: a NUL")
    )
  }

  @Test func `a quote that is never closed is named where it is opened`() {
    #expect(
      message(Array("a,b\n1,\"x\n2,y\n3,z\n".utf8)) == """
        t.csv:2:2: the quote opened here is never closed; RFC 4180 requires it. Close it, and \
        double every quote inside.
        """)
    #expect(message([0x22]).hasPrefix("t.csv:1:1: the quote opened here"))
  }

  @Test func `text behind a closing quote spoils its row only`() throws {
    let text = "a,b\n\"so\" it goes,2\n3,4\n"
    #expect(
      message(Array(text.utf8)) == """
        t.csv:2:1: text follows the closing quote; by RFC 4180 a cell ends there. Double every \
        quote inside the cell.
        """)
    var reader = try CSVReader(ByteSource(bytes: Array(text.utf8), name: "t.csv"))
    #expect(try reader.readRow() && reader.readRow() && reader.readRow())
    #expect(reader.row.fault == nil && reader.row.text(1) == "4")
  }

  @Test func `what is too long is refused in one sentence`() {
    let million = [UInt8](repeating: 0x78, count: 10_000_000)
    #expect(
      message(Array("a,b\n1,".utf8) + million) == """
        t.csv:2:2: the cell is longer than 1 MiB, the most that a cell may have. Perhaps this is \
        no table.
        """)
    #expect(
      message(Array("a,b\n1,\"".utf8) + million + [0x22]) == """
        t.csv:2:2: the cell is longer than 1 MiB, the most that a cell may have. Perhaps its quote \
        is never closed.
        """)
    let most = [UInt8](repeating: 0x78, count: CSVReader.cellLimit)
    #expect(message(most + [0x0A]).hasPrefix("[[\"xxx"))
    #expect(
      message(Array(repeatElement(most, count: 5).joined(separator: [0x2C]))) == """
        t.csv:1:5: the row is longer than 4 MiB, the most that a row may have. Perhaps a quote is \
        never closed.
        """)
    let wide = [UInt8](repeating: 0x2C, count: CSVReader.columnLimit - 1)
    #expect(message(wide + [0x0A]).hasPrefix("[[\"\""))
    #expect(
      message(wide + [0x2C]) == """
        t.csv:1:1025: the row has more than 1024 columns, the most that it may have.
        """)
  }

  @Test func `after an error that ends the reading there is nothing`() throws {
    var reader = try CSVReader(ByteSource(bytes: Array("a\nb\u{0}\nc\n".utf8), name: "t.csv"))
    #expect(try reader.readRow())
    #expect(throws: InterchangeError.self) { try reader.readRow() }
    #expect(try !reader.readRow())
  }
}
