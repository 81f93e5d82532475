import Testing

@testable import Statistics

@Suite("Places and times compared")
struct ComparingTests {
    @Test("Best first; those who are level share a rank; one without a figure has none")
    func ranks() {
        let values: [Double?] = [10, 30, nil, 20, 20, 5]
        let high = Standing.all(values, by: .higherIsBetter)
        #expect(high.map { $0?.rank } == [4, 1, nil, 2, 2, 5])
        #expect(high.map { $0?.of } == [5, 5, nil, 5, 5, 5])
        #expect(high[3]?.words == "2nd equal of 5" && high[1]?.words == "1st of 5")
        #expect(Standing.all(values, by: .lowerIsBetter).map { $0?.rank } == [2, 5, nil, 3, 3, 1])
        #expect(Standing.all(values, by: .band(8...12)).map { $0?.rank } == [1, 5, nil, 3, 3, 2])
    }

    @Test("Quarters, of four places or more")
    func quarters() {
        let eight = Standing.all((1...8).map { Optional(Double($0)) }, by: .higherIsBetter)
        #expect(eight.map { $0?.quarter } == [4, 4, 3, 3, 2, 2, 1, 1])
        #expect(Standing.all([1, 2, 3], by: .higherIsBetter).allSatisfy { $0?.quarter == nil })
        #expect(Standing.all([7, 7, 7, 7], by: .higherIsBetter).allSatisfy { $0?.quarter == 1 && $0?.level == 4 })
    }

    @Test(
        "A gap says which way, and whether that is better",
        arguments: [
            (52.5, 50.0, Polarity.higherIsBetter, "2.5 higher, which is better"),
            (52.5, 50, .lowerIsBetter, "2.5 higher, which is worse"), (50, 50, .lowerIsBetter, "the same"),
            (48, 50, .context, "2 lower"), (16, 12, .band(10...15), "4 higher, which is worse"),
            (9, 5, .band(10...15), "4 higher, which is better"),
        ])
    func gaps(value: Double, other: Double, polarity: Polarity, words: String) {
        #expect(Gap(of: value, against: other, by: polarity)?.words() == words)
    }

    @Test("What is not known makes no gap, no change and no direction")
    func unknown() {
        #expect(Gap(of: nil, against: 3, by: .context) == nil)
        #expect(Travel(from: nil, to: 3, by: .context) == nil)
        #expect(GapChange(from: nil, to: nil) == nil)
    }

    @Test("Gaps narrow from either side")
    func narrowing() {
        func gap(_ size: Double) -> Gap? { Gap(of: size, against: 0, by: .higherIsBetter) }
        #expect(GapChange(from: gap(-5), to: gap(-3)) == .narrowed(by: 2))
        #expect(GapChange(from: gap(3), to: gap(-5)) == .widened(by: 2))
        #expect(GapChange(from: gap(3), to: gap(3.05), tolerance: 0.1) == .same)
        // Both are shown as 2.2: that binary fractions differ in the sixteenth place is no change.
        #expect(GapChange(from: gap(8.3 - 6.1), to: gap(14.2 - 12.0)) != .same)
        #expect(GapChange(from: gap(8.3 - 6.1), to: gap(14.2 - 12.0), places: 1) == .same)
        #expect(GapChange(from: gap(2.24), to: gap(2.16), places: 1) == .same)
        #expect(GapChange(from: gap(5), to: gap(-3), places: 1) == .narrowed(by: 2))
    }

    @Test("A gap is as it is shown: what rounds to nothing is neither better nor worse")
    func roundedGaps() throws {
        let gap = try #require(Gap(of: 0.23, against: 0.19, by: .lowerIsBetter))
        #expect(gap.rounded(to: 2).words(places: 2) == "0.04 higher, which is worse")
        #expect(gap.rounded(to: 1).words(places: 1) == "the same" && gap.rounded(to: 1).meaning == .neither)
    }

    @Test("Which way a figure went, and what that means")
    func travel() {
        #expect(Travel(from: 10, to: 12, by: .lowerIsBetter)?.words() == "Up 2: worse")
        #expect(Travel(from: 10, to: 8.5, by: .lowerIsBetter)?.words() == "Down 1.5: better")
        #expect(Travel(from: 10, to: 10.1, by: .lowerIsBetter, tolerance: 0.2)?.words() == "Level")
        #expect(Travel(from: 10, to: 12, by: .context)?.words() == "Up 2")
    }

    @Test(
        "Whether a target is met",
        arguments: [
            (Polarity.higherIsBetter, 5.0, Optional(true)), (.lowerIsBetter, 5, true), (.higherIsBetter, 4.9, false),
            (.context, 9, nil), (.band(4...6), 5, true), (.band(6...7), 5, false),
        ])
    func targets(polarity: Polarity, value: Double, isMet: Bool?) {
        #expect(polarity.meets(5, with: value) == isMet)
    }

    @Test(
        "Figures as a person reads them",
        arguments: [
            (2.5, 1, "2.5"), (2.0, 1, "2"), (-0.04, 1, "0"), (-0.05, 1, "-0.1"), (1234.567, 2, "1234.57"),
            (0.07, 2, "0.07"), (99.95, 1, "100"), (12, 0, "12"), (.nan, 1, "not a number"), (1.05, 2, "1.05"),
        ])
    func figures(value: Double, places: Int, text: String) {
        #expect(figureText(value, places: places) == text)
    }
}
