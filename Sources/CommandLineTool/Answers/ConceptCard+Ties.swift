import Terminology
import TextAnalysis
import Workbench

// What a concept has to do with others, and what is said of it as a whole.

extension ConceptCard {
  /// Number, issuers, dates and force of a text.
  func addDocument(to ledger: inout Ledger) {
    if let number = result.number {
      ledger.add(prose: number, label: Phrase("number", "文号")(in: language))
    }
    let issuers = Array(zip(result.issuers, result.issuerNames)).prefix(isLong ? .max : 3)
    let label = Phrase("issued by", "发布机构")(in: language)
    for (issuer, names) in issuers { ledger.add(prose: names.line(id: issuer), label: label) }
    addHint(hidden: result.issuers.count - issuers.count, label: label, to: &ledger)
    var parts: [Phrase] = []
    if let date = result.issued { parts.append(Phrase("issued \(date)", "\(date) 发布")) }
    if let date = result.effective { parts.append(Phrase("effective \(date)", "\(date) 施行")) }
    if let date = result.repealed {
      parts.append(Phrase("ended \(date)", "\(date) 废止或失效"))
    }
    if let force = result.force {
      let day = asOf.map { Phrase(" on \($0)", "（\($0)）")(in: language) } ?? ""
      let words = force.phrase
      parts.append(Phrase(words.english + day, words.chinese + day))
    }
    guard !parts.isEmpty else { return }
    ledger.add(
      prose: parts.map { $0(in: language) }.joined(separator: " · "),
      label: Phrase("dates", "日期")(in: language))
  }

  /// Who took over from a body or a text that is gone; those of the day asked about stand out.
  func addSuccession(to ledger: inout Ledger) {
    let isBody = result.kind == .agency
    let label =
      (isBody ? Phrase("became", "去向") : Phrase("replaced by", "被取代"))(in: language)
    for heir in result.heirs {
      var line = heir.name.line(id: heir.id)
      if let date = heir.since { line += Phrase(", from \(date)", "，自 \(date)")(in: language) }
      if let scope = heir.scope { line += Phrase(": \(scope)", "：\(scope)")(in: language) }
      if let last = heir.via.last {
        line += Phrase(" (through \(last))", "（经 \(last)）")(in: language)
      }
      line += state(heir.gone, isBody: isBody)(in: language)
      if heir.gone {
        ledger.add(prose: line, .dim, label: label)
      } else {
        ledger.add(prose: line, label: label)
      }
    }
  }

  private func state(_ isGone: Bool, isBody: Bool) -> Phrase {
    if isGone {
      return isBody
        ? Phrase(" — itself gone", "——本身也已撤销") : Phrase(" — itself replaced", "——本身也已被取代")
    }
    let day = asOf?.description
    return isBody
      ? Phrase(" — there \(day.map { "on \($0)" } ?? "today")", "——\(day ?? "今日")存在")
      : Phrase(" — the one of \(day ?? "today")", "——\(day ?? "今日")适用")
  }

  /// The ties of the day asked about: the nearest few, or all of them.
  func addRelations(to ledger: inout Ledger) {
    let all = result.relations.filter { isLong || $0.type != .related && $0.type != .replacedBy }
    let shown = isLong ? all[...] : all.prefix(4)
    for relation in shown {
      var line = relation.name.line(id: relation.target)
      if let dates = datesPhrase(since: relation.since, until: relation.until) {
        line += Phrase(", ", "，")(in: language) + dates(in: language)
      }
      if let scope = relation.scope { line += Phrase(": \(scope)", "：\(scope)")(in: language) }
      ledger.add(prose: line, label: relation.type.phrase(in: language))
    }
    let hidden = result.relations.filter { $0.type != .replacedBy }.count - shown.count
    addHint(hidden: hidden, label: Relation.Kind.related.phrase(in: language), to: &ledger)
  }

  /// Says how many more there are, and how to see them.
  private func addHint(hidden: Int, label: String, to ledger: inout Ledger) {
    guard !isLong, hidden > 0 else { return }
    ledger.add(
      prose: Phrase("\(hidden) more: --long", "另有 \(hidden) 项：--long")(in: language), .dim,
      label: label)
  }

  /// Definition and note, and in the long form where the entry itself is from.
  func addRemarks(to ledger: inout Ledger) {
    if let definition = result.definition {
      ledger.add(prose: definition, label: Phrase("means", "定义")(in: language))
    }
    if let note = result.note {
      ledger.add(prose: note, label: Phrase("note", "说明")(in: language))
    }
    guard isLong else { return }
    if let source = result.source {
      ledger.add(prose: source, label: Phrase("source", "出处")(in: language))
    }
    let enforced =
      result.enforce ? Phrase(" · enforced in checks", " · 检查时强制使用")(in: language) : ""
    ledger.add(
      prose: Phrase(
        "glossary \(result.glossary) · rev \(result.rev)",
        "术语表 \(result.glossary) · 修订号 \(result.rev)")(in: language) + enforced,
      label: Phrase("entry", "词条")(in: language))
  }
}
