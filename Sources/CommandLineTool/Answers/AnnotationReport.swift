import Terminology
import TextAnalysis
import Workbench

/// A text with its terms marked, each with its equivalent where it first stands, and a list of them.
struct AnnotationReport {
  private let answer: AnnotateAnswer
  private let palette: Palette
  private let width: Int?
  private let language: MessageLanguage

  init(
    _ answer: AnnotateAnswer, palette: Palette, width: Int?, in language: MessageLanguage
  ) {
    (self.answer, self.palette, self.width) = (answer, palette, width)
    self.language = language
  }

  /// The report, a line feed at its end.
  var text: String {
    var lines: [String] = []
    var seen: Set<String> = []
    var block = answer.segments.first?.blockNumber
    for segment in answer.segments {
      if segment.blockNumber != block { lines.append("") }
      block = segment.blockNumber
      lines.append(marked(segment, &seen))
    }
    let terms = AnnotationList(answer).terms
    if !terms.isEmpty { lines += [""] + list(terms) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func marked(_ segment: AnnotateAnswer.Segment, _ seen: inout Set<String>) -> String {
    var line = ""
    for run in AnnotatedRun.runs(of: segment) {
      guard let term = run.term, let reading = term.readings.first else {
        line += DisplayWidth.visible(run.text)
        continue
      }
      let styles: [TextStyle] = reading.instead == nil ? [.underline] : [.underline, .red]
      line += palette(DisplayWidth.visible(run.text), styles)
      if let equivalent = reading.equivalent, seen.insert(reading.id + " " + term.text).inserted {
        line += palette("[" + DisplayWidth.visible(equivalent.text) + "]", .green)
      }
    }
    return line
  }

  private func list(_ terms: [AnnotationList.Term]) -> [String] {
    var table = Table()
    table.add(
      [
        Phrase("term", "术语"), Phrase("equivalent", "译名"), Phrase("concept", "概念"),
        Phrase("times", "次数"), Phrase("remark", "备注"),
      ].map { Table.Cell($0(in: language), .dim) })
    for term in terms {
      for (place, reading) in term.readings.enumerated() {
        table.add([
          Table.Cell(place == 0 ? term.text : ""),
          Table.Cell(reading.equivalent?.text ?? "—", .bold), Table.Cell(reading.id, .dim),
          Table.Cell(place == 0 ? "\(term.count)" : ""),
          Table.Cell(AnnotationList.remark(on: reading)(in: language), .red),
        ])
      }
    }
    return table.lines(width: width, palette: palette)
  }
}

/// The terms of a text, each once in the order in which they first stand there.
struct AnnotationList {
  /// A term as it is written, and what it may be.
  struct Term {
    var text: String
    var readings: [AnnotateAnswer.Reading]
    var count = 1
  }

  private(set) var terms: [Term] = []

  init(_ answer: AnnotateAnswer) {
    var places: [String: Int] = [:]
    for term in answer.segments.flatMap(\.terms) {
      let key = ([term.text] + term.readings.map(\.id)).joined(separator: "\n")
      if let place = places[key] {
        terms[place].count += 1
      } else {
        places[key] = terms.count
        terms.append(Term(text: term.text, readings: term.readings))
      }
    }
  }

  /// What is to be said of a term besides its equivalent.
  static func remark(on reading: AnnotateAnswer.Reading) -> Phrase {
    var parts: [Phrase] = []
    if let status = reading.term.administrativeStatus, status != .preferred, status != .admitted {
      parts.append(status.phrase)
    }
    switch reading.term.validity {
    case .notYet: parts.append(Phrase("not yet on that day", "当日尚未启用"))
    case .over: parts.append(Phrase("no more on that day", "当日已停用"))
    case .valid, .sinceUnknown, nil: break
    }
    if let instead = reading.instead {
      parts.append(Phrase("write '\(instead.text)'", "应作“\(instead.text)”"))
    }
    return Phrase(
      parts.map(\.english).joined(separator: ", "), parts.map(\.chinese).joined(separator: "，"))
  }
}
