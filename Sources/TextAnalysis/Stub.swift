package enum SimilarForms { package static func alike(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool { false } }
package struct AlignmentPattern { package init(_ s: [UInt32]) {}; package func distance(to: [UInt32], limit: Int) -> Int? { nil } }
