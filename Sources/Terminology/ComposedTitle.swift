/// A title taken apart into one that a termbase may know and the markers around it, such as
/// *(Draft for Comments)* or 关于印发《…》的通知.
///
///     ComposedTitle("网络安全审查办法（修订草案征求意见稿）")?.core      // "网络安全审查办法"
///     ComposedTitle("Measures for X (Trial)")?.rendered("X办法", .chinese)  // "X办法（试行）"
public struct ComposedTitle: Hashable, Sendable {
  /// The language that a title is in, or is put into.
  public enum Side: Sendable, Hashable {
    /// English.
    case english
    /// Chinese.
    case chinese
  }

  /// The title without its markers, to be looked up.
  public let core: String
  /// The language of the title as given.
  public let side: Side
  /// The markers, outermost first.
  let markers: [TitleMarker]

  /// Takes a title apart, or gives nothing where no known marker stands around it.
  public init?(_ title: String) {
    var rest = title.trimmingSpaces
    var found: [TitleMarker] = []
    var side: Side?
    search: while found.count < 4 {
      for marker in TitleMarker.all {
        for candidate in [Side.chinese, .english] where side == nil || side == candidate {
          if let inner = marker.unwrapped(rest, candidate) {
            (rest, side) = (inner, candidate)
            found.append(marker)
            continue search
          }
        }
      }
      break
    }
    guard let side, !rest.isEmpty else { return nil }
    (core, self.side, markers) = (rest, side, found)
  }

  /// Puts the markers' equivalents around the equivalent of ``core``.
  ///
  /// - Parameters:
  ///   - equivalent: What the core is called in the language wanted.
  ///   - side: The language wanted.
  /// - Returns: The title put together from established parts, itself not established.
  public func rendered(_ equivalent: String, _ side: Side) -> String {
    markers.reversed().reduce(equivalent) { $1.wrapped($0, side) }
  }
}

/// A marker around titles: what stands before and after, in both languages.
struct TitleMarker: Hashable, Sendable {
  /// What may stand before and after the title, the first form being the one to write.
  struct Form: Hashable, Sendable {
    let before: String
    let after: String
  }

  let chinese: [Form]
  let english: [Form]

  /// A marker in brackets after the title.
  private init(_ chinese: [String], _ english: [String]) {
    self.chinese = chinese.map { Form(before: "", after: "（\($0)）") }
    self.english = english.map { Form(before: "", after: " (\($0))") }
  }

  private init(wrapping chinese: [Form], _ english: [Form]) {
    (self.chinese, self.english) = (chinese, english)
  }

  /// The markers that titles of Chinese official texts bear, and their usual English.
  static let all: [TitleMarker] = [
    TitleMarker(
      ["修订草案征求意见稿", "修订征求意见稿"],
      ["Revised Draft for Comments", "Draft Revision for Comments", "Revision Draft for Comments"]),
    TitleMarker(
      ["征求意见稿", "公开征求意见稿", "草案征求意见稿"],
      ["Draft for Comments", "Draft for Comment", "Draft to Solicit Comments", "Exposure Draft"]),
    TitleMarker(["修订草案"], ["Revised Draft", "Draft Revision"]),
    TitleMarker(["草案"], ["Draft"]),
    TitleMarker(["送审稿"], ["Draft for Review"]),
    TitleMarker(["报批稿"], ["Draft for Approval"]),
    TitleMarker(
      ["试行"],
      ["Trial", "for Trial Implementation", "Trial Implementation", "For Trial Implementation"]),
    TitleMarker(["暂行"], ["Interim"]),
    TitleMarker(["修订"], ["Revised"]),
    TitleMarker(["修正"], ["Amended"]),
    TitleMarker(
      wrapping: [Form(before: "关于印发《", after: "》的通知"), Form(before: "关于印发", after: "的通知")],
      [
        Form(before: "Notice on Issuing the ", after: ""),
        Form(before: "Notice on Printing and Distributing the ", after: ""),
        Form(before: "Circular on Issuing the ", after: ""),
      ]),
    TitleMarker(
      wrapping: [Form(before: "关于发布《", after: "》的公告"), Form(before: "关于公布《", after: "》的公告")],
      [
        Form(before: "Announcement on Releasing the ", after: ""),
        Form(before: "Announcement on Issuing the ", after: ""),
      ]),
    TitleMarker(
      wrapping: [Form(before: "关于修改《", after: "》的决定"), Form(before: "关于修改", after: "的决定")],
      [
        Form(before: "Decision on Amending the ", after: ""),
        Form(before: "Decision on Revising the ", after: ""),
      ]),
    TitleMarker(
      wrapping: [
        Form(before: "关于公开征求《", after: "》意见的通知"), Form(before: "关于《", after: "》公开征求意见的通知"),
      ],
      [Form(before: "Notice on Soliciting Public Comments on the ", after: "")]),
  ]

  private func forms(_ side: ComposedTitle.Side) -> [Form] { side == .chinese ? chinese : english }

  /// Returns what stands inside the marker, or nothing where the title does not bear it.
  func unwrapped(_ title: String, _ side: ComposedTitle.Side) -> String? {
    for form in forms(side) {
      let written = form.asciiBrackets
      for (before, after) in [(form.before, form.after), (written.before, written.after)] {
        guard title.hasPrefixIgnoringCase(before), title.hasSuffixIgnoringCase(after),
          title.count > before.count + after.count
        else { continue }
        let inner = String(title.dropFirst(before.count).dropLast(after.count)).trimmingSpaces
        if !inner.isEmpty { return inner }
      }
    }
    return nil
  }

  /// Puts the marker around a title.
  func wrapped(_ title: String, _ side: ComposedTitle.Side) -> String {
    guard let form = forms(side).first else { return title }
    return form.before + title + form.after
  }
}

extension TitleMarker.Form {
  /// The form with half-width brackets and no space before them, as people type it.
  fileprivate var asciiBrackets: TitleMarker.Form {
    func half(_ text: String) -> String {
      String(text.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 })
    }
    return TitleMarker.Form(before: half(before), after: half(after))
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  fileprivate func hasPrefixIgnoringCase(_ prefix: String) -> Bool {
    self.prefix(prefix.count).lowercased() == prefix.lowercased()
  }

  fileprivate func hasSuffixIgnoringCase(_ suffix: String) -> Bool {
    self.suffix(suffix.count).lowercased() == suffix.lowercased()
  }
}
