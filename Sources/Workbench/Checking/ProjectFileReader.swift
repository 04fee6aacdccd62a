import Checking
import TextAnalysis

/// Reads `zhengming.json` field by field and says of each that is wrong where it stands.
struct ProjectFileReader {
  let file: String

  /// Reads the text of the file.
  func read(_ text: String) throws(ProjectFileError) -> ProjectFile {
    let root: LocatedJSON
    do {
      root = try LocatedJSONReader.read(text)
    } catch {
      throw ProjectFileError(
        place: SourceLocation(file: file, line: error.line, column: error.column),
        problem: .syntax(found: error.found))
    }
    var project = ProjectFile()
    let known = ["profile", "languages", "glossaries", "failOn", "rules"]
    for field in try fields(of: root, named: ProjectFile.name, known: known) {
      let value = field.value
      switch field.name {
      case "profile": project.profile = try profile(value)
      case "languages":
        for side in try fields(of: value, named: "languages", known: ["from", "to"]) {
          let tag = try language(side.value, named: side.name)
          if side.name == "from" { project.from = tag } else { project.to = tag }
        }
      case "glossaries": project.glossaries = Set(try texts(value, named: "glossaries"))
      case "failOn":
        project.failOn = try choice(
          value, named: "failOn", CheckReport.FailOn.allCases.map(\.rawValue)
        ) { CheckReport.FailOn(rawValue: $0) }
      default: try readRules(value, into: &project)
      }
    }
    return project
  }
}

extension ProjectFileReader {
  private func readRules(
    _ value: LocatedJSON, into project: inout ProjectFile
  ) throws(ProjectFileError) {
    let names = RuleID.allCases.map(\.rawValue)
    for field in try fields(of: value, named: "rules", known: names) {
      guard let rule = RuleID(rawValue: field.name) else { continue }
      guard case .object = field.value.value else {
        try readSeverity(field.value, named: field.name, of: rule, into: &project)
        continue
      }
      for part in try fields(of: field.value, named: field.name, known: ["severity", "options"]) {
        if part.name == "severity" {
          try readSeverity(part.value, named: "severity", of: rule, into: &project)
        } else {
          project.options[rule] = try options(part.value, of: rule)
        }
      }
    }
  }

  private func readSeverity(
    _ value: LocatedJSON, named name: String, of rule: RuleID, into project: inout ProjectFile
  ) throws(ProjectFileError) {
    let words = Severity.allCases.map(\.rawValue) + ["off"]
    let word = try choice(value, named: name, words) { words.contains($0) ? $0 : nil }
    if let severity = Severity(rawValue: word) {
      project.severities[rule] = severity
    } else {
      project.rulesOff.insert(rule)
    }
  }

  private func options(
    _ value: LocatedJSON, of rule: RuleID
  ) throws(ProjectFileError) -> [String: RuleOption.Value] {
    let known = RuleSet.all.rules.first { $0.id == rule }?.options ?? []
    var options: [String: RuleOption.Value] = [:]
    for field in try fields(of: value, named: "options", known: known.map(\.name)) {
      guard let option = known.first(where: { $0.name == field.name }) else { continue }
      options[field.name] = try self.value(field.value, like: option.standard, named: field.name)
    }
    return options
  }

  private func value(
    _ value: LocatedJSON, like standard: RuleOption.Value, named name: String
  ) throws(ProjectFileError) -> RuleOption.Value {
    switch (standard, value.value) {
    case (.flag, .flag(let flag)): .flag(flag)
    case (.number, .number(let number)): .number(number)
    case (.text, _): .text(try text(value, named: name))
    case (.list, _): .list(try texts(value, named: name))
    case (.flag, _): throw kind(of: name, value, Phrase("true or false", "true 或 false"))
    case (.number, _): throw kind(of: name, value, Phrase("a number", "数字"))
    }
  }
}

extension ProjectFileReader {
  private func fault(
    _ line: Int, _ column: Int, _ problem: ProjectFileError.Problem
  ) -> ProjectFileError {
    ProjectFileError(
      place: SourceLocation(file: file, line: line, column: column), problem: problem)
  }

  private func kind(
    of name: String, _ value: LocatedJSON, _ required: Phrase
  ) -> ProjectFileError {
    fault(
      value.line, value.column, .kind(of: name, found: value.kind, required: required))
  }

  private func fields(
    of value: LocatedJSON, named name: String, known: [String]
  ) throws(ProjectFileError) -> [LocatedJSON.Field] {
    guard case .object(let fields) = value.value else {
      throw kind(of: name, value, Phrase("an object", "对象"))
    }
    var seen: Set<String> = []
    for field in fields {
      guard known.contains(field.name) else {
        throw fault(
          field.line, field.column,
          .unknown(
            field.name, nearest: nearestWord(to: field.name, among: known), known: known))
      }
      guard seen.insert(field.name).inserted else {
        throw fault(field.line, field.column, .repeated(field.name))
      }
    }
    return fields
  }

  private func text(
    _ value: LocatedJSON, named name: String
  ) throws(ProjectFileError) -> String {
    guard case .text(let text) = value.value else {
      throw kind(of: name, value, Phrase("a text", "文字"))
    }
    return text
  }

  private func texts(
    _ value: LocatedJSON, named name: String
  ) throws(ProjectFileError) -> [String] {
    guard case .list(let elements) = value.value else {
      throw kind(of: name, value, Phrase("a list of texts", "文字的列表"))
    }
    var texts: [String] = []
    for element in elements { texts.append(try text(element, named: name)) }
    return texts
  }

  private func choice<Choice>(
    _ value: LocatedJSON, named name: String, _ allowed: [String], _ choice: (String) -> Choice?
  ) throws(ProjectFileError) -> Choice {
    let word = try text(value, named: name)
    guard let choice = choice(word) else {
      throw fault(
        value.line, value.column, .notOneOf(of: name, found: word, allowed: allowed))
    }
    return choice
  }

  private func profile(_ value: LocatedJSON) throws(ProjectFileError) -> Profile {
    let allowed = Profile.Region.allCases.flatMap { region in
      Profile.Domain.allCases.map { "\(region.rawValue)/\($0.rawValue)" }
    }
    return try choice(value, named: "profile", allowed) { Profile($0) }
  }

  private func language(
    _ value: LocatedJSON, named name: String
  ) throws(ProjectFileError) -> LanguageTag {
    let word = try text(value, named: name)
    guard let tag = LanguageTag(word), tag.isEnglish || tag.isChinese else {
      throw fault(value.line, value.column, .language(of: name, found: word))
    }
    return tag
  }
}
