import Testing
import TextAnalysis

struct LanguageTagTests {
  @Test(arguments: [
    ("en", "en"), ("EN", "en"), ("eng", "en"), ("en_us", "en-US"), ("en-GB", "en-GB"),
    ("zh", "zh-Hans"), ("zho", "zh-Hans"), ("chi", "zh-Hans"), ("zh-CN", "zh-Hans-CN"),
    ("zh_CN", "zh-Hans-CN"), ("ZH-cn", "zh-Hans-CN"), ("zh_hans", "zh-Hans"),
    ("zh-Hant", "zh-Hant"), ("zh-tw", "zh-Hant-TW"), ("zh_HK", "zh-Hant-HK"),
    ("zh-Hant-TW", "zh-Hant-TW"), ("zh-Hans-SG", "zh-Hans-SG"), ("zh-cmn-Hans-CN", "zh-Hans-CN"),
    ("de-Latn-1996", "de-Latn"), ("es-419", "es-419"),
  ])
  func `understands the codes in use`(text: String, canonical: String) {
    #expect(LanguageTag(text)?.description == canonical)
  }

  @Test(arguments: ["", "e", "1e", "english", "中文", "x-private"])
  func `refuses what begins with no language code`(text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test(arguments: [
    ("zh-Hans", "zh-Hans-CN", true), ("zh-Hans-CN", "zh-Hans", false),
    ("zh-Hans", "zh-Hant", false), ("en", "en-GB", true), ("en", "zh", false),
  ])
  func `what is asked for is answered by what is at least as narrow`(
    wanted: String, given: String, expected: Bool
  ) throws {
    let (wanted, given) = (try #require(LanguageTag(wanted)), try #require(LanguageTag(given)))
    #expect(wanted.matches(given) == expected)
  }
}
