import Terminology

/// The agreement on data categories that a TBX file says it keeps to (its root's `type`).
enum TBXDialect: Hashable {
  /// TBX-Core: structure and notes, no data categories.
  case core
  /// TBX-Min.
  case min
  /// TBX-Basic, of 2008 or of 2019.
  case basic
  /// TBX-Linguist.
  case linguist
  /// The default of ISO 30042:2008, which the tools call plain *TBX*.
  case master
  /// Another one: it can hold what is found in it.
  case other

  /// Tells the dialect by the outermost element.
  ///
  /// - Parameter root: The document's first tag.
  /// - Throws: ``InterchangeError/markup(_:_:)`` where that is none of TBX's.
  init(root: XMLTag) throws(InterchangeError) {
    guard root.name == "tbx" || root.name == "martif" else {
      throw .markup(root.place, .notTBX(root: root.name))
    }
    switch root["type"]?.lowercased() {
    case "tbx-core": self = .core
    case "tbx-min": self = .min
    case "tbx-basic": self = .basic
    case "tbx-linguist": self = .linguist
    case "tbx", "tbx-default", "tbx-master": self = root.name == "martif" ? .master : .other
    default: self = .other
    }
  }

  /// What every record of the dialect can say; a record that says more carries that too.
  ///
  /// Relations and process are not among them: whether a record lists all of them is told by the
  /// record itself.
  var carries: DataCategories {
    switch self {
    case .core, .other: [.conceptNote, .note]
    case .min: [.conceptNote, .note, .subject, .status, .partOfSpeech]
    case .basic:
      [
        .conceptNote, .note, .subject, .status, .partOfSpeech, .definition, .conceptSource,
        .source, .type, .region,
      ]
    case .linguist, .master: TBXDialect.basic.carries.union(.register)
    }
  }
}
