import DerivedFiles
import Foundation
import Terminology
import TestSupport
import TextAnalysis

/// `benchmarks terms`: recognition with CC-CEDICT as glossary (each headword and its first English
/// gloss) on both columns of the shared translation memory, each in its language.
///
/// Times are of the processor, of one thread, because other work on a machine only adds.
struct TermsBenchmark {
  private static let stamp = DerivedFileStamp(
    mark: TermIndex.mark, formatVersion: TermIndex.formatVersion, storeID: "benchmark",
    changeNumber: 1,
    changeDigest: Array(repeating: 0, count: DerivedFileStamp.digestByteCount))
  private static let rounds = 5

  func run() throws {
    guard let dictionary = try ChineseEnglishDictionary(),
      let table = SharedData.text(of: "tm/en-zh.tsv.xz")
    else {
      print("skipped: no shared data")
      return
    }
    let folder = FileManager.default.temporaryDirectory.path + "/zhengming-terms"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (concepts, characterCount) = Self.concepts(of: dictionary)
    var rows = [["what", "figure"]]
    let made = try Self.seconds {
      _ = try TermIndex.make(in: folder, stamp: Self.stamp) { builder in
        for (row, concept) in concepts.enumerated() { builder.add(concept, row: row) }
      }
    }
    var opening = Measurement()
    var opened: TermIndex?
    for _ in 0..<20 {
      opening.run { opened = TermIndex.existing(in: folder, storeID: "benchmark") }
    }
    guard let index = opened else { return }
    rows += [
      ["terms", "\(index.termCount)"], ["keys", "\(index.keyCount)"],
      ["characters of all terms", "\(characterCount)"],
      ["index, bytes", "\(index.byteCount)"],
      [
        "bytes a term character",
        String(format: "%.1f", Double(index.byteCount) / Double(characterCount)),
      ],
      ["made and written, s", String(format: "%.2f", made)],
      [
        "mapped and compared with its checksum, ms, median of 20",
        String(format: "%.1f", opening.milliseconds(at: 0.5)),
      ],
    ]
    let (english, chinese) = Self.columns(of: table)
    rows += measure(index, english, chinese)
    printTable(rows)
  }

  private func measure(
    _ index: TermIndex, _ english: [String], _ chinese: [String]
  ) -> [[String]] {
    let recogniser = TermRecogniser(index)
    let byteCounts = [english, chinese].map { $0.reduce(0) { $0 + $1.utf8.count } }
    var best = [Double.infinity, .infinity]
    var occurrenceCounts = [0, 0]
    for _ in 0..<Self.rounds {
      for (side, texts) in [english, chinese].enumerated() {
        let language: TextLanguage = side == 0 ? .english : .chinese
        var count = 0
        let seconds = Self.seconds {
          for text in texts {
            count += recogniser.occurrences(in: text, language: language).count
          }
        }
        best[side] = min(best[side], seconds)
        occurrenceCounts[side] = count
      }
    }
    func rate(_ bytes: Int, _ seconds: Double) -> String {
      String(format: "%.1f", Double(bytes) / seconds / 1e6)
    }
    return [
      ["English, bytes", "\(byteCounts[0])"], ["Chinese, bytes", "\(byteCounts[1])"],
      ["English, occurrences", "\(occurrenceCounts[0])"],
      ["Chinese, occurrences", "\(occurrenceCounts[1])"],
      ["English, MB/s, best of \(Self.rounds)", rate(byteCounts[0], best[0])],
      ["Chinese, MB/s, best of \(Self.rounds)", rate(byteCounts[1], best[1])],
      ["both, MB/s", rate(byteCounts[0] + byteCounts[1], best[0] + best[1])],
    ]
  }

  /// A concept a headword.
  private static func concepts(
    of dictionary: ChineseEnglishDictionary
  ) -> ([ConceptEntry], characterCount: Int) {
    var characterCount = 0
    let concepts = dictionary.entries.map { entry in
      var terms = [TermSection(language: .simplifiedChinese, text: entry.simplified)]
      if let gloss = entry.glosses.first {
        terms.append(TermSection(language: .english, text: gloss))
      }
      characterCount += terms.reduce(0) { $0 + $1.text.unicodeScalars.count }
      return ConceptEntry(id: entry.id, kind: .technical, terms: terms)
    }
    return (concepts, characterCount)
  }

  private static func columns(of table: String) -> ([String], [String]) {
    var (english, chinese) = ([String](), [String]())
    for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      english.append(String(Substring(fields[1])))
      chinese.append(String(Substring(fields[2])))
    }
    return (english, chinese)
  }

  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let began = now()
    try body()
    return now() - began
  }
}
