package import TextAnalysis

extension Severity {
  /// The word that a reader sees.
  package var phrase: Phrase {
    switch self {
    case .error: Phrase("error", "错误")
    case .warning: Phrase("warning", "警告")
    case .hint: Phrase("hint", "提示")
    }
  }
}

extension CheckReport {
  /// How many errors, warnings and hints there are, in words: the line under a report.
  package var summary: Phrase {
    let segments = Phrase(
      segmentCount == 1 ? "1 segment" : "\(grouped(segmentCount)) segments",
      "\(grouped(segmentCount)) 个语段")
    guard findingCount > 0 else {
      return Phrase(
        "\(segments.english): nothing was found.", "\(segments.chinese)：未发现问题。")
    }
    let numbers: [(Severity, Int)] = [
      (.error, counts.reduce(0) { $0 + $1.errors }),
      (.warning, counts.reduce(0) { $0 + $1.warnings }),
      (.hint, counts.reduce(0) { $0 + $1.hints }),
    ]
    let parts = numbers.filter { $0.1 > 0 }.map { severity, count in
      Phrase(
        "\(grouped(count)) \(severity.phrase.english)\(count == 1 ? "" : "s")",
        "\(severity.phrase.chinese) \(grouped(count))")
    }
    return Phrase(
      "\(parts.map(\.english).joined(separator: ", ")) in \(segments.english).",
      "\(segments.chinese)：\(parts.map(\.chinese).joined(separator: "，"))。")
  }

  /// What the report does not list, in words; nothing where it lists all.
  package var leftOut: Phrase? {
    guard leftOutCount > 0 else { return nil }
    return Phrase(
      "\(grouped(leftOutCount)) of \(grouped(findingCount)) findings are left out; "
        + "--limit N lists more, --format json all.",
      "共 \(grouped(findingCount)) 处，略去 \(grouped(leftOutCount)) 处；--limit N 可多列，"
        + "--format json 全部列出。")
  }

  /// What was switched off in the document, in words; nothing where nothing was.
  package var suppressedCount: Phrase? {
    guard !suppressed.isEmpty else { return nil }
    let count = suppressed.count
    return Phrase(
      count == 1
        ? "1 finding is switched off in the document."
        : "\(grouped(count)) findings are switched off in the document.",
      "文档中另有 \(grouped(count)) 处已注明忽略。")
  }
}

/// A number with its thousands parted.
func grouped(_ number: Int) -> String {
  var digits = String(number)
  var place = digits.count - 3
  while place > 0 {
    digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
    place -= 3
  }
  return digits
}
