import Foundation
import Testing
import TextAnalysis

@testable import Checking

/// The pages of the rules, and that their examples do what they say.
struct RulePagesTests {
  static let rules = Array(Set(RuleSet.all.rules.map { $0.id })).sorted {
    $0.rawValue < $1.rawValue
  }

  @Test func `every rule has a page with examples, and every page a rule`() throws {
    for rule in Self.rules {
      let page = try #require(try RulePage(of: rule), "\(rule.rawValue) has no page")
      #expect(page.title == rule.rawValue)
      #expect(!page.wrong.isEmpty, "\(rule.rawValue) has no wrong example")
      #expect(!page.right.isEmpty, "\(rule.rawValue) has no right example")
    }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: RulePage.folder.path)) ?? []
    for file in files where file.hasSuffix(".md") {
      let id = try #require(RuleID(rawValue: String(file.dropLast(3))), "\(file)")
      #expect(Self.rules.contains(id), "\(file) is about a rule that is not asked")
    }
  }

  @Test func `a page tells every option of its rule`() throws {
    for rule in RuleSet.all.rules {
      guard let page = try RulePage(of: rule.id) else { continue }
      for option in rule.options {
        #expect(page.text.contains("`\(option.name)`"), "\(rule.id.rawValue): \(option.name)")
      }
    }
  }

  @Test(arguments: RulePagesTests.rules)
  func `wrong examples are found and right ones are not`(rule: RuleID) throws {
    guard let page = try RulePage(of: rule) else { return }
    let rules = RuleSet.all.keeping { $0 == rule }
    let checker = Checker(rules: rules, context: page.context)
    func findings(_ pairs: [RulePage.Pair]) -> [Finding] {
      checker.findings(in: page.segments(of: pairs)).filter { $0.rule == rule }
    }
    let isOfDocument = rules.segmentRules.isEmpty
    if isOfDocument {
      #expect(!findings(page.wrong).isEmpty, "nothing is found in the wrong examples")
      #expect(findings(page.right).map(\.message.english) == [])
    } else {
      for pair in page.wrong { #expect(!findings([pair]).isEmpty, "\(pair)") }
      for pair in page.right {
        #expect(findings([pair]).map(\.message.english) == [], "\(pair)")
      }
    }
  }

  @Test func `what rules say is worded in both languages`() throws {
    for rule in Self.rules {
      guard let page = try RulePage(of: rule) else { continue }
      let checker = Checker(rules: RuleSet.all.keeping { $0 == rule }, context: page.context)
      for finding in checker.findings(in: page.segments(of: page.wrong)) {
        #expect(finding.message.chinese != finding.message.english, "\(rule.rawValue)")
        #expect(
          finding.message.english.hasSuffix(".") || finding.message.english.hasSuffix("?"),
          "\(finding.message.english)")
        #expect(
          finding.message.chinese.hasSuffix("。") || finding.message.chinese.hasSuffix("？"),
          "\(finding.message.chinese)")
      }
    }
  }

  @Test func `a page is read as it is written`() {
    let page = RulePage(
      """
      # spacing

      Prose.

      ## Settings

      - `profile: taiwan/law`
      - as-of: 2021-06-07

      ## Glossary

      | Concept | Language | Term | Status | Since | Until |
      | --- | --- | --- | --- | --- | --- |
      | agency.a | en | Ministry of Things | preferred | 2018-03 | |

      ## Wrong

      | Source | Target |
      | --- | --- |
      | `a\\u{200B}b` | x \\| y |
      | – | 一 |

      """)
    #expect(page.title == "spacing")
    #expect(
      page.wrong == [
        RulePage.Pair(source: "a\u{200B}b", target: "x | y"),
        RulePage.Pair(source: nil, target: "一"),
      ])
    #expect(page.context.profile == Profile(.taiwan, .law))
    #expect(page.context.asOf == PartialDate("2021-06-07"))
    let mentions = page.context.termbase.mentions(
      in: "Of the Ministry of Things.", language: .english)
    #expect(mentions.map(\.scalars) == [7..<25])
  }
}
