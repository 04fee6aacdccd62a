import TextAnalysis
import Testing

@testable import TranslationMemory

struct MeaningFlipTests {
  private func flips(_ query: Segment, _ source: Segment) -> [MeaningFlip.Kind] {
    MeaningMarkers.flips(query: PreparedSegment(query), source: PreparedSegment(source))
      .map(\.kind)
  }

  @Test(arguments: [
    ("The operator shall report.", "The operator may report.", MeaningFlip.Kind.modal),
    ("The operator shall report.", "The operator should report.", .modal),
    ("经营者应当报告。", "经营者可以报告。", .modal), ("经营者宜报告。", "经营者应报告。", .modal),
    ("The report is public.", "The report is not public.", .negation),
    ("Don’t disclose it.", "Do disclose it.", .negation),
    ("信息公开。", "信息不公开。", .negation), ("未经批准的项目", "经批准的项目", .negation),
    ("at least 30 days", "up to 30 days", .bound), ("30日以上", "30日以下", .bound),
    ("超过100万元的", "100万元以上的", .bound), ("不少于三十日", "不超过三十日", .bound),
    ("within 30 days", "more than 30 days", .bound),
  ])
  func `a word that turns the meaning round is told`(
    query: String, source: String, kind: MeaningFlip.Kind
  ) {
    #expect(flips(Segment(query), Segment(source)).contains(kind))
  }

  @Test(arguments: [
    ("The operator shall report.", "The operator must report."),
    ("经营者应当报告。", "经营者须报告。"), ("The applications are open.", "The application is open."),
    ("供应链安全", "产业链安全"), ("未来网络", "网络"), ("不断完善", "完善"), ("可靠性", "安全性"),
    ("在2021年5月发布", "在2021年6月发布"), ("in May 2021", "in June 2021"),
    ("See No. 5 above", "See page 5 below"), ("under this Law", "by this Law"),
    ("以上规定", "下列规定"), ("不少于30日", "30日以上"), ("not only for trade", "for trade"),
  ])
  func `other differences are not`(query: String, source: String) {
    #expect(flips(Segment(query), Segment(source)).isEmpty)
  }

  @Test func `a flip names the words of both sides`() throws {
    let flips = MeaningMarkers.flips(
      query: PreparedSegment("不得少于30日"), source: PreparedSegment("应当少于30日"))
    let modal = try #require(flips.first { $0.kind == .modal })
    #expect(modal.source == ["应当"])
  }
}
