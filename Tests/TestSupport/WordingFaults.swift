public import TextAnalysis

/// What a wording must be.
public enum WordingShape: Sendable {
  /// A sentence, which ends as sentences do.
  case sentence
  /// Words that stand within a sentence.
  case clause
}

/// Returns what is wrong with the Chinese words of something, a line each; nothing where they are
/// Chinese, end and are punctuated as Chinese is, and hold all the data that the English holds.
public func wordingFaults(of worded: some Worded, as shape: WordingShape = .sentence) -> [String] {
  let (english, chinese) = (worded.message(in: .english), worded.message(in: .chinese))
  var faults: [String] = []
  if english != worded.description { faults.append("the description is not the English") }
  if !chinese.contains(where: isHan) { faults.append("there is no Chinese") }
  if shape == .sentence, !chinese.hasSuffix("。"), !chinese.hasSuffix("？") {
    faults.append("the sentence does not end")
  }
  let characters = Array(chinese)
  for (place, mark) in characters.enumerated() where ",;:!?()'\"".contains(mark) {
    let neighbours = [place - 1, place + 1].filter(characters.indices.contains)
    if neighbours.contains(where: { isHan(characters[$0]) }) {
      faults.append("'\(mark)' stands beside a Han character")
    }
  }
  for datum in data(of: worded) where english.contains(datum) && !chinese.contains(datum) {
    faults.append("'\(datum)' is missing")
  }
  return faults.map { "\($0): \(chinese)" }
}

/// Returns the names of the cases of some values of an enumeration.
public func caseNames(_ values: [some Any]) -> Set<String> {
  Set(values.map { Mirror(reflecting: $0).children.first?.label ?? "\($0)" })
}

/// The texts and numbers that something is made of.
private func data(of value: Any) -> [String] {
  switch value {
  case let phrase as Phrase: [phrase.chinese]
  case let text as String: text.isEmpty ? [] : [text]
  case let number as Int: [String(number)]
  default: Mirror(reflecting: value).children.flatMap { data(of: $0.value) }
  }
}

private func isHan(_ character: Character) -> Bool {
  character.unicodeScalars.first?.properties.isIdeographic == true
}
