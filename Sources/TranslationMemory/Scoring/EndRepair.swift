/// Gives a target the final mark and the accelerator key that the query has and the source has not.
enum EndRepair {
  static func repair(
    _ target: inout String, _ adaptations: inout [Adaptation], source: String, query: String
  ) {
    repairMark(&target, &adaptations, source: source, query: query)
    repairKey(&target, &adaptations, source: source, query: query)
  }
}

extension EndRepair {
  /// A final mark of English text and the forms that it has in Chinese, the usual one first.
  private static let marks: [(mark: String, forms: [String])] = [
    ("...", ["...", "…", "……"]), ("…", ["…", "...", "……"]), (":", ["：", ":"]), (".", ["。", "."]),
    ("?", ["？", "?"]), ("!", ["！", "!"]), ("。", [".", "。"]), ("：", [":", "："]),
    ("？", ["?", "？"]), ("！", ["!", "！"]), ("；", [";", "；"]), (";", ["；", ";"]),
  ]

  private static func ending(_ text: some StringProtocol) -> (mark: String, forms: [String])? {
    marks.first { text.hasSuffix($0.mark) }
  }

  private static func repairMark(
    _ target: inout String, _ adaptations: inout [Adaptation], source: String, query: String
  ) {
    let (theirs, ours) = (ending(source.trimmedEnd), ending(query.trimmedEnd))
    guard theirs?.mark != ours?.mark else { return }
    var text = target.trimmedEnd
    var old = ""
    if let theirs {
      let forms = theirs.forms.sorted { $0.utf8.count > $1.utf8.count }
      guard let form = forms.first(where: { text.hasSuffix($0) }) else { return }
      text = text.dropLast(form.count).trimmedEnd
      old = form
    } else if ending(text) != nil {
      return
    }
    let new = ours?.forms[0] ?? ""
    let start = text.unicodeScalars.count
    target = text + new
    adaptations.append(
      Adaptation(
        kind: .punctuation, from: old, to: new, range: start..<start + new.unicodeScalars.count))
  }
}

extension EndRepair {
  /// The accelerator of a text, `_F` or `&F`: nothing where there is none or more than one mark.
  private static func key(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let places = bytes.indices.filter { isMark(bytes[$0]) }
    guard places.count == 1, places[0] + 1 < bytes.count else { return nil }
    let place = places[0]
    let next = bytes[place + 1]
    guard isAlphanumeric(next) else { return nil }
    if place > 0, WrittenForm.isWordByte(bytes[place - 1]) {
      guard isLetter(bytes[place - 1]), isLetter(next) else { return nil }
    }
    return String(decoding: [bytes[place]], as: UTF8.self)
      + String(decoding: [next], as: UTF8.self).uppercased()
  }

  /// Where a target names its key in brackets, with the space before it: `(_F)`.
  private static func bracketedKey(_ text: String) -> Range<String.Index>? {
    let characters = Array(text.indices)
    for (number, start) in characters.enumerated() where text[start] == "(" || text[start] == "（" {
      guard number + 3 < characters.count, "_&".contains(text[characters[number + 1]]),
        text[characters[number + 2]].isASCII, text[characters[number + 2]].isLetter
          || text[characters[number + 2]].isNumber,
        ")）".contains(text[characters[number + 3]])
      else { continue }
      let end = text.index(after: characters[number + 3])
      let before = number > 0 ? characters[number - 1] : start
      return (text[before] == " " ? before : start)..<end
    }
    return nil
  }

  private static func repairKey(
    _ target: inout String, _ adaptations: inout [Adaptation], source: String, query: String
  ) {
    let (theirs, ours) = (key(source), key(query))
    guard theirs != ours else { return }
    let place = bracketedKey(target)
    if theirs != nil, let place {
      let new = ours.map { "(\($0))" } ?? ""
      let old = String(target[place])
      let start = target[..<place.lowerBound].unicodeScalars.count
      target.replaceSubrange(place, with: new)
      shift(&adaptations, from: start, by: new.unicodeScalars.count - old.unicodeScalars.count)
      adaptations.append(
        Adaptation(
          kind: .accelerator, from: old, to: new, range: start..<start + new.unicodeScalars.count))
    } else if theirs == nil, let ours, place == nil {
      let end = target.endIndex(before: ":：.。…")
      let new = "(\(ours))"
      let start = target[..<end].unicodeScalars.count
      target.insert(contentsOf: new, at: end)
      shift(&adaptations, from: start, by: new.unicodeScalars.count)
      adaptations.append(
        Adaptation(
          kind: .accelerator, from: "", to: new, range: start..<start + new.unicodeScalars.count))
    }
  }

  private static func shift(_ adaptations: inout [Adaptation], from place: Int, by count: Int) {
    for index in adaptations.indices where adaptations[index].range.lowerBound >= place {
      let range = adaptations[index].range
      adaptations[index].range = range.lowerBound + count..<range.upperBound + count
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "&")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension StringProtocol {
  fileprivate var trimmedEnd: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return String(self[..<end])
  }
}

extension String {
  /// Where the marks at the end begin.
  fileprivate func endIndex(before marks: String) -> Index {
    var end = endIndex
    while end > startIndex, marks.contains(self[index(before: end)]) { end = index(before: end) }
    return end
  }
}
