import Testing
import TextAnalysis

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("SAMR", 4), ("市场监管总局", 12), ("5G网络", 6), ("，。《》", 8), ("“互联网+”", 9),
    ("cafe\u{301}", 4), ("ＡＢ", 4), ("𠀀", 2), ("한글", 4), ("a\u{1B}b", 3), ("\u{202E}", 8),
    ("\u{1F600}", 2), ("\u{1F468}\u{200D}\u{1F469}", 2), ("\u{301}", 0), ("\r\n", 2), ("ｱ", 1),
  ])
  func `counts columns`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("plain 文字", "plain 文字"), ("a\u{1B}[31mb", "a␛[31mb"), ("\u{202E}abc", "⟨U+202E⟩abc"),
    ("a\tb\nc\u{7F}", "a␉b␊c␡"), ("\u{0}", "␀"), ("\u{9B}31m", "⟨U+009B⟩31m"),
    ("\u{2066}x\u{2069}", "⟨U+2066⟩x⟨U+2069⟩"), ("\u{FEFF}x", "⟨U+FEFF⟩x"),
    ("\u{E0041}", "⟨U+E0041⟩"), ("e\u{301}", "e\u{301}"),
  ])
  func `shows what would act`(text: String, visible: String) {
    #expect(DisplayWidth.visible(text) == visible)
    #expect(DisplayWidth.visible(visible) == visible)
  }

  @Test func `pads to a width and never cuts`() {
    #expect(DisplayWidth.padded("总局", to: 6) == "总局  ")
    #expect(DisplayWidth.padded("总局", to: 3) == "总局")
    #expect(DisplayWidth.padded("", to: 2) == "  ")
  }
}
