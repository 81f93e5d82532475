import Kernel
import Testing

@testable import Arrangements

/// A figure decides only what its comparator allows.
@Suite("Figures with comparators")
struct FigureTests {
    @Test(
        "Lower than the lowest acceptable?",
        arguments: [
            (29, Comparator.under, 60, true as Bool?), (60, .under, 60, true), (61, .under, 60, nil),
            (80, .under, 60, nil),
            (59, .exactly, 60, true), (60, .exactly, 60, false), (60, .over, 60, false), (70, .over, 60, false),
            (50, .over, 60, nil),
            (60, .nearly, 60, true), (61, .nearly, 60, nil), (120, .nearly, 60, false), (54, .about, 60, true),
            (70, .about, 60, false),
            (60, .about, 60, nil),
        ])
    func below(value: Int, comparator: Comparator, limit: Int, answer: Bool?) {
        #expect(Figure(value, comparator).isBelow(limit) == answer)
    }

    @Test(
        "More than the highest acceptable? Nearly two years is more than one",
        arguments: [
            (24, Comparator.nearly, 12, true as Bool?), (24, .nearly, 18, nil), (24, .nearly, 24, false),
            (12, .exactly, 12, false),
            (13, .exactly, 12, true), (12, .over, 12, true), (6, .over, 12, nil), (12, .under, 12, false),
            (24, .under, 12, nil),
            (20, .about, 12, true), (12, .about, 12, nil), (10, .about, 12, false),
        ])
    func above(value: Int, comparator: Comparator, limit: Int, answer: Bool?) {
        #expect(Figure(value, comparator).isAbove(limit) == answer)
    }

    @Test(
        "Whole months",
        arguments: [
            ("2006-12-07", "2009-12-31", 36), ("2006-12-07", "2009-12-06", 35), ("2010-01-31", "2010-02-28", 1),
            ("2010-01-31", "2010-02-27", 0),
            ("2010-03-01", "2010-02-01", 0),
        ])
    func months(from: String, to: String, count: Int) {
        #expect(Day.of(from).wholeMonths(to: .of(to)) == count)
    }
}
