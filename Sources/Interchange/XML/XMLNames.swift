import CLibXML2

/// The names and namespaces of a document, each under a number: equal ones under the same.
@safe
struct XMLNames: ~Copyable {
  /// The number of a name.
  struct Number: Hashable, BitwiseCopyable {
    fileprivate let value: Int32
    /// No name.
    static let none = Number(value: -1)

    /// The number of a name by its place among those that were known before.
    static func known(_ place: Int) -> Number { Number(value: Int32(place)) }
  }

  /// How many names are kept from one batch to the next.
  private static let limit = 4_096
  private static let slotCount = 256

  private let known: [String]
  private var texts: [String] = []
  private var numbers: [String: Number] = [:]
  // By the address at which libxml2 keeps a name for as long as it lives.
  private var addresses = [UInt](repeating: 0, count: Self.slotCount)
  private var found = [Number](repeating: .none, count: Self.slotCount)

  /// Begins with names that are known, whose numbers are their places.
  init(known: [String] = []) {
    self.known = known
    forget()
  }

  /// The name of a number.
  subscript(number: Number) -> String? {
    number == .none ? nil : texts[Int(number.value)]
  }

  /// Returns the number of a name that libxml2 keeps.
  mutating func number(of name: UnsafePointer<xmlChar>?) -> Number {
    guard let name = unsafe name else { return .none }
    let address = UInt(bitPattern: name)
    let slot = Int((address ^ address >> 8) & UInt(Self.slotCount &- 1))
    if addresses[slot] == address { return found[slot] }
    let number = number(of: unsafe String(cString: name))
    (addresses[slot], found[slot]) = (address, number)
    return number
  }

  private mutating func number(of text: String) -> Number {
    if let number = numbers[text] { return number }
    let number = Number(value: Int32(texts.count))
    texts.append(text)
    numbers[text] = number
    return number
  }

  /// Forgets the names if they are many; no number given so far counts any longer.
  mutating func forgetMany() {
    if texts.count > Self.limit { forget() }
  }

  private mutating func forget() {
    (texts, numbers) = ([], [:])
    addresses = Array(repeating: 0, count: Self.slotCount)
    for name in known { _ = number(of: name) }
  }
}
