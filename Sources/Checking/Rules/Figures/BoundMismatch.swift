import TextAnalysis

/// Finds figures of one value that are a lower bound on one side and an upper bound on the other,
/// or, in laws and standards, that are included on one side only.
struct BoundMismatch: SegmentRule {
  static let id = RuleID.boundMismatch
  static let severity = Severity.error
  static let summary = Phrase(
    "a bound that the target has otherwise: at least and up to, 以上 and 超过",
    "数量范围与原文不符：以上、以下、超过、不满")
  static let options = [
    RuleOption(
      "inclusion", .flag(false),
      Phrase(
        "tell bounds that include their figure from those that do not in texts of any kind",
        "各类文本均区分是否包含本数"))
  ]

  func findings(in segment: AnalysedSegment, _ context: CheckContext) -> [Finding] {
    guard let source = segment.source, let pairing = segment.figures else { return [] }
    let isStrict = context.profile.domain == .law || context.profile.domain == .standard
    let wantsInclusion = isStrict || context.flag("inclusion", of: Self.self)
    return pairing.pairs.compactMap { pair in
      let (left, right) = (source.figures[pair.source], segment.target.figures[pair.target])
      guard left.bound != right.bound, left.isBounded, right.isBounded, !left.isVague,
        !right.isVague
      else { return nil }
      let severity: Severity
      switch (left.bound, right.bound) {
      case (let one?, let two?) where one.isLower != two.isLower: severity = .error
      case (_?, _?):
        guard wantsInclusion else { return nil }
        severity = isStrict ? .error : .warning
      default:
        guard isStrict else { return nil }
        severity = .warning
      }
      return finding(segment, source, left, right, severity)
    }
  }

  private func finding(
    _ segment: AnalysedSegment, _ source: AnalysedText, _ left: Figure, _ right: Figure,
    _ severity: Severity
  ) -> Finding {
    let target = segment.target
    let (one, two) = (source.text(left.scalars), target.text(right.scalars))
    let ways = left.bound?.ways(inChinese: target.isChinese)
    return Finding(
      Self.id, severity, segment: segment.number, source: [left.scalars], target: [right.scalars],
      evidence: Finding.Evidence(source: "Civil Code of the People's Republic of China, Art. 1259"),
      Phrase(
        "the source says \(left.bound.words.english) '\(one)', the target "
          + "\(right.bound.words.english) '\(two)'" + (ways.map { "; write \($0)." } ?? "."),
        "原文“\(one)”\(left.bound.words.chinese)，译文“\(two)”\(right.bound.words.chinese)"
          + (ways.map { "；宜写作\($0)。" } ?? "。")))
  }
}

extension Figure {
  /// Whether bounds are read of figures of its kind.
  fileprivate var isBounded: Bool {
    switch value {
    case .number, .amount, .measure, .multiple: true
    default: false
    }
  }
}

extension Bound? {
  /// What the bound says.
  fileprivate var words: Phrase {
    switch self {
    case .atLeast?: Phrase("at least", "为下限，含本数")
    case .moreThan?: Phrase("more than", "为下限，不含本数")
    case .atMost?: Phrase("at most", "为上限，含本数")
    case .lessThan?: Phrase("less than", "为上限，不含本数")
    case nil: Phrase("exactly", "没有上下限")
    }
  }
}

extension Bound {
  /// The words for it in a language.
  fileprivate func ways(inChinese isChinese: Bool) -> String {
    switch self {
    case .atLeast: isChinese ? "以上、不少于" : "'at least' or 'or more'"
    case .moreThan: isChinese ? "超过" : "'more than' or 'over'"
    case .atMost: isChinese ? "以下、以内、不超过" : "'not more than', 'up to' or 'within'"
    case .lessThan: isChinese ? "不满、不足" : "'less than' or 'under'"
    }
  }
}
