import Foundation

/// CC-CEDICT as a glossary of 118,961 concepts: one concept a line, its Simplified and Traditional
/// headwords and its English glosses as terms.
struct ChineseEnglishDictionary {
  /// One line of the dictionary.
  struct Entry {
    var id: String
    var traditional: String
    var simplified: String
    var pinyin: String
    var glosses: [String]
  }

  let entries: [Entry]

  /// Unpacks and reads the dictionary of the shared data; nothing where there is no such data.
  init?() throws {
    guard let data = ProcessInfo.processInfo.environment["ZHENGMING_DATA"] else { return nil }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xz", "-dc", data + "/chinese/cc-cedict.txt.xz"]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    var entries: [Entry] = []
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"),
        let slash = line.firstIndex(of: "/")
      else { continue }
      let words = line[..<open].split(separator: " ")
      guard words.count == 2 else { continue }
      let glosses = line[slash...].split(separator: "/").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let number = String(entries.count + 1)
      entries.append(
        Entry(
          id: "term.cedict-" + String(repeating: "0", count: 6 - number.count) + number,
          traditional: String(words[0]), simplified: String(words[1]),
          pinyin: String(line[line.index(after: open)..<close]),
          glosses: glosses.filter { !$0.isEmpty }))
    }
    self.entries = entries
  }

  /// Writes the entries as a native CSV.
  func writeNativeCSV(to path: String) throws {
    var text = "id,kind,subject,language,term,status\n"
    for entry in entries {
      var first = true
      func row(_ language: String, _ term: String, _ status: String) {
        let quoted = "\"" + term.replacing("\"", with: "\"\"") + "\""
        text += "\(entry.id),\(first ? "technical,general" : ","),\(language),\(quoted),\(status)\n"
        first = false
      }
      row("zh-Hans", entry.simplified, "preferred")
      if entry.traditional != entry.simplified { row("zh-Hant", entry.traditional, "preferred") }
      var seen: Set<String> = []
      for gloss in entry.glosses where seen.insert(gloss).inserted {
        row("en", gloss, seen.count == 1 ? "preferred" : "admitted")
      }
    }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }
}
