#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Memory for the inner loops of a search, kept from one search to the next.
///
/// It begins as zeros that the system lends page by page when they are first touched, so that
/// room for every segment of a large store costs nothing until it is used. Whoever uses `base`
/// keeps within `capacity`.
@safe struct ScratchBuffer<Element: BitwiseCopyable>: ~Copyable {
  /// The first element.
  private(set) var base: UnsafeMutablePointer<Element>
  /// The number of elements.
  private(set) var capacity: Int

  /// Takes room for elements, all zero.
  init(capacity: Int) {
    self.capacity = max(1, capacity)
    unsafe base = Self.zeroed(self.capacity)
  }

  deinit { unsafe free(base) }

  /// Makes room for at least as many elements; where the room is new, all are zero.
  mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    unsafe free(base)
    capacity = max(count, 2 * capacity)
    unsafe base = Self.zeroed(capacity)
  }

  /// Makes room for at least as many elements, and keeps those that stand there.
  mutating func grow(_ count: Int) {
    guard count > capacity else { return }
    let larger = max(count, 2 * capacity)
    let room = unsafe Self.zeroed(larger)
    unsafe room.update(from: base, count: capacity)
    unsafe free(base)
    capacity = larger
    unsafe base = room
  }

  private static func zeroed(_ count: Int) -> UnsafeMutablePointer<Element> {
    guard let room = unsafe calloc(count, MemoryLayout<Element>.stride) else {
      preconditionFailure("The system has no memory left for a search.")
    }
    return unsafe room.bindMemory(to: Element.self, capacity: count)
  }
}
