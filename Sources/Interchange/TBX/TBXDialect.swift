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
    let type = root["type"]?.lowercased() ?? ""
    if root.name == "martif", ["tbx", "tbx-default", "tbx-master"].contains(type) {
      self = .master
    } else {
      let known = [
        ("tbx-core", Self.core), ("tbx-min", .min), ("tbx-basic", .basic),
        ("tbx-linguist", .linguist),
      ]
      self = known.first { type == $0.0 || type.hasPrefix($0.0 + "-") }?.1 ?? .other
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
