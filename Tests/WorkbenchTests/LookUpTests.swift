import Foundation
import Testing
import Workbench

struct LookUpTests {
  static let starters = Result { try StarterStore() }
  private var bench: Workbench { get throws { try Self.starters.get().bench } }

  @Test func explore() throws {
    let bench = try bench
    for q in ["SAMR", "CAS", "gongxinbu", "gxb", "gōng xìn bù", "网络安全审查办法（修订草案征求意见稿）", "Cybersapce Administration", "国家市场监督管里总局", "质检总局", "銀保監會", "railway radio", "Radio Regulations", "国家市场监管总局", "datasecurity law", "中华人民共和国数据安全法", "ministry of commerce of the people's republic of china", "CAC", "digital twins", "药监局", "银监局","中国","agency.samr", "数据", "China Association","railway"] {
      let a = try bench.lookUp(LookUpRequest(q))
      print("==", q, a.bearers)
      for r in a.results { print("   ", r.id, r.match.by, r.match.score, r.match.term, "|", r.terms.prefix(3).map(\.text).joined(separator: " / "), r.composed.map { "\($0.en ?? "-") \($0.zhHans ?? "-")" } ?? "", r.heirs.map { "→\($0.id)" }.joined()) }
    }
    print(try bench.validate().faults.prefix(20).joined(separator: "\n"))
    let i = try bench.info(); print(i.concepts, i.terms, i.verifiedTerms, i.officialTerms)
  }
}
