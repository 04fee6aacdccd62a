import Testing
import TextAnalysis

@testable import Interchange

struct MarkupProblemTests {
  @Test(arguments: [
    (
      MarkupProblem.malformed("Opening and ending tag mismatch: a line 1 and b"),
      """
      t.tbx:4:3: the XML parser says 'Opening and ending tag mismatch: a line 1 and b'; markup must be \
      well-formed XML 1.0. Correct it there, or have the file exported anew.
      """
    ),
    (
      .cutShort(open: "body"),
      """
      t.tbx:4:3: the file ends within <body>; every element must end. The file was cut short: \
      fetch it, or have it exported, anew.
      """
    ),
    (
      .cutShort(open: nil),
      """
      t.tbx:4:3: the file ends before its first element; every element must end. The file was cut \
      short: fetch it, or have it exported, anew.
      """
    ),
    (
      .undefinedEntity("nbsp"),
      """
      t.tbx:4:3: '&nbsp;' has no meaning here; only amp, lt, gt, quot, apos and numbers are read, \
      for what a document defines itself may hide text. Write the character itself.
      """
    ),
    (
      .unknownEncoding("klingon"),
      """
      t.tbx:4:3: the file says that its encoding is 'klingon'; one that the system knows is \
      required, best UTF-8. Convert the file, or correct its first line.
      """
    ),
    (
      .nulCharacter,
      """
      t.tbx:4:3: there is a zero byte; XML 1.0 allows none. The file is damaged or is no XML.
      """
    ),
    (
      .tooDeep(limit: 256),
      """
      t.tbx:4:3: elements stand more than 256 deep in each other; no such file does. Is it TBX or TMX?
      """
    ),
    (
      .prologTooLong(limit: 1_048_576),
      """
      t.tbx:4:3: more than 1048576 bytes stand before the first element; that is the most that is \
      read. Is it TBX or TMX?
      """
    ),
    (
      .textTooLong(limit: 1_048_576),
      """
      t.tbx:4:3: a text is longer than 1048576 bytes; that is the most that is read. Shorten it.
      """
    ),
    (
      .elementTooLong(name: "conceptEntry", limit: 16_777_216),
      """
      t.tbx:4:3: this <conceptEntry> holds more than 16777216 bytes; that is the most that is \
      read. Divide it.
      """
    ),
    (
      .notTBX(root: "xliff"),
      """
      t.tbx:4:3: the outermost element is <xliff>; TBX begins with <tbx> (ISO 30042:2019) or \
      <martif> (ISO 30042:2008). Is it another format?
      """
    ),
    (
      .languageMissing(element: "langSet"),
      "t.tbx:4:3: <langSet> has no 'xml:lang'; ISO 30042 requires one. Add it."
    ),
    (
      .languageUnknown("Chinese (PRC)"),
      """
      t.tbx:4:3: 'Chinese (PRC)' is not a language tag; BCP 47 requires one such as 'en' or \
      'zh-Hans'. Correct it.
      """
    ),
    (
      .valueUnknown(category: "administrativeStatus", value: "good", allowed: ["a", "b"]),
      """
      t.tbx:4:3: 'good' is not a value of administrativeStatus; TBX allows a, b. Use one of these.
      """
    ),
    (
      .identifierRepeated("c1", firstLine: 12),
      """
      t.tbx:4:3: the identifier 'c1' stands in line 12 already; ISO 30042 requires each to be the \
      only one of its name. Rename one of the two.
      """
    ),
  ])
  func `every fault is told in one sentence with its place`(
    problem: MarkupProblem, message: String
  ) {
    let place = SourceLocation(file: "t.tbx", line: 4, column: 3)
    #expect(InterchangeError.markup(place, problem).description == message)
  }

  @Test func `what a file says is quoted on one line and cut`() {
    let long = String(repeating: "很长", count: 30) + "\n" + String(repeating: "x", count: 500)
    #expect(
      MarkupProblem.languageUnknown(long).description.hasPrefix(
        "'\(String(repeating: "很长", count: 20))…' is not a language tag"))
    #expect(!MarkupProblem.malformed(long).description.contains("\n"))
  }
}
