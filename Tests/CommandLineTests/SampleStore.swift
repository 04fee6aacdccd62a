import Foundation

/// A small store that is made once and copied for every test that asks it something.
enum SampleStore {
  /// The sample as a file of `Glossaries/`, the store that the command made of it, and the name
  /// under which tests find it.
  static let folder = Task<URL, any Error> {
    let zhengming = try Zhengming()
    try Data(csv.utf8).write(to: try zhengming.glossaryFile("agencies.csv"))
    let outcome = try await zhengming.run("info")
    guard outcome.status == 0 else { throw Failure(errors: outcome.errors) }
    return zhengming.folder
  }

  /// The starter glossaries of the product, and the store that the command made of them.
  static let starters = Task<URL, any Error> {
    let zhengming = try Zhengming()
    let product = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for name in ["Glossaries", "Memories"] {
      try FileManager.default.copyItem(
        at: product.appending(path: name), to: zhengming.folder.appending(path: name))
    }
    let outcome = try await zhengming.run("info")
    guard outcome.status == 0 else { throw Failure(errors: outcome.errors) }
    return zhengming.folder
  }

  struct Failure: Error {
    let errors: String
  }

  /// Two bodies of one abbreviation, one that is gone and one that took over, a name that nobody
  /// verified, one that is used in Taiwan, a law and its versions, and text that acts on terminals.
  static let csv = """
    id,kind,subject,definition,issuers,number,issued,effective,repealed,force,relations,concept_note,\
    language,term,type,status,register,region,since,until,authority,source,seen,note
    agency.samr,agency,market regulation,,,,,,,,replaces agency.aqsiq since 2018-03 (quality),Since 2018.,\
    en,State Administration for Market Regulation,fullForm,preferred,,,2018-03,,issuer,samr.gov.cn,2026-11-23,
    agency.samr,,,,,,,,,,,,en,SAMR,acronym,admitted,,,2018-03,,press,a newsletter,2026-11-23,
    agency.samr,,,,,,,,,,,,en,State Administration of Market Regulation,variant,deprecated,,,,,,,,a slip
    agency.samr,,,,,,,,,,,,zh-Hans,国家市场监督管理总局,fullForm,preferred,,,2018-03,,enacted,the law,2026-11-23,
    agency.samr,,,,,,,,,,,,zh-Hans,市监总局,shortForm,admitted,colloquial,,2018-03,,,,,
    agency.aqsiq,agency,market regulation,,,,,,,,replacedBy agency.samr since 2018-03 (quality),,\
    en,General Administration of Quality Supervision,fullForm,preferred,,,2001-04,2018-03,,,,
    agency.aqsiq,,,,,,,,,,,,zh-Hans,质检总局,fullForm,preferred,,,,2018-03,press,a newspaper,,
    agency.cas,agency,science,,,,,,,,,,en,Chinese Academy of Sciences,fullForm,preferred,,,,,,,,
    agency.cas,,,,,,,,,,,,en,CAS,acronym,admitted,,,,,,,,
    agency.cas,,,,,,,,,,,,zh-Hans,中国科学院,fullForm,preferred,,,,,,,,
    agency.standards,agency,standardization,,,,,,,,,,\
    en,China Association for Standardization,fullForm,preferred,,,,,,,,
    agency.standards,,,,,,,,,,,,en,CAS,acronym,admitted,,,,,,,,
    agency.standards,,,,,,,,,,,,zh-Hans,中国标准化协会,fullForm,preferred,,,,,,,,
    policy.radio,policy,radio,,agency.samr,令第128号,1993-09-11,1993-10-01,,inForce,,,\
    en,Radio Regulations of the People's Republic of China,fullForm,preferred,,,,,,,,
    policy.radio,,,,,,,,,,,,zh-Hans,中华人民共和国无线电管理条例,fullForm,preferred,,,,,,,,
    term.software,technical,computing,Programs.,,,,,,,,,en,software,fullForm,preferred,,,,,,,,
    term.software,,,,,,,,,,,,zh-Hans,软件,fullForm,preferred,,,,,,,,
    term.software,,,,,,,,,,,,zh-Hant-TW,軟體,fullForm,preferred,,TW,,,,,,
    term.trap,technical,\u{1B}[31mred,,,,,,,,,,en,trap \u{202E}part,fullForm,preferred,,,,,,,,
    term.trap,,,,,,,,,,,,zh-Hans,陷阱,fullForm,preferred,,,,,,,,

    """
}

extension Zhengming {
  /// Where a glossary of the working folder stands.
  func glossaryFile(_ name: String) throws -> URL {
    let glossaries = folder.appending(path: "Glossaries")
    try FileManager.default.createDirectory(at: glossaries, withIntermediateDirectories: true)
    return glossaries.appending(path: name)
  }

  /// Writes a file in the working folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// The text of a file in the working folder.
  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Runs the command and reads its answer in JSON.
  func json(_ arguments: String...) async throws -> [String: Any] {
    let outcome = try await run(arguments + ["--json"])
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return answer as? [String: Any] ?? [:]
  }
}

/// Gives the body a folder with a copy of a prepared store and its glossaries.
func withStore(
  _ prepared: Task<URL, any Error> = SampleStore.folder, _ body: (Zhengming) async throws -> Void
) async throws {
  let source = try await prepared.value
  try await withZhengming { zhengming in
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      try FileManager.default.copyItem(
        at: source.appending(path: name), to: zhengming.folder.appending(path: name))
    }
    try await body(zhengming)
  }
}
