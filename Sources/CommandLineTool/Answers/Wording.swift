import Storage
import Terminology
import TextAnalysis
import TranslationMemory
import Workbench

// What people are told of the closed lists of the model, in both languages of the command. The
// Chinese words are those of the table of terminologists' words in the documentation.

extension ConceptKind {
  var phrase: Phrase {
    switch self {
    case .agency: Phrase("agency", "机构")
    case .policy: Phrase("policy", "文件")
    case .standard: Phrase("standard", "标准")
    case .technical: Phrase("technical term", "技术术语")
    case .name: Phrase("name", "名称")
    }
  }
}

extension AdministrativeStatus {
  var phrase: Phrase {
    switch self {
    case .preferred: Phrase("preferred", "首选")
    case .admitted: Phrase("admitted", "许用")
    case .deprecated: Phrase("deprecated", "不推荐")
    case .superseded: Phrase("superseded", "曾称")
    }
  }
}

extension UnitState {
  /// How far a translation can be trusted, in English the word that JSON has.
  var phrase: Phrase {
    switch self {
    case .reviewed: Phrase(rawValue, "已审校")
    case .draft: Phrase(rawValue, "草稿")
    case .machine: Phrase(rawValue, "机器翻译")
    case .aligned: Phrase(rawValue, "自动对齐")
    }
  }
}

extension TermType {
  var phrase: Phrase {
    switch self {
    case .fullForm: Phrase("full form", "全称")
    case .acronym: Phrase("acronym", "首字母缩写")
    case .abbreviation: Phrase("abbreviation", "缩写")
    case .shortForm: Phrase("short form", "简称")
    case .variant: Phrase("variant", "又称")
    case .phrase: Phrase("phrase", "短语")
    }
  }
}

extension Register {
  var phrase: Phrase {
    switch self {
    case .neutral: Phrase("neutral", "通用")
    case .colloquial: Phrase("colloquial", "俗称")
    case .technical: Phrase("specialist", "专业用语")
    }
  }
}

extension Authority {
  var phrase: Phrase {
    switch self {
    case .enacted: Phrase("enacted text", "法律文本")
    case .issuer: Phrase("issuer", "发布机构")
    case .database: Phrase("database", "官方术语库")
    case .international: Phrase("international", "国际组织")
    case .press: Phrase("press", "报刊")
    case .house: Phrase("house", "本单位")
    }
  }
}

extension Standing {
  var phrase: Phrase {
    switch self {
    case .official(let authority):
      Phrase(
        "official (\(authority.phrase.english))", "官方（\(authority.phrase.chinese)）")
    case .sourced(let authority?):
      Phrase(
        "not official (\(authority.phrase.english))", "非官方（\(authority.phrase.chinese)）")
    case .sourced(nil): Phrase("not official", "非官方")
    case .unverified: Phrase("unverified", "未核实")
    case .composed: Phrase("not an established title", "非既定名称")
    }
  }

  /// Who stands behind a term, where the heading has said whether that is official.
  var shortPhrase: Phrase {
    switch self {
    case .official(let authority), .sourced(let authority?): authority.phrase
    case .sourced(nil): Phrase("not official", "非官方")
    case .unverified, .composed: phrase
    }
  }
}

extension Force {
  var phrase: Phrase {
    switch self {
    case .draft: Phrase("draft", "征求意见稿")
    case .adopted: Phrase("adopted, not yet in force", "已通过，尚未施行")
    case .inForce: Phrase("in force", "现行有效")
    case .amended: Phrase("in force as amended", "现行有效（经修改）")
    case .superseded: Phrase("superseded", "已被取代")
    case .expired: Phrase("expired", "已失效")
    case .repealed: Phrase("repealed", "已废止")
    }
  }
}

extension Force {
  /// Whether the text is to be followed on the day asked about.
  var applies: Bool { self == .inForce || self == .amended }
}

extension Relation.Kind {
  var phrase: Phrase {
    switch self {
    case .replaces: Phrase("replaces", "取代")
    case .replacedBy: Phrase("replaced by", "被取代")
    case .partOf: Phrase("part of", "隶属")
    case .related: Phrase("related", "相关")
    }
  }
}

extension PartOfSpeech {
  var phrase: Phrase {
    switch self {
    case .noun: Phrase("noun", "名词")
    case .verb: Phrase("verb", "动词")
    case .adjective: Phrase("adjective", "形容词")
    case .adverb: Phrase("adverb", "副词")
    case .other: Phrase("other word class", "其他词类")
    }
  }
}

/// A span of dates in words: *from 2018-03 until 2023-02*.
func datesPhrase(since: PartialDate?, until: PartialDate?) -> Phrase? {
  switch (since, until) {
  case (nil, nil): nil
  case (let since?, nil): Phrase("from \(since)", "自 \(since)")
  case (nil, let until?): Phrase("until \(until)", "至 \(until)")
  case (let since?, let until?): Phrase("from \(since) until \(until)", "\(since) 至 \(until)")
  }
}

/// A region of usage in words, where it is one of those that Chinese differs in.
func regionPhrase(_ code: String) -> Phrase {
  switch code.uppercased() {
  case "CN": Phrase("mainland", "大陆")
  case "TW": Phrase("Taiwan", "台湾")
  case "HK": Phrase("Hong Kong", "香港")
  case "MO": Phrase("Macao", "澳门")
  default: Phrase(code)
  }
}

extension Names {
  /// Both names and the identifier on one line.
  func line(id: String) -> String {
    let names = [en, zhHans].compactMap(\.self)
    return names.isEmpty ? id : names.joined(separator: " ") + " [\(id)]"
  }
}

extension ImportedChange.Action {
  var phrase: Phrase {
    switch self {
    case .changed: Phrase("changed", "已修改")
    case .proposed: Phrase("proposed", "已提出")
    case .retired: Phrase("retired", "已停用")
    }
  }
}

extension MatchKind {
  /// What a table says; in English the word that JSON has.
  var phrase: Phrase {
    let chinese =
      switch self {
      case .id: "标识符"
      case .exact: "完全相同"
      case .folded: "写法有别"
      case .abbreviation: "缩写"
      case .shortForm: "简称"
      case .qualified: "限定语有别"
      case .words: "含有其词"
      case .prefix: "以此开头"
      case .pinyin: "读音"
      case .composed: "拼合"
      case .misspelled: "近似"
      }
    return Phrase(rawValue, chinese)
  }
}
