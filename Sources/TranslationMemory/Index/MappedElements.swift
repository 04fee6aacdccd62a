import DerivedFiles

/// The integers of a section of a derived file, where they are mapped.
///
/// `base` is valid as long as this value lives, because `section` keeps the mapping; whoever uses
/// it keeps within `count`. The subscript checks, and gives zero outside.
///
/// Sendable, though it holds a pointer: the memory is mapped read-only.
@safe struct MappedElements<Element: FixedWidthInteger & BitwiseCopyable>: @unchecked Sendable {
  /// The first element.
  let base: UnsafePointer<Element>
  /// The number of elements.
  let count: Int
  private let section: DerivedSection

  /// Takes a section, or gives nothing where it is missing or holds no element.
  init?(_ section: DerivedSection?) {
    guard let section else { return nil }
    let found = unsafe section.withElements(of: Element.self) { span in
      unsafe span.withUnsafeBufferPointer { unsafe $0 }
    }
    guard let found = unsafe found, let base = found.baseAddress, found.count > 0
    else { return nil }
    unsafe self.base = base
    count = found.count
    self.section = section
  }

  /// Returns an element, or zero where there is none.
  subscript(place: Int) -> Element {
    place >= 0 && place < count ? unsafe base[place] : 0
  }
}
