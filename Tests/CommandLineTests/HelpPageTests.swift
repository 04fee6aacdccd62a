import Testing
import TextAnalysis

@testable import CommandLineTool

struct HelpPageTests {
  private func page(
    of command: Command, width: Int = 80, in language: MessageLanguage = .english
  ) -> String {
    HelpPage(width: width, language: language, palette: Palette(isOn: false)).page(of: command)
  }

  private let command = Command(
    name: "probe", summary: Phrase("Try a thing", "试一试"),
    discussion: Phrase("It does no harm.", "没有害处。"), examples: ["zhengming probe --all x"],
    options: [
      .flag("all", letter: "a", Phrase("Try everything", "全部都试")),
      .value(
        "limit", kind: .integer(1...9),
        Phrase("Stop after so many tries, however many there are to be made", "试几次后停止")),
    ],
    arguments: [
      Argument(Phrase("THING", "东西"), count: .oneOrMore, Phrase("What to try", "要试的东西"))
    ])

  @Test func `a page has usage, options in columns, and an example`() {
    #expect(
      page(of: command, width: 60) == """
        Try a thing

        Usage: zhengming probe THING… [options]

        It does no harm.

        Arguments:
          THING  What to try

        Options:
          -a, --all      Try everything
              --limit N  Stop after so many tries, however many
                         there are to be made
          -h, --help     Show this page

        Example:
          zhengming probe --all x

        """)
  }

  @Test func `a page is Chinese where messages are`() {
    #expect(
      page(of: command, in: .chinese) == """
        试一试

        用法：zhengming probe 东西… [选项]

        没有害处。

        参数：
          东西  要试的东西

        选项：
          -a, --all      全部都试
              --limit N  试几次后停止
          -h, --help     显示本页

        示例：
          zhengming probe --all x

        """)
  }

  @Test(arguments: [40, 60, 80, 100], MessageLanguage.allCases)
  func `no page is wider than the terminal`(width: Int, language: MessageLanguage) {
    for command in describedInterface.commands {
      let examples = Set(command.examples.map { "  " + $0 })
      let labels = Set(command.options.map { "  " + $0.label(in: language) })
      for line in page(of: command, width: width, in: language).split(separator: "\n") {
        if examples.contains(String(line)) || labels.contains(String(line)) { continue }
        if line.hasPrefix("Usage") || line.hasPrefix("用法") { continue }
        #expect(DisplayWidth.of(String(line)) <= width, "\(command.name): \(line)")
      }
    }
  }
}
