/// By which rules ``ConceptEntry/termKeys`` are made.
package enum TermKeyFormat {
  /// Raised whenever the keys of any entry come out otherwise than before: a store with keys of
  /// another version is given new ones when it is next opened for writing.
  package static let version = 1
}
