import Foundation
import Testing
import TextAnalysis
import TranslationMemory
import Workbench

struct TermRewordingTests {
  /// The starters, and units of their own.
  private final class SampleMemory: Sendable {
    let store: StarterStore
    let bench: Workbench

    init(_ units: [(String, String)]) throws {
      store = try StarterStore()
      bench = try Workbench.open(
        .made(store.folder + "/.zhengming/store.sqlite", of: store.folder), writing: true,
        by: "tester", cacheFolder: store.folder + "/cache", notify: { _ in })
      for (source, target) in units {
        _ = try bench.remember(
          RememberRequest(source: source, target: target, memory: "sample", who: "tester"))
      }
    }

    func reworded(_ query: String, threshold: Int = 50) throws -> MatchAnswer.Reworded? {
      let answer = try bench.match(
        MatchRequest(.segment(query), settings: MatchSettings(threshold: threshold)))
      return answer.segments.first?.matches.first?.reworded
    }
  }

  @Test func `a differing agency takes the form that stands in the target`() throws {
    let memory = try SampleMemory([
      ("Notice of the Ministry of Commerce on export control", "商务部关于出口管制的通知"),
      ("The Ministry of Commerce shall keep the list of goods", "中华人民共和国商务部管理货物清单"),
    ])
    let short = try memory.reworded("Notice of the Ministry of Finance on export control")
    #expect(short?.text == "财政部关于出口管制的通知")
    #expect(short?.changes.map(\.kind) == [.term])
    #expect(short?.changes.first?.range == [0, 3])
    let full = try memory.reworded("The Ministry of Finance shall keep the list of goods")
    #expect(full?.text == "中华人民共和国财政部管理货物清单")
  }

  @Test func `it works from Chinese too`() throws {
    let memory = try SampleMemory([
      ("商务部关于出口管制的通知", "Notice of the Ministry of Commerce on export control")
    ])
    let reworded = try memory.reworded("财政部关于出口管制的通知")
    #expect(reworded?.text == "Notice of the Ministry of Finance on export control")
  }

  @Test func `a rendering that stands twice, or not at all, is left alone`() throws {
    let memory = try SampleMemory([
      ("Notice of the Ministry of Commerce on export control", "商务部关于商务部出口管制的通知"),
      ("The Ministry of Commerce shall keep the list of goods", "本部管理货物清单"),
    ])
    #expect(try memory.reworded("Notice of the Ministry of Finance on export control") == nil)
    #expect(try memory.reworded("The Ministry of Finance shall keep the list of goods") == nil)
  }

  @Test func `a fragment that is a term is tied to its rendering in the target`() throws {
    let memory = try SampleMemory([
      (
        "The list was drawn up by the Standardization Administration of China together with others",
        "该清单由国家标准化管理委员会会同有关部门制定"
      )
    ])
    func fragment(_ query: String) throws -> MatchAnswer.Fragment? {
      let answer = try memory.bench.match(MatchRequest(.segment(query), fragments: .always))
      return answer.segments.first?.fragments.first { $0.memory == "sample" }
    }
    let tied = try fragment("Send it to the Standardization Administration of China at once")
    #expect(tied?.targetRange == [4, 14])
    // Of a run of which the term is the smaller part, the term is no translation.
    let wider = try fragment(
      "This list was drawn up by the Standardization Administration of China together with others")
    #expect(wider?.targetRange == nil)
  }
}
