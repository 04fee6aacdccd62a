import Testing
import TextAnalysis

struct SimilarFormsTests {
  @Test(arguments: [
    ("己", "已"), ("未", "末"), ("土", "士"), ("侯", "候"), ("竟", "竞"), ("辨", "辩"), ("監", "盐"),
    ("部", "陪"), ("藍", "篮"), ("折", "析"), ("日", "曰"),
  ])
  func `characters of one form are alike, in either order and script`(
    one: Unicode.Scalar, other: Unicode.Scalar
  ) {
    #expect(SimilarForms.alike(one, other))
    #expect(SimilarForms.alike(other, one))
  }

  @Test(arguments: [
    ("银", "药"), ("己", "己"), ("网", "網"), ("A", "B"), ("银", "银"), ("己", "末"), ("中", "国"),
  ])
  func `others are not, nor a character and itself`(one: Unicode.Scalar, other: Unicode.Scalar) {
    #expect(!SimilarForms.alike(one, other))
  }
}
