import Testing
import TextAnalysis

@testable import CommandLineTool

struct TerminalTests {
  @Test(
    arguments: [
      (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false),
      (true, ["NO_COLOR": ""], true), (true, ["TERM": "dumb"], false),
      (false, ["CLICOLOR_FORCE": "1"], true), (false, ["CLICOLOR_FORCE": "0"], false),
      (false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    ] as [(Bool, [String: String], Bool)])
  func `styles follow the terminal and the person's wish`(
    isTerminal: Bool, environment: [String: String], isOn: Bool
  ) {
    let terminal = Terminal(isTerminal: isTerminal, reportedWidth: 80, environment: environment)
    #expect(terminal.palette.isOn == isOn)
  }

  @Test func `the width is the terminal's, else COLUMNS, else none`() {
    func width(_ isTerminal: Bool, _ reported: Int?, _ columns: String?) -> Int? {
      Terminal(
        isTerminal: isTerminal, reportedWidth: reported,
        environment: columns.map { ["COLUMNS": $0] } ?? [:]
      ).width
    }
    #expect(width(true, 120, "90") == 120)
    #expect(width(true, nil, "90") == 90)
    #expect(width(true, 0, "many") == nil)
    #expect(width(false, 120, "90") == nil)
    let narrow = Terminal(isTerminal: true, reportedWidth: 3, environment: [:])
    #expect(narrow.readingWidth == 40)
  }

  @Test func `styles vanish when they are off`() {
    #expect(Palette(isOn: false)("term", .bold, .red) == "term")
    #expect(Palette(isOn: true)("term", .bold, .red) == "\u{1B}[1;31mterm\u{1B}[0m")
    #expect(Palette(isOn: true)("", .bold) == "")
    #expect(Palette(isOn: true)("term") == "term")
  }

  @Test(arguments: [
    ("abc", 3), ("市场监管", 8), ("ＡＢ", 4), ("é", 1), ("e\u{301}", 1), ("“x”", 3), ("，。", 4),
    ("", 0), ("𠀀", 2), ("\u{200B}", 8),
  ])
  func `a Han character is two columns`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("plain 文字 é", "plain 文字 é"), ("\u{1B}[31m", "␛[31m"), ("a\tb\r\n", "a␉b␍␊"),
    ("abc\u{202E}def\u{2069}", "abc⟨U+202E⟩def⟨U+2069⟩"), ("\u{9B}1m", "⟨U+009B⟩1m"),
    ("\u{7F}\u{0}", "␡␀"), ("\u{E0041}", "⟨U+E0041⟩"),
  ])
  func `control and bidirectional characters are shown`(text: String, shown: String) {
    #expect(DisplayWidth.visible(text) == shown)
  }
}

struct MessageLanguageTests {
  @Test(
    arguments: [
      ([:], .english), (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "en_US.UTF-8"], .english),
      (["LANG": "zh_CN", "LC_ALL": "C"], .english),
      (["LANG": "en", "LC_MESSAGES": "zh"], .chinese),
      (["LANG": "zh_CN", "LC_ALL": ""], .chinese), (["LANG": "POSIX"], .english),
    ] as [([String: String], MessageLanguage)])
  func `messages follow the locale`(environment: [String: String], language: MessageLanguage) {
    #expect(MessageLanguage(environment: environment) == language)
  }
}
