import Testing
import TextAnalysis
import TranslationMemory

struct TranslationUnitTests {
  @Test func `a unit is reviewed unless something else is said`() {
    let unit = TranslationUnit(
      source: UnitVariant(.english, "Scope"), target: UnitVariant(.simplifiedChinese, "范围"))
    #expect(unit.state == .reviewed)
    #expect(unit.previous == nil)
  }
}
