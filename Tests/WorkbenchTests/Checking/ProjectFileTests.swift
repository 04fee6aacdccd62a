import Checking
import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import Workbench

struct ProjectFileTests {
  private func read(_ text: String) throws -> ProjectFile {
    try ProjectFileReader(file: "zhengming.json").read(text)
  }

  @Test func `everything that a project can say is read`() throws {
    let project = try read(
      """
      {
        "profile": "mainland/law",
        "languages": { "from": "en", "to": "zh-CN" },
        "glossaries": ["agencies", "\\u653F\\u7b56"],
        "failOn": "warning",
        "rules": {
          "length-suspicious": "off",
          "spacing": { "severity": "hint", "options": {} },
          "repeated-word": { "severity": "off" },
          "date-mismatch": "warning"
        }
      }
      """)
    #expect(project.profile == Profile(.mainland, .law))
    #expect(project.from == .english)
    #expect(project.to?.description == "zh-Hans-CN")
    #expect(project.glossaries == ["agencies", "政策"])
    #expect(project.failOn == .warning)
    #expect(project.rulesOff == [.lengthSuspicious, .repeatedWord])
    #expect(project.severities == [.spacing: .hint, .dateMismatch: .warning])
    #expect(try read("{}") == ProjectFile())
  }

  @Test(arguments: [
    (
      #"{"profle": 1}"#,
      "1:2: there is no 'profle' here; there are profile, languages, "
        + "glossaries, failOn, rules. Did you mean 'profile'?"
    ),
    ("{\n \"failOn\": 3}", "2:12: 'failOn' is a number; a text is required."),
    (
      #"{"failOn": "eror"}"#,
      "1:12: 'failOn' is 'eror'; one of error, warning, hint, never is "
        + "required. Did you mean 'error'?"
    ),
    (#"{"rules": {"spacng": "off"}}"#, "1:12: there is no 'spacng' here. Did you mean 'spacing'?"),
    (
      #"{"rules": {"spacing": "of"}}"#,
      "1:23: 'spacing' is 'of'; one of error, warning, hint, off "
        + "is required. Did you mean 'off'?"
    ),
    (#"{"rules": {"spacing": true}}"#, "1:23: 'spacing' is true or false; a text is required."),
    (
      #"{"rules": {"spacing": {"level": "off"}}}"#,
      "1:24: there is no 'level' here; there are "
        + "severity, options."
    ),
    (#"{"rules": []}"#, "1:11: 'rules' is a list; an object is required."),
    (#"{"glossaries": "a"}"#, "1:16: 'glossaries' is a text; a list of texts is required."),
    (#"{"glossaries": ["a", 1]}"#, "1:22: 'glossaries' is a number; a text is required."),
    (
      #"{"languages": {"from": "fr"}}"#,
      "1:24: 'from' is 'fr'; English or Chinese is required: "
        + "en, zh, zh-Hant-TW."
    ),
    (
      #"{"failOn": "error", "failOn": "hint"}"#,
      "1:21: 'failOn' stands here a second time; once is "
        + "required. Take one out."
    ),
    (
      "[1, 2",
      "1:6: the end of the file stands here; JSON (RFC 8259) has no place for it. Look for "
        + "a comma or a bracket before it."
    ),
    (
      #"{"a": 1,}"#,
      "1:9: '}' stands here; JSON (RFC 8259) has no place for it. Look for a comma "
        + "or a bracket before it."
    ),
    (
      "{} x",
      "1:4: text behind the last bracket stands here; JSON (RFC 8259) has no place for it. "
        + "Look for a comma or a bracket before it."
    ),
  ])
  func `what a project cannot say is refused with its place`(text: String, message: String) {
    let error = #expect(throws: ProjectFileError.self) { try read(text) }
    #expect(error?.description == "zhengming.json:" + message)
    if let error {
      #expect(
        error.message(in: .chinese).hasSuffix("。") || error.message(in: .chinese).hasSuffix("？"))
    }
  }

  @Test func `no text brings the reader down`() {
    let whole =
      #"{"rules": {"spacing": {"severity": "hint", "options": {"a": [1, -2.5e3, null]}}}}"#
    for end in 0..<whole.count { _ = try? read(String(whole.prefix(end))) }
    for depth in [10, 31, 32, 100_000] {
      _ = try? LocatedJSONReader.read(String(repeating: "[", count: depth))
    }
    _ = try? LocatedJSONReader.read("1e999")
    _ = try? LocatedJSONReader.read(#""\ud83d\ude00\ud83d""#)
  }

  @Test func `the file of the nearest folder is found`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "zhengming-project-\(UUID().uuidString)")
    let inner = folder.appending(path: "a/b")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(ProjectFile.find(from: inner.path) == nil)
    try Data("{}".utf8).write(to: folder.appending(path: "zhengming.json"))
    let found = try #require(ProjectFile.find(from: inner.path))
    #expect(found.hasSuffix("zhengming.json") && !found.contains("/a/"))
    #expect(try ProjectFile(path: found) == ProjectFile())
  }
}
