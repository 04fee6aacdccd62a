import Foundation
import Terminology
import TextAnalysis
struct LookUpBenchmark {
  func run() throws {
    guard let d = try ChineseEnglishDictionary() else { print("skipped"); return }
    var entries: [ConceptEntry] = []
    for e in d.entries {
      var t = [TermSection(language: .simplifiedChinese, text: e.simplified), TermSection(language: .traditionalChinese, text: e.traditional)]
      for g in e.glosses { t.append(TermSection(language: .english, text: g)) }
      entries.append(ConceptEntry(id: e.id, kind: .technical, terms: t))
    }
    var c = 0, b = 0
    let t0 = DispatchTime.now().uptimeNanoseconds
    for e in entries { for k in e.termKeys { c += 1; b += k.text.utf8.count } }
    let t1 = DispatchTime.now().uptimeNanoseconds
    print("keys", c, b, Double(t1 - t0) / 1e9, "s")
    var f = 0
    for e in entries { for t in e.terms { f += KeyFolder.squeezed(t.text).utf8.count } }
    let t2 = DispatchTime.now().uptimeNanoseconds
    print("fold", f, Double(t2 - t1) / 1e9, "s")
    for e in entries { for t in e.terms where t.language.isChinese { f += Pinyin.keys(of: t.text).full.count } }
    let t3 = DispatchTime.now().uptimeNanoseconds
    print("pinyin", f, Double(t3 - t2) / 1e9, "s")
    for e in entries { for t in e.terms { f += Qualifier.forms(of: t.text).count } }
    let t4 = DispatchTime.now().uptimeNanoseconds
    print("qual", f, Double(t4 - t3) / 1e9, "s")
    var builder = TermSearchFileBuilder()
    for (i, e) in entries.enumerated() { builder.add(e, row: i) }
    let t5 = DispatchTime.now().uptimeNanoseconds
    let s = builder.sections()
    let t6 = DispatchTime.now().uptimeNanoseconds
    print("search add", Double(t5 - t4) / 1e9, "layout", Double(t6 - t5) / 1e9, s.map(\.count))
  }
}
