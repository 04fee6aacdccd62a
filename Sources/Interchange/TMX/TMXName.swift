/// The names that every unit of TMX has, by the numbers that the XML reader tells.
enum TMXName: Int, CaseIterable {
  case body, tu, seg

  /// The names, in the order of their numbers.
  static let texts = ["body", "tu", "seg"]
}

extension XMLMark {
  /// Whether it is the start of an element of that name.
  func `is`(_ name: TMXName) -> Bool { self.name == .known(name.rawValue) }
}
