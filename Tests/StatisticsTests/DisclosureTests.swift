import Kernel
import Testing

@testable import Statistics

/// Rule NIS-04. The attacker knows the totals, the counts that are shown, and that a count of none is never hidden.
@Suite("Small counts that stay hidden")
struct DisclosureTests {
    @Test("A small count takes the next smallest with it, or the total would give it away")
    func list() throws {
        let table = try GuardedTable([("Ash", 3), ("Beech", 40), ("Cedar", 12), ("Elm", 0)])
        let shown = table.shown(hidingBelow: 5)
        #expect(shown.cells == [[nil, 40, nil, 0]])
        #expect(shown.total == 55 && shown.hidden == 2)
    }

    @Test("In a table the company is kept both ways")
    func twoWay() throws {
        let table = try GuardedTable(
            rows: ["a", "b", "c"], columns: ["x", "y", "z"], [[2, 30, 40], [20, 25, 60], [70, 80, 90]])
        let shown = table.shown(hidingBelow: 5)
        #expect(shown.cells == [[nil, nil, 40], [nil, nil, 60], [70, 80, 90]])
        #expect(shown.rowTotals == [72, 105, 240] && shown.total == 417)
    }

    @Test("A small total is hidden too, and none is shown as none")
    func totals() throws {
        let table = try GuardedTable(rows: ["a", "b"], columns: ["x", "y"], [[3, 0], [0, 50]])
        let shown = table.shown(hidingBelow: 5)
        #expect(shown.cells[0] == [nil, 0] && shown.rowTotals[0] == nil && shown.columnTotals[0] == nil)
        #expect(Attack(shown).determined.isEmpty)
    }

    @Test("Nothing small, nothing hidden; and a threshold of nought hides nothing")
    func open() throws {
        let table = try GuardedTable(rows: ["a"], columns: ["x", "y"], [[7, 8]])
        #expect(table.shown(hidingBelow: 5).hidden == 0)
        #expect(try GuardedTable([("a", 1)]).shown(hidingBelow: 0).hidden == 0)
    }

    @Test("No hidden count is determined, in any of four hundred small tables", arguments: 0..<10)
    func attackSmall(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed) + 1)
        var hidden = 0
        for _ in 0..<40 {
            let counts = (0..<dice.roll(1...2)).map { _ in (0..<3).map { _ in dice.roll(0...7) } }
            let table = try GuardedTable(rows: counts.indices.map { "r\($0)" }, columns: ["x", "y", "z"], counts)
            let shown = table.shown(hidingBelow: 5)
            hidden += shown.hidden
            let attack = Attack(shown)
            #expect(attack.contains(counts), "what is shown of \(counts) is not true of it")
            #expect(attack.determined.isEmpty, "\(counts): \(attack.determined) can be worked out")
            let small = counts.joined().filter { (1..<5).contains($0) }
            #expect(shown.cells.joined().compactMap { $0 }.allSatisfy { $0 == 0 || $0 >= 5 })
            #expect(shown.cells.joined().count { $0 == nil } >= small.count)
        }
        #expect(hidden > 0)
    }

    @Test("A list's hidden counts are not determined either", arguments: 0..<5)
    func attackLists(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed) + 77)
        for _ in 0..<200 {
            let counts = (0..<dice.roll(1...6)).map { _ in dice.roll(0...12) }
            let shown = try GuardedTable(counts.enumerated().map { ("\($0)", $1) }).shown(hidingBelow: 6)
            let open = shown.cells[0].compactMap { $0 }.reduce(0, +), hidden = shown.cells[0].count { $0 == nil }
            guard hidden > 0, let total = shown.total else { continue }
            // So much is left for the hidden ones: if they could only all be one, or there is but one, they are known.
            #expect(hidden > 1 && total - open > hidden, "\(counts)")
        }
    }

    /// Wards by groups: too large to try every table, so the equations are solved.
    @Test("No hidden count of a large table follows from the equations")
    func attackLarge() throws {
        var dice = Dice(seed: 9)
        let counts = (0..<33).map { _ in (0..<12).map { _ in dice.roll(0...40) * dice.roll(0...3) } }
        let table = try GuardedTable(
            rows: counts.indices.map { "r\($0)" }, columns: (0..<12).map { "c\($0)" }, counts)
        let shown = table.shown(hidingBelow: 10)
        #expect(shown.hidden > 50)
        #expect(shown.rowTotals.count { $0 == nil } < 5, "totals are hidden before counts")
        #expect(Equations(shown).determined.isEmpty)
    }

    @Test("However it is printed, a guarded table keeps its counts")
    func printing() throws {
        let table = try GuardedTable([("Ash", 4_711), ("Beech", 4_712)])
        var dumped = ""
        dump(table, to: &dumped)
        for text in ["\(table)", String(reflecting: table), "\([table])", dumped] {
            #expect(text.contains("guarded") && !text.contains("471"))
        }
    }

    @Test("What is no table of counts is refused")
    func refused() {
        #expect(throws: Refusal.self) { try GuardedTable(rows: ["a"], columns: ["x"], [[1, 2]]) }
        #expect(throws: Refusal.self) { try GuardedTable([("a", -1)]) }
        let rows = (0..<200).map { "\($0)" }
        #expect(throws: Refusal.self) {
            try GuardedTable(rows: rows, columns: rows, rows.map { _ in rows.map { _ in 1 } })
        }
    }
}
