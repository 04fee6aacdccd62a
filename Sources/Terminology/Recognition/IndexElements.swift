import DerivedFiles

/// The integers of a section of a derived file, or of a table in memory.
///
/// `base` is valid as long as this value lives, because `owner` keeps what it points to; whoever
/// uses it keeps within `count`. The subscript checks, and gives zero outside.
///
/// Sendable, though it holds a pointer: the memory is mapped read-only, or written before anybody else
/// sees it.
@safe struct IndexElements<Element: FixedWidthInteger & BitwiseCopyable>: @unchecked Sendable {
  /// The first element.
  let base: UnsafePointer<Element>
  /// The number of elements.
  let count: Int
  private let owner: Owner

  private enum Owner {
    case section(DerivedSection)
    case memory(ElementMemory<Element>)
  }

  /// Takes a section, or gives nothing where it is missing; an empty one counts.
  init?(_ section: DerivedSection?) {
    guard let section else { return nil }
    let found = unsafe section.withElements(of: Element.self) { span in
      unsafe span.withUnsafeBufferPointer { unsafe $0 }
    }
    guard let found = unsafe found else { return nil }
    if let base = found.baseAddress, found.count > 0 {
      unsafe self.init(base: base, count: found.count, owner: .section(section))
    } else {
      self.init([])
    }
  }

  /// Copies a table.
  init(_ elements: [Element]) {
    let memory = ElementMemory(elements)
    unsafe self.init(
      base: UnsafePointer(memory.base), count: elements.count, owner: .memory(memory))
  }

  private init(base: UnsafePointer<Element>, count: Int, owner: Owner) {
    unsafe self.base = base
    self.count = count
    self.owner = owner
  }

  /// Returns an element, or zero where there is none.
  subscript(place: Int) -> Element { list[place] }

  /// The same without what keeps it in memory.
  var list: TermAutomaton.List<Element> {
    unsafe TermAutomaton.List(base: base, count: count)
  }
}

/// Memory that is freed when nobody holds it any more.
@safe private final class ElementMemory<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>

  init(_ elements: [Element]) {
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    for (place, element) in elements.enumerated() { unsafe base[place] = element }
  }

  deinit { unsafe base.deallocate() }
}
