/// Interim.
package final class TermSearchFile: Sendable {
  package let change: Int
  private let image: [[UInt8]]
  init(change: Int, image: [[UInt8]]) { (self.change, self.image) = (change, image) }

  package static func open<Failure: Error>(
    change: Int, fill: (inout TermSearchFileBuilder) throws(Failure) -> Void
  ) throws(Failure) -> TermSearchFile {
    var builder = TermSearchFileBuilder()
    try fill(&builder)
    return TermSearchFile(change: change, image: builder.sections())
  }

  private func withSections<T>(_ body: (TermSearchSections) -> T) -> T {
    var pointers: [UnsafeRawBufferPointer] = []
    func go(_ i: Int) -> T {
      if i == image.count { return body(unsafe TermSearchSections(pointers)!) }
      return unsafe image[i].withUnsafeBytes { unsafe pointers.append($0); return go(i + 1) }
    }
    return go(0)
  }
  package func termsHolding(_ s: String, limit: Int) -> [TermSearchHit] { withSections { $0.termsHolding(s, limit: limit) } }
  package func termsNear(_ s: String, limit: Int) -> [TermSearchHit] { withSections { $0.termsNear(s, limit: limit) } }
}
