import TestSupport
import Testing

struct JSONSchemaTests {
  private static let schema = """
    {
      "definitions": {"even": {"enum": [2, 4]}, "name": {"type": "string", "pattern": "^a"}},
      "type": "object", "required": ["n"], "additionalProperties": false,
      "properties": {
        "n": {"$ref": "#/definitions/even"}, "s": {"$ref": "#/definitions/name"},
        "l": {"type": "array", "uniqueItems": true, "minItems": 1,
          "items": {"type": "integer", "minimum": 0, "maximum": 9}},
        "o": {"oneOf": [{"type": "string"}, {"type": "boolean"}]},
        "a": {"anyOf": [{"required": ["x"]}, {"required": ["y"]}]},
        "u": {"type": "string", "format": "uri-reference"}
      }
    }
    """

  @Test(arguments: [
    #"{"n": 2}"#, #"{"n": 4, "s": "ab", "l": [0, 9], "o": true, "a": {"y": 1}, "u": "a/b%20c"}"#,
  ])
  func `a valid document has no faults`(document: String) throws {
    #expect(try JSONSchema(Self.schema).faults(of: JSONNode(document)) == [])
  }

  @Test(arguments: [
    "[]", "{}", #"{"n": 3}"#, #"{"n": 2, "x": 1}"#, #"{"n": 2, "s": "ba"}"#, #"{"n": 2, "s": 1}"#,
    #"{"n": 2, "l": []}"#, #"{"n": 2, "l": [1, 1]}"#, #"{"n": 2, "l": [1.5]}"#,
    #"{"n": 2, "l": [10]}"#, #"{"n": 2, "l": [-1]}"#, #"{"n": 2, "o": 1}"#,
    #"{"n": 2, "a": {"z": 1}}"#, #"{"n": 2, "u": "a b"}"#,
  ])
  func `each breach is one fault`(document: String) throws {
    #expect(try JSONSchema(Self.schema).faults(of: JSONNode(document)).count == 1)
  }

  @Test func `a word of the schema that is not known is said`() throws {
    let faults = try JSONSchema(#"{"contains": {}}"#).faults(of: .null)
    #expect(faults == ["schema: unknown 'contains'"])
  }
}
