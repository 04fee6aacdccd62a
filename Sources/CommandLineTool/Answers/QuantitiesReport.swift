import TextAnalysis
import Workbench

/// What was read in a text, a line a figure.
struct QuantitiesReport {
  let answer: QuantitiesAnswer
  let invocation: Invocation

  func print() throws {
    let terminal = invocation.output.terminal
    if answer.segments.allSatisfy(\.quantities.isEmpty) {
      invocation.diagnostics.say(
        Phrase("Nothing was read in the text.", "未识别到数字、日期或编号。")(in: invocation.language),
        prefix: "")
      return
    }
    for segment in answer.segments {
      if answer.segments.count > 1 {
        let marked = MarkedText(palette: terminal.palette)
        try invocation.output.line(
          marked.highlighted(segment.text, segment.quantities.map(\.range), .bold))
      }
      var table = Table(indent: answer.segments.count > 1 ? 2 : 0)
      for quantity in segment.quantities {
        table.add([
          Table.Cell(quantity.range.map(String.init).joined(separator: "–"), .dim),
          Table.Cell(quantity.text, .bold), Table.Cell(kind(of: quantity)),
          Table.Cell(quantity.value), Table.Cell(remarks(on: quantity), .dim),
        ])
      }
      for line in table.lines(
        width: terminal.isTerminal ? terminal.readingWidth : nil, palette: terminal.palette)
      {
        try invocation.output.line(line)
      }
    }
  }

  private func kind(of quantity: QuantitiesAnswer.Quantity) -> String {
    guard invocation.language == .chinese else { return quantity.kind }
    return Self.kinds[quantity.kind] ?? quantity.kind
  }

  private func remarks(on quantity: QuantitiesAnswer.Quantity) -> String {
    var remarks: [Phrase] = []
    if let bound = quantity.bound, let phrase = Self.bounds[bound] { remarks.append(phrase) }
    if quantity.vague { remarks.append(Phrase("about", "约数")) }
    if quantity.optional { remarks.append(Phrase("may be left out", "可不译出")) }
    let joint = Phrase(", ", "，")(in: invocation.language)
    return remarks.map { $0(in: invocation.language) }.joined(separator: joint)
  }

  private static let bounds = [
    "atLeast": Phrase("at least", "下限，含本数"), "moreThan": Phrase("more than", "下限，不含本数"),
    "atMost": Phrase("at most", "上限，含本数"), "lessThan": Phrase("less than", "上限，不含本数"),
  ]

  private static let kinds = [
    "number": "数字", "ordinal": "序数", "multiple": "倍数", "amount": "金额", "measure": "计量",
    "date": "日期", "dateSpan": "起止日期", "time": "时刻", "plan": "五年规划", "identifier": "文号",
    "clause": "条款", "url": "网址", "email": "邮箱", "version": "版本号", "serial": "号码",
    "placeholder": "占位符",
  ]
}
