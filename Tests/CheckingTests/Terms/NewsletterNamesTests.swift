import Checking
import Terminology
import TestSupport
import Testing
import TextAnalysis

/// The newsletter, whose contradictions people have listed, checked without any glossary.
struct NewsletterNamesTests {
  private static let document: [CheckedSegment]? = {
    guard let text = SharedData.text(of: "newsletter/sesec-newsletter-2021-06-07.txt") else {
      return nil
    }
    var lines: [Int] = []
    var line = 1
    for scalar in text.unicodeScalars {
      lines.append(line)
      if scalar == "\n" { line += 1 }
    }
    return Segmenter.segments(of: text).map { segment in
      let language: LanguageTag =
        TextScript(of: segment.text) == .han ? .simplifiedChinese : .english
      let position = TextPosition(line: lines[segment.scalars.lowerBound], column: 1)
      return CheckedSegment(
        source: nil,
        target: CheckedText(
          Segment(segment.text), language: language,
          stretches: [.init(scalarOffset: 0, position: position)]),
        block: segment.block, blockNumber: segment.blockNumber)
    }
  }()

  private static let findings: [Finding] =
    document.map { TermCheck.findings(in: $0, [], asOf: nil) } ?? []

  /// What readers found, each by words of the message.
  private static let expected: [(what: String, words: [String])] = [
    ("CCSA under two names", ["CCSA stands for", "China Communication Standardization Association"]),
    ("MEE under two names", ["MEE stands for", "Ministry of Ecological and Environment"]),
    ("ITEI and IETI", ["Instrumentation Technology and Economy Institute", "ITEI", "IETI"]),
    ("MOT and MoT", ["MOT", "MoT"]),
    ("CAC for two bodies", ["CAC stands for", "Cyberspace Affairs Commission"]),
    ("SAC in full and short", ["SAC stands for", "'Standardization Administration'"]),
    ("IMSG and the General Group", ["Standardisation Administration Group", "General Group"]),
    ("the Sino-German commission", ["Sino-German Standardization Cooperation Commission"]),
    ("the decree on cars' data", ["Several Provisions", "Regulations on Automobile Data Security"]),
    ("the radio guidelines", ["Internet of Things and Radio Frequency Guidelines"]),
    ("the railway radio measures", ["Railway Radio Management Measures"]),
    ("the key points", ["Automotive Standardization in 2021", "Standardization Work in 2021"]),
    ("the manufacturing guidelines", ["China National Intelligent Manufacturing Standardization"]),
    ("the carbon market", ["Carbon Emissions Trading Market", "Carbon Emission Trading Market"]),
    ("the marker of a draft", ["Draft to Solicit Comments", "Draft for Comments"]),
    ("the marker of a trial", ["'Trial'", "'Trial Implementation'"]),
    ("IoV and IOV", ["IOV", "IoV"]),
    ("oneM2M and OneM2M", ["oneM2M", "OneM2M"]),
    ("standardisation", ["Standardisation", "'standardization'", "132×"]),
    ("organisations", ["Organisations", "'organization'"]),
    ("tele-communication", ["tele-communication", "'telecommunication'"]),
  ]

  @Test(.enabled(if: document != nil), arguments: expected.map(\.what))
  func `what readers found in the newsletter is found`(_ what: String) throws {
    let words = try #require(Self.expected.first { $0.what == what }?.words)
    let found = Self.findings.filter { finding in
      words.allSatisfy { finding.message.english.contains($0) }
    }
    #expect(found.count == 1)
  }

  @Test(.enabled(if: document != nil))
  func `little else is found in the newsletter, and each place is counted once`() {
    #expect(Self.findings.count <= 31)
    #expect(Self.findings.allSatisfy { $0.severity != .error })
    #expect(Set(Self.findings.map(\.message)).count == Self.findings.count)
  }
}
