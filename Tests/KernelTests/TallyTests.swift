import Kernel
import Testing

@Suite("Counts that may not all be shown")
struct TallyTests {
    @Test(
        "A part, a rest or a whole below the threshold hides the tally",
        arguments: [
            (0, 100, true), (1, 100, false), (5, 100, false), (6, 100, true), (94, 100, true), (95, 100, false),
            (99, 100, false), (100, 100, true), (0, 5, false), (0, 0, true), (3, 6, false), (6, 12, true),
        ])
    func threshold(part: Int, whole: Int, isShown: Bool) throws {
        let shown = try Tally(part, of: whole, hidingBelow: 6).shown
        #expect((shown == .suppressed(.primary)) == !isShown)
    }

    @Test("Where nothing is hidden the figures are there")
    func open() throws {
        let tally = try Tally(9, of: 12, hidingBelow: Tally.hidingNothing)
        guard case .figure(let figure) = tally.shown else {
            Issue.record("\(tally) is hidden")
            return
        }
        #expect((figure.numerator, figure.denominator, figure.percent) == (9, 12, 75))
        #expect(tally.description == "9 of 12 (75%)")
    }

    @Test(
        "Percentages go to the nearest whole, halves up; a share of nothing is none",
        arguments: [
            (1, 3, 33), (2, 3, 67), (1, 8, 13), (1, 200, 1), (1, 201, 0), (199, 200, 100), (0, 7, 0), (7, 7, 100),
            (0, 0, nil),
        ])
    func percent(part: Int, whole: Int, percent: Int?) throws {
        guard case .figure(let figure) = try Tally(part, of: whole, hidingBelow: 0).shown else {
            Issue.record("\(part) of \(whole) is hidden")
            return
        }
        #expect(figure.percent == percent)
    }

    @Test("However it is printed, a hidden count stays hidden")
    func printing() throws {
        let tally = try Tally(3, of: 4_777, hidingBelow: 6)
        var dumped = ""
        dump(tally, to: &dumped)
        for text in ["\(tally)", String(describing: tally), String(reflecting: tally), "\([tally])", dumped] {
            #expect(text.contains("suppressed"))
            #expect(!text.contains("3") && !text.contains("4777"), "\(text) gives the count away")
        }
    }

    @Test("A part greater than the whole, or less than none, is refused", arguments: [(5, 4), (-1, 4), (0, -1)])
    func nonsense(part: Int, whole: Int) {
        #expect(throws: Refusal.self) { try Tally(part, of: whole, hidingBelow: 6) }
    }
}
