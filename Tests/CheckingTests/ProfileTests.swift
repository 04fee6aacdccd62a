import Checking
import Testing

struct ProfileTests {
  @Test func `a profile is read from a place and a kind of text`() {
    #expect(Profile("mainland/law") == Profile(.mainland, .law))
    #expect(Profile("taiwan") == Profile(.taiwan, .general))
    #expect(Profile("hongkong/standard")?.description == "hongkong/standard")
    #expect(Profile("mainland/") == nil)
    #expect(Profile("china/law") == nil)
    #expect(Profile("mainland/law/x") == nil)
  }
}
