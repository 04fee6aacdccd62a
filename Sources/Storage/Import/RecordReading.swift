import TextAnalysis

/// Reads all records of a file, those that cannot be taken reported or thrown.
///
/// - Parameters:
///   - keepsGoing: Whether what concerns one record is reported and the next one read.
///   - next: Gives the next record.
///   - take: Takes it.
///   - report: Told why one was not taken, in a sentence.
/// - Throws: What `next` and `take` throw, unless it is reported.
func readRecords<Record>(
  keepsGoing: Bool, next: () throws -> Record?, take: (Record) throws -> Void,
  report: (Phrase) -> Void
) throws {
  var lastFailure: Phrase?
  while true {
    do {
      guard let record = try next() else { return }
      lastFailure = nil
      try take(record)
    } catch {
      guard keepsGoing, concernsOneRecord(error) else { throw error }
      let failure = Phrase(wordsOf: error)
      // A reader that cannot go on says the same for ever.
      if failure == lastFailure { return }
      lastFailure = failure
      report(failure)
    }
  }
}

private func concernsOneRecord(_ error: any Error) -> Bool {
  guard let error = error as? StoreError else { return true }
  return switch error {
  case .unusableIdentifier, .duplicateIdentifier, .noTerms, .emptySegment, .sameLanguage,
    .segmentTooLong, .misplacedCodes, .unitIdentifierTooLong, .unitTooLong:
    true
  default: false
  }
}
