import TextAnalysis

/// A kind of quotation marks.
enum QuotationStyle: Int, CaseIterable {
  /// “ ” and, inside, ‘ ’.
  case curly
  /// 「 」 and, inside, 『 』.
  case corner
  /// " ", as typewriters had them.
  case straight

  /// The outer marks.
  var marks: (opening: String, closing: String) {
    switch self {
    case .curly: ("“", "”")
    case .corner: ("「", "」")
    case .straight: ("\"", "\"")
    }
  }
}

/// The quotation marks of Chinese text by place.
///
/// | place    | outer | inner | from |
/// | -------- | ----- | ----- | ---- |
/// | mainland | “ ”   | ‘ ’   | GB/T 15834—2011 标点符号用法, the clause on 引号, for horizontal text |
/// | taiwan   | 「 」  | 『 』  | 重訂標點符號手冊 of the Ministry of Education, 引號: the single ones first |
/// | hongkong | 「 」  | 『 』  | common usage of publishers and government; no standard says so |
///
/// Text in Traditional characters is held to the table's second row where the profile is the
/// mainland's, which nobody may have chosen.
enum QuotationMarks {
  /// Returns what a Chinese text quotes with.
  static func style(of profile: Profile, _ language: LanguageTag) -> QuotationStyle {
    switch profile.region {
    case .taiwan, .hongkong: .corner
    case .mainland: language.script == "Hant" ? .corner : .curly
    }
  }

  /// Returns what a Chinese text's marks are taken from.
  static func source(of profile: Profile, _ language: LanguageTag) -> String {
    switch (style(of: profile, language), profile.region) {
    case (.curly, _), (.straight, _): "GB/T 15834—2011"
    case (.corner, .hongkong): "香港慣用"
    case (.corner, _): "重訂標點符號手冊"
    }
  }
}
