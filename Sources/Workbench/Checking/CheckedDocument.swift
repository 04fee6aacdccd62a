import Checking
import Interchange
import TextAnalysis

/// All that is checked at once, segment by segment.
struct CheckedDocument {
  private(set) var segments: [CheckedSegment] = []
  /// What somebody should know of the files.
  private(set) var notices: [Phrase] = []
  private var blockCount = 0

  /// Reads it.
  ///
  /// - Parameters:
  ///   - inputs: The files.
  ///   - settings: The languages that were asked for.
  /// - Throws: ``CheckFault`` and `InterchangeError`, where a file cannot be read or paired.
  init(_ inputs: [CheckRequest.Input], _ settings: CheckSettings) throws {
    for input in inputs {
      switch input {
      case .bilingual(let text):
        var file = try BilingualFile(text, from: settings.from, to: settings.to)
        try file.read()
        take(file.segments, file.notices)
      case .document(let text):
        let document = try PlacedDocument(text, language: settings.from, settings.profile)
        guard !document.blocks.isEmpty else { throw CheckFault.noText(file: text.name) }
        take(document.blocks.flatMap { $0.segments() }, document.notices)
      case .pair(let source, let target):
        let source = try PlacedDocument(source, language: settings.from, settings.profile)
        let target = try PlacedDocument(target, language: settings.to, settings.profile)
        take(try DocumentPairing(source, target).segments(), source.notices + target.notices)
      }
    }
  }

  /// Adds what a file has; blocks are numbered on.
  private mutating func take(_ read: [CheckedSegment], _ said: [Phrase]) {
    var last = 0
    for var segment in read {
      last = max(last, segment.blockNumber + 1)
      segment.blockNumber += blockCount
      segments.append(segment)
    }
    blockCount += last
    notices += said
  }
}

extension CheckRequest.Text {
  /// The bytes.
  func source() throws(InterchangeError) -> ByteSource {
    switch self {
    case .file(let path): try ByteSource(path: path)
    case .bytes(let bytes, let name): ByteSource(bytes: bytes, name: name)
    }
  }

  /// The ending of the name, in lower case.
  var ending: String {
    let name = name.lowercased()
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "" }
    return String(name[name.index(after: dot)...])
  }
}
