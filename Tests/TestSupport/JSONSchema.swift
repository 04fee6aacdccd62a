import Foundation

/// A value of JSON.
public indirect enum JSONNode: Hashable, Sendable, Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONNode])
  case object([String: JSONNode])

  /// Reads a document.
  public init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONNode.self, from: Data(text.utf8))
  }

  /// Reads whatever value comes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONNode].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONNode].self))
    }
  }

  /// The field of an object.
  public subscript(name: String) -> JSONNode? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }

  /// The elements of a list; none of anything else.
  public var elements: [JSONNode] {
    if case .list(let elements) = self { elements } else { [] }
  }

  /// The text, if it is one.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The number, if it is one.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
}

/// A JSON schema of draft 4 to 7, as far as published schemas of formats use it: types, enumerations,
/// required and additional properties, items and their number, bounds, patterns, combinations, and
/// references inside the document. What it does not know it says instead of passing it over.
public struct JSONSchema {
  private let root: JSONNode

  /// Reads a schema.
  public init(_ text: String) throws { root = try JSONNode(text) }

  /// Returns what a document breaks, a line each.
  public func faults(of document: JSONNode) -> [String] { faults(document, root, "$") }

  private static let known: Set<String> = [
    "$schema", "$id", "id", "$ref", "title", "description", "default", "definitions", "format",
    "type", "enum", "required", "properties", "additionalProperties", "items", "minItems",
    "maxItems", "uniqueItems", "minimum", "maximum", "minLength", "pattern", "anyOf", "oneOf",
    "allOf", "not",
  ]

  private func faults(_ value: JSONNode, _ schema: JSONNode, _ path: String) -> [String] {
    guard case .object(let words) = schema else {
      return schema == .flag(false) ? ["\(path): nothing may stand here"] : []
    }
    if let reference = words["$ref"]?.text {
      guard let target = target(of: reference) else { return ["no schema \(reference)"] }
      return faults(value, target, path)
    }
    var found = words.keys.filter { !Self.known.contains($0) }.map { "schema: unknown '\($0)'" }
    if let type = words["type"] {
      let types = type.text.map { [$0] } ?? type.elements.compactMap(\.text)
      if !types.contains(where: { value.isOf(type: $0) }) {
        return found + ["\(path): is not of type \(types.joined(separator: " or "))"]
      }
    }
    if let allowed = words["enum"]?.elements, !allowed.contains(value) {
      found.append("\(path): is none of \(allowed)")
    }
    switch value {
    case .object(let fields): found += self.faults(fields, words, path)
    case .list(let elements): found += self.faults(elements, words, path)
    case .number(let number):
      if let least = words["minimum"]?.number, number < least {
        found.append("\(path): \(number) is less than \(least)")
      }
      if let most = words["maximum"]?.number, number > most {
        found.append("\(path): \(number) is more than \(most)")
      }
    case .text(let text):
      if let pattern = words["pattern"]?.text,
        text.range(of: pattern, options: .regularExpression) == nil
      {
        found.append("\(path): '\(text)' is not of the pattern \(pattern)")
      }
      if words["format"]?.text?.hasPrefix("uri") == true, !Self.isReference(text) {
        found.append("\(path): '\(text)' is no address")
      }
    case .null, .flag: break
    }
    return found + combined(value, words, path)
  }

  private func faults(
    _ fields: [String: JSONNode], _ words: [String: JSONNode], _ path: String
  ) -> [String] {
    var found: [String] = []
    for name in words["required"]?.elements.compactMap(\.text) ?? [] where fields[name] == nil {
      found.append("\(path): '\(name)' is missing")
    }
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      if let schema = words["properties"]?[name] {
        found += faults(value, schema, "\(path).\(name)")
      } else if let schema = words["additionalProperties"] {
        found += faults(value, schema, "\(path).\(name)")
      }
    }
    return found
  }

  private func faults(
    _ elements: [JSONNode], _ words: [String: JSONNode], _ path: String
  ) -> [String] {
    var found: [String] = []
    if let least = words["minItems"]?.number, Double(elements.count) < least {
      found.append("\(path): has fewer than \(least) elements")
    }
    if let most = words["maxItems"]?.number, Double(elements.count) > most {
      found.append("\(path): has more than \(most) elements")
    }
    if words["uniqueItems"] == .flag(true), Set(elements).count < elements.count {
      found.append("\(path): has an element twice")
    }
    if let schema = words["items"] {
      for (place, element) in elements.enumerated() {
        found += faults(element, schema, "\(path)[\(place)]")
      }
    }
    return found
  }

  private func combined(
    _ value: JSONNode, _ words: [String: JSONNode], _ path: String
  ) -> [String] {
    var found: [String] = []
    for schema in words["allOf"]?.elements ?? [] { found += faults(value, schema, path) }
    if let schemas = words["anyOf"]?.elements,
      !schemas.contains(where: { faults(value, $0, path).isEmpty })
    {
      found.append("\(path): is none of those that may stand here")
    }
    if let schemas = words["oneOf"]?.elements,
      schemas.count(where: { faults(value, $0, path).isEmpty }) != 1
    {
      found.append("\(path): is not one of those that may stand here")
    }
    if let schema = words["not"], faults(value, schema, path).isEmpty {
      found.append("\(path): is what may not stand here")
    }
    return found
  }

  private func target(of reference: String) -> JSONNode? {
    guard reference.hasPrefix("#") else { return nil }
    return reference.dropFirst().split(separator: "/").reduce(root) { node, name in
      node?[String(name)]
    }
  }

  private static func isReference(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"{}|\\^`".utf8.contains($0) }
  }
}

extension JSONNode {
  fileprivate func isOf(type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.flag, "boolean"), (.number, "number"), (.text, "string"),
      (.list, "array"), (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
