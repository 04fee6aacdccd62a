/// Where in a file something stands, as editors and compilers write it: `terms.csv:14:3`.
public struct SourceLocation: Hashable, Sendable, Codable {
  /// The file as the user named it.
  public var file: String
  /// The line, counted from 1; 0 where the whole file is meant.
  public var line: Int
  /// The column, counted from 1 (in a table, the cell); 0 where the whole line is meant.
  public var column: Int

  /// Names a place in a file, a whole line of it, or the whole file.
  public init(file: String, line: Int = 0, column: Int = 0) {
    (self.file, self.line, self.column) = (file, line, column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The place as `file:line:column`, without the parts that are 0.
  public var description: String {
    line == 0 ? file : column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}
