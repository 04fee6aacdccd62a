/// What an XML document says next, without its words: these lie in the ``XMLBatch`` that the mark
/// is from, and are made into strings only where somebody asks for them.
struct XMLMark: BitwiseCopyable {
  /// What is said.
  enum Kind {
    /// An element begins.
    case start
    /// The innermost element that is open ends.
    case end
    /// Text, whole between two tags.
    case text
  }

  /// What is said.
  var kind: Kind
  /// The number of an element's name in ``XMLNames``.
  var name: XMLNames.Number = .none
  /// The number of the address that its prefix stands for.
  var namespace: XMLNames.Number = .none
  /// Of a text its bytes, of a start its attributes: from where to where they lie in the batch.
  var from = 0
  var to = 0
  /// Where a start tag begins.
  var line = 0
  var column = 0
  /// The place in the document, in bytes: in a start tag behind its attributes, behind an end tag;
  /// 0 where places are not noted.
  var offset = 0

  /// A name and a value in a start tag.
  struct Attribute: BitwiseCopyable {
    var name: XMLNames.Number
    var namespace: XMLNames.Number
    /// Where the value lies in the batch.
    var from: Int
    var to: Int
  }
}

/// What the parser has said of a piece of the document, and the text that has begun in it.
struct XMLBatch: ~Copyable {
  private(set) var marks: [XMLMark] = []
  private(set) var attributes: [XMLMark.Attribute] = []
  private(set) var bytes: [UInt8] = []
  /// Where pieces of text inside located elements begin, by bytes of the batch.
  private(set) var places: [TextPlace] = []
  private var textStart = 0

  /// Where a piece of text begins that stands in the document as it is.
  struct TextPlace: BitwiseCopyable {
    /// How many bytes of the text stand before it.
    var byte: Int
    var line: Int
    var column: Int
  }

  /// How many bytes the text has that is being read.
  var textByteCount: Int { bytes.count &- textStart }

  mutating func append(_ mark: XMLMark) { marks.append(mark) }

  /// Adds to the text that is being read.
  mutating func append(text: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.append(contentsOf: text)
  }

  /// Notes where the piece of text begins that is added next.
  mutating func notePlace(line: Int, column: Int) {
    places.append(TextPlace(byte: bytes.count, line: line, column: column))
  }

  /// Returns the places of the pieces of a text, by bytes of the text.
  func places(of mark: XMLMark) -> [TextPlace] {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].byte < mark.from { low = middle + 1 } else { high = middle }
    }
    return places[low...].prefix { $0.byte < mark.to }.map {
      TextPlace(byte: $0.byte - mark.from, line: $0.line, column: $0.column)
    }
  }

  /// Ends the text that is being read, if there is any.
  mutating func endText() {
    guard bytes.count > textStart else { return }
    marks.append(XMLMark(kind: .text, from: textStart, to: bytes.count))
    textStart = bytes.count
  }

  /// Adds an attribute; no text is being read.
  mutating func append(
    attribute name: XMLNames.Number, _ namespace: XMLNames.Number,
    value: some Collection<UInt8>
  ) {
    bytes.append(contentsOf: value)
    attributes.append(
      XMLMark.Attribute(name: name, namespace: namespace, from: textStart, to: bytes.count))
    textStart = bytes.count
  }

  /// Forgets everything but the text that is being read.
  mutating func clear() {
    marks.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeFirst(textStart)
    places = places.filter { $0.byte >= textStart }.map {
      TextPlace(byte: $0.byte - textStart, line: $0.line, column: $0.column)
    }
    textStart = 0
  }

  /// Returns a text of the batch.
  func text(_ from: Int, _ to: Int) -> String { String(decoding: bytes[from..<to], as: UTF8.self) }

  /// Whether a text of the batch is nothing but spaces.
  func isBlank(_ mark: XMLMark) -> Bool {
    for place in mark.from..<mark.to {
      switch bytes[place] {
      case 9...13, 32: continue
      // Whether other characters are white space is asked where they are in a string.
      case 0x80...: return Interchange.isBlank(text(mark.from, mark.to))
      default: return false
      }
    }
    return true
  }
}
