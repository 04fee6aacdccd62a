import Foundation
import Testing

@testable import CommandLineTool

struct StoreLocationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var named: String?
    var environment: [String: String] = ["HOME": "/home/wang"]
    var folder = "/home/wang/texts/report"
    var files: Set<String> = []
    var location: StoreLocation
  }

  @Test(arguments: [
    Case(
      testDescription: "named on the command line", named: "s.sqlite",
      environment: ["ZHENGMING_STORE": "/e"], files: ["/home/wang/texts/.zhengming/store.sqlite"],
      location: .explicit(path: "s.sqlite")),
    Case(
      testDescription: "named in the environment", environment: ["ZHENGMING_STORE": "/e"],
      files: ["/home/wang/texts/.zhengming/store.sqlite"], location: .explicit(path: "/e")),
    Case(
      testDescription: "in this folder, before one above",
      files: [
        "/home/wang/texts/report/.zhengming/store.sqlite", "/home/wang/.zhengming/store.sqlite",
      ],
      location: .found(path: "/home/wang/texts/report/.zhengming/store.sqlite")),
    Case(
      testDescription: "above, before glossaries here",
      environment: ["ZHENGMING_STORE": "", "HOME": "/home/wang"],
      files: ["/home/wang/.zhengming/store.sqlite", "/home/wang/texts/report/Glossaries"],
      location: .found(path: "/home/wang/.zhengming/store.sqlite")),
    Case(
      testDescription: "at the root", files: ["/.zhengming/store.sqlite"],
      location: .found(path: "/.zhengming/store.sqlite")),
    Case(
      testDescription: "made from glossaries above", files: ["/home/wang/texts/Glossaries"],
      location: .make(path: "/home/wang/texts/.zhengming/store.sqlite", folder: "/home/wang/texts")),
    Case(
      testDescription: "made from memories", folder: "/", files: ["/Memories"],
      location: .make(path: "/.zhengming/store.sqlite", folder: "/")),
    Case(
      testDescription: "the person's own", files: ["/home/wang/.local"],
      location: .home(path: "/home/wang/.local/share/zhengming/store.sqlite")),
    Case(
      testDescription: "the person's own, where data is kept elsewhere",
      environment: ["HOME": "/home/wang", "XDG_DATA_HOME": "/data"],
      location: .home(path: "/data/zhengming/store.sqlite")),
    Case(
      testDescription: "a relative place for data does not count",
      environment: ["HOME": "/home/wang", "XDG_DATA_HOME": "data"],
      location: .home(path: "/home/wang/.local/share/zhengming/store.sqlite")),
    Case(
      testDescription: "nobody's home", environment: [:],
      location: .home(path: "/.local/share/zhengming/store.sqlite")),
  ])
  func `the store is where the rules say`(sample: Case) {
    let location = StoreLocation.resolve(
      named: sample.named, environment: sample.environment, currentFolder: sample.folder,
      fileExists: sample.files.contains)
    #expect(location == sample.location)
  }
}

struct AuthorTests {
  private func author(_ named: String?, _ variable: String?, git: String?) -> String {
    Author.resolve(
      named: named, environment: variable.map { ["ZHENGMING_USER": $0] } ?? [:],
      gitName: { git }, login: { "li" })
  }

  @Test func `the first who is named is the author`() {
    #expect(author("Han Meimei", "Li Lei", git: "git") == "Han Meimei")
    #expect(author(nil, "Li Lei", git: "git") == "Li Lei")
    #expect(author(nil, nil, git: "git\n") == "git")
    #expect(author(nil, nil, git: nil) == "li")
    #expect(author(" ", "", git: "\n") == "li")
  }

  @Test func `git is not asked where somebody is named`() {
    let name = Author.resolve(
      named: "Han Meimei", environment: [:],
      gitName: {
        Issue.record("git was asked")
        return nil
      }, login: { "li" })
    #expect(name == "Han Meimei")
  }

  @Test func `git tells the name that is set for a folder`() async throws {
    try await withZhengming { zhengming in
      let made = try await zhengming.shell("git init -q . && git config user.name '韩梅梅'")
      try #require(made.status == 0)
      let name = Author.nameFromGit(
        in: zhengming.folder.path, environment: zhengming.environment)
      #expect(name == "韩梅梅\n")
    }
  }
}
