import TextAnalysis
import TranslationMemory

/// What makes two units the same where nothing else tells: languages, both segments with their
/// codes, and the context.
///
/// The store finds units by two numbers of 64 bits, one of the *pair* (all but the context) and one
/// of the *context*; what is found is then compared byte by byte.
struct UnitContent: Equatable {
  /// Languages and segments.
  let pair: [UInt8]
  /// What stands before and after; empty where neither is known.
  let context: [UInt8]
  /// The number by which the pair is found.
  let pairKey: Int
  /// The number by which the context is found; 0 where it is not known.
  let contextKey: Int

  init(_ unit: TranslationUnit) {
    var writer = ByteWriter()
    writer.bytes.reserveCapacity(
      32 + unit.source.segment.text.utf8.count + unit.target.segment.text.utf8.count)
    writer.add(text: unit.source.language.name)
    writer.add(text: unit.target.language.name)
    for segment in [unit.source.segment, unit.target.segment] {
      writer.add(text: segment.text)
      UnitCodec.add(segment.codes, to: &writer)
    }
    pair = writer.bytes
    pairKey = Self.key(of: pair)
    guard unit.previous != nil || unit.next != nil else {
      (context, contextKey) = ([], 0)
      return
    }
    writer = ByteWriter()
    for text in [unit.previous, unit.next] {
      writer.add(byte: text == nil ? 0 : 1)
      writer.add(text)
    }
    context = writer.bytes
    contextKey = Self.key(of: context)
  }

  private static func key(of bytes: [UInt8]) -> Int {
    var digest = ContentDigest()
    digest.add(bytes)
    return digest.number
  }
}
