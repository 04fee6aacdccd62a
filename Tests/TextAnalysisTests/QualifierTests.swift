import TestSupport
import Testing
import TextAnalysis

struct QualifierTests {
  @Test(arguments: [
    ("Data Security Law of the People's Republic of China", "Data Security Law"),
    ("Data Security Law of the People’s Republic of China", "Data Security Law"),
    ("Ministry of Commerce of the PRC", "Ministry of Commerce"),
    ("Ministry of Commerce of P.R. China", "Ministry of Commerce"),
    ("Ministry of Commerce of P.R.China", "Ministry of Commerce"),
    ("Ministry of Commerce, P. R. China", "Ministry of Commerce"),
    ("Ministry of Commerce (PRC)", "Ministry of Commerce"),
    ("Ministry of Commerce, PRC.", "Ministry of Commerce."),
    ("Ministry of Commerce People's Republic of China", "Ministry of Commerce"),
    ("Ministry of Commerce, People's Republic of China", "Ministry of Commerce"),
    ("Ministry of Commerce of the P.R.C.", "Ministry of Commerce"),
    ("People's Republic of China Metrology Law", "Metrology Law"),
    ("The People's Republic of China's Metrology Law", "Metrology Law"),
    (
      "Metrology Law of the People's Republic of China (2018 Amendment)",
      "Metrology Law (2018 Amendment)"
    ),
    ("中华人民共和国数据安全法", "数据安全法"), ("中華人民共和國數據安全法", "數據安全法"),
    ("《中华人民共和国数据安全法》", "《数据安全法》"), ("国家标准化管理委员会", "标准化管理委员会"),
    ("國家標準化管理委員會", "標準化管理委員會"),
    ("中华人民共和国国家发展和改革委员会", "发展和改革委员会"),
  ])
  func `a name loses what only says whose it is`(name: String, stripped: String) {
    #expect(Qualifier.stripped(name) == stripped)
  }

  @Test func `each stage is offered`() {
    #expect(
      Qualifier.forms(of: "中华人民共和国国家发展和改革委员会") == ["国家发展和改革委员会", "发展和改革委员会"])
  }

  @Test(arguments: [
    "", "中国", "国家", "国家法", "中华人民共和国", "People's Republic of China",
    "The People's Republic of China", "PRC", "PRC law firm of Perth", "of the PRC", "国家级高新区",
    "People's Bank of China", "Prcs", "Ministry of Commerce", "process", "Republic of China",
    "the Relations with the PRCs", "PR", "pr", "P", "中", "国", "P.R.",
  ])
  func `a name without a qualifier, or of nothing else, is left`(name: String) {
    if name == "PRC law firm of Perth" {
      #expect(Qualifier.stripped(name) == "law firm of Perth")
    } else {
      #expect(Qualifier.forms(of: name).isEmpty)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `every form is a shorter name, whatever the text`(seed: UInt64) {
    let pieces = [
      "of ", "the ", "The", "People's", " Republic", " of", " China", "PRC", "P.", "R.", " ", "p",
      ".", ",", "(", ")", "中华人民共和国", "国家", "國家", "《", "法", "数据", "Law", "’s", "中", "\u{301}",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = (0..<Int.random(in: 0...8, using: &generator))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      var longer = text
      for form in Qualifier.forms(of: text) {
        #expect(!form.isEmpty && form.count < longer.count, "\(text)")
        longer = form
      }
    }
  }
}
