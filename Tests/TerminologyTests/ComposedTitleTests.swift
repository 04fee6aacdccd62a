import Terminology
import Testing

struct ComposedTitleTests {
  @Test(arguments: [
    ("网络安全审查办法（修订草案征求意见稿）", "网络安全审查办法"),
    ("网络安全审查办法(征求意见稿)", "网络安全审查办法"),
    ("关于印发《工业互联网专项工作组2021年工作计划》的通知", "工业互联网专项工作组2021年工作计划"),
    ("关于印发《汽车数据安全管理若干规定（试行）》的通知", "汽车数据安全管理若干规定"),
    ("Measures for Cybersecurity Review (Draft for Comments)", "Measures for Cybersecurity Review"),
    ("measures for X (DRAFT FOR COMMENTS)", "measures for X"),
    ("Notice on Issuing the Action Plan for 5G Application", "Action Plan for 5G Application"),
  ])
  func `takes known markers off a title`(title: String, core: String) {
    #expect(ComposedTitle(title)?.core == core)
  }

  @Test(arguments: ["网络安全审查办法", "（试行）", "Measures for Cybersecurity Review", "", "(Trial)"])
  func `leaves a title without markers, and markers without a title, alone`(title: String) {
    #expect(ComposedTitle(title) == nil)
  }

  @Test func `puts the markers' equivalents around the equivalent of the core`() throws {
    let draft = try #require(ComposedTitle("网络安全审查办法（修订草案征求意见稿）"))
    #expect(draft.side == .chinese)
    #expect(
      draft.rendered("Measures for Cybersecurity Review", .english)
        == "Measures for Cybersecurity Review (Revised Draft for Comments)")
    let notice = try #require(ComposedTitle("关于印发《甲办法（试行）》的通知"))
    #expect(
      notice.rendered("Measures for A", .english) == "Notice on Issuing the Measures for A (Trial)")
    let trial = try #require(ComposedTitle("Measures for A (for Trial Implementation)"))
    #expect(trial.rendered("甲办法", .chinese) == "甲办法（试行）")
  }
}
