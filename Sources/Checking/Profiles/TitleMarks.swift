import TextAnalysis

/// Where the titles of laws and other policies stand in 《》.
///
/// | place    | in 《》 | from |
/// | -------- | ------ | ---- |
/// | mainland | yes    | GB/T 15834—2011 标点符号用法, the clause on 书名号; inside 《》 stand 〈〉 |
/// | hongkong | yes    | common usage: the Chinese texts of ordinances cite each other so |
/// | taiwan   | no     | common usage: statutes cite each other without marks |
enum TitleMarks {
  /// Whether a text has its titles of policies in 《》.
  static func areRequired(_ profile: Profile, _ language: LanguageTag) -> Bool {
    profile.region != .taiwan && language.region != "TW"
  }

  /// What the rule is taken from.
  static func source(of profile: Profile) -> String {
    profile.region == .hongkong ? "香港慣用" : "GB/T 15834—2011"
  }

  /// Titles that enacted texts themselves cite without marks: 根据宪法，制定本法.
  static let bare: Set<String> = ["宪法", "憲法", "民法典", "刑法"]
}
