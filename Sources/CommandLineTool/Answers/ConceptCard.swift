import Terminology
import TextAnalysis
import Workbench

/// One concept that a look-up found, as it stands on a terminal: who stands behind the answer, the
/// terms of both languages under each other, and what else a translator must know.
struct ConceptCard {
  let result: LookUpAnswer.Result
  let asOf: PartialDate?
  let isLong: Bool
  let language: MessageLanguage

  /// Returns the lines of the card, within `width` columns where one is given.
  func lines(width: Int?, palette: Palette) -> [String] {
    var ledger = Ledger()
    addFinding(to: &ledger)
    addTerms(to: &ledger)
    addDocument(to: &ledger)
    addSuccession(to: &ledger)
    addRelations(to: &ledger)
    addRemarks(to: &ledger)
    return [heading(palette)] + ledger.lines(width: width, palette: palette)
  }

  private func heading(_ palette: Palette) -> String {
    let standing = result.standing
    let words = standing.phrase(in: language)
    let style: TextStyle =
      switch standing {
      case .official: .green
      case .sourced, .unverified, .composed: .yellow
      }
    var parts = [result.kind.phrase(in: language)]
    if let subject = result.subjectField { parts.append(DisplayWidth.visible(subject)) }
    if result.process != .approved {
      parts.append(palette(result.process.phrase(in: language), .yellow))
    }
    if isGone { parts.append(Phrase("gone", "已撤销或并入他处")(in: language)) }
    if let force = result.force, !force.applies {
      parts.append(palette(force.phrase(in: language), .yellow))
    }
    parts.append(palette(words, style))
    return palette(DisplayWidth.visible(result.id), .bold) + "  " + parts.joined(separator: " · ")
  }

  /// Whether all that the concept was called has ended, on the day asked about if there is one.
  private var isGone: Bool {
    result.kind == .agency && !result.heirs.isEmpty
      && result.terms.filter { $0.administrativeStatus == .preferred }
        .allSatisfy { asOf == nil ? $0.until != nil : $0.validity == .over }
  }
}

extension ConceptCard {
  /// Says how the query found the concept, unless by its name.
  private func addFinding(to ledger: inout Ledger) {
    let term = result.match.term
    let phrase: Phrase? =
      switch result.match.by {
      case .id, .exact, .folded, .abbreviation, .shortForm: nil
      case .qualified:
        Phrase(
          "but for a qualifier such as 'of the People's Republic of China': \(term)",
          "只差“国家”“中华人民共和国”一类限定语：\(term)")
      case .words: Phrase("by words in it: \(term)", "名称中含有这些词：\(term)")
      case .prefix: Phrase("by its beginning: \(term)", "名称以此开头：\(term)")
      case .pinyin: Phrase("by its sound: \(term)", "按读音：\(term)")
      case .composed: nil
      case .misspelled: Phrase("like it: \(term)", "近似：\(term)")
      }
    let label = Phrase("found", "查得")(in: language)
    if let phrase { ledger.add(prose: phrase(in: language), label: label) }
    guard let composed = result.composed else { return }
    let title = Phrase("composed", "拼合")(in: language)
    for name in [composed.en, composed.zhHans].compactMap(\.self) {
      ledger.add(prose: name, .bold, label: title)
    }
    ledger.add(
      prose: Phrase(
        "put together from the title below and its markers; not an established title",
        "由下列标题与标记拼合而成，并非既定名称")(in: language), label: title)
  }

  private func addTerms(to ledger: inout Ledger) {
    for section in result.sections {
      let label = section.language.description
      for term in section.terms {
        ledger.add(term: term.text, styles(of: term), remarks: remarks(on: term), label: label)
        if isLong {
          for line in provenance(of: term) { ledger.add(aside: line, label: label) }
        }
      }
    }
  }

  private func styles(of term: LookUpAnswer.Term) -> [TextStyle] {
    let isFound = term.text == result.match.term && term.language == result.match.language
    let standing: [TextStyle] =
      switch term.administrativeStatus {
      case .preferred where !term.isOutside: [.bold]
      case .deprecated: [.red]
      case .superseded: [.dim]
      case .preferred, .admitted, nil: []
      }
    return standing + (isFound ? [.underline] : [])
  }

  /// What is said of a term on its own line, in words.
  private func remarks(on term: LookUpAnswer.Term) -> [String] {
    var phrases: [Phrase] = []
    if let status = term.administrativeStatus {
      if status != .admitted || isLong { phrases.append(status.phrase) }
    } else if isLong {
      phrases.append(Phrase("status not judged", "状态未定"))
    }
    if let type = term.termType, type != .fullForm { phrases.append(type.phrase) }
    if term.register != .neutral { phrases.append(term.register.phrase) }
    if let region = term.geographicalUsage ?? term.language.region {
      phrases.append(regionPhrase(region))
    }
    if let dates = datesPhrase(since: term.since, until: term.until) { phrases.append(dates) }
    if term.validity == .sinceUnknown {
      phrases.append(Phrase("since when is not recorded", "起始时间未记录"))
    }
    if term.standing != result.answer?.standing || term.standing == .unverified {
      phrases.append(term.standing.shortPhrase)
    }
    if isLong {
      if let word = term.partOfSpeech { phrases.append(word.phrase) }
      if term.case { phrases.append(Phrase("in this case only", "区分大小写")) }
      switch term.recognise {
      case .text: break
      case .lookup: phrases.append(Phrase("recognise: lookup", "仅供查询"))
      case .none: phrases.append(Phrase("recognise: none", "不识别"))
      }
    }
    return phrases.map { $0(in: language) }
  }

  private func provenance(of term: LookUpAnswer.Term) -> [String] {
    var lines: [String] = []
    if let source = term.source {
      let seen = term.seen.map { Phrase(" (seen \($0))", "（\($0) 查阅）")(in: language) } ?? ""
      let who = term.authority.map { $0.phrase(in: language) + ": " } ?? ""
      lines.append(who + source + seen)
    }
    if let note = term.note { lines.append(note) }
    return lines
  }
}
