import Foundation
import TestSupport
import TextAnalysis

/// How long reading figures takes, and how many of the English side of professional translations
/// have an equal on the Chinese side.
struct FiguresBenchmark {
  func run() {
    guard let text = SharedData.text(of: "tm/en-zh.tsv.xz") else { return }
    var pairs: [(english: String, chinese: String)] = []
    for line in text.split(separator: "\n") where line.hasPrefix("tico19\t") {
      let cells = line.split(separator: "\t")
      if cells.count == 3 { pairs.append((String(cells[1]), String(cells[2]))) }
    }
    pairs = Array(pairs.prefix(2000))
    print("TICO-19, \(pairs.count) pairs")
    printTable(
      [["side", "figures", "µs a segment", "µs a 100 characters"]]
        + [
          speed("English", pairs.map(\.english), .english),
          speed("Chinese", pairs.map(\.chinese), .simplifiedChinese),
        ])
    printTable(agreement(of: pairs))
  }

  private func speed(_ name: String, _ texts: [String], _ language: LanguageTag) -> [String] {
    var (measurement, count) = (Measurement(), 0)
    for _ in 0..<9 {
      measurement.run {
        count = 0
        for text in texts { count += Figures.find(in: text, language: language).count }
      }
    }
    let scalars = texts.reduce(0) { $0 + $1.unicodeScalars.count }
    let total = measurement.milliseconds(at: 0.5) * 1000
    func written(_ value: Double) -> String { String(format: "%.2f", value) }
    return [
      name, String(count), written(total / Double(texts.count)),
      written(total / Double(scalars) * 100),
    ]
  }

  private func agreement(of pairs: [(english: String, chinese: String)]) -> [[String]] {
    var (total, same, near, weak) = (0, 0, 0, 0)
    for pair in pairs {
      let chinese = Figures.find(in: pair.chinese, language: .simplifiedChinese)
      for figure in Figures.find(in: pair.english, language: .english) {
        total += 1
        if chinese.contains(where: { $0.means(figure) }) {
          same += 1
        } else if chinese.contains(where: { $0.sharesNumber(with: figure) }) {
          near += 1
        } else if figure.isWeak {
          weak += 1
        }
      }
    }
    let rows = [
      ("English figures", total), ("the same in Chinese", same), ("the same number only", near),
      ("none, but weak", weak), ("none", total - same - near - weak),
    ]
    return rows.map { name, count in
      [name, String(count), String(format: "%.1f %%", 100 * Double(count) / Double(max(1, total)))]
    }
  }
}
