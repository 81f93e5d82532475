import Kernel
import Testing

@testable import Statistics

/// Rule NIS-04, for sums of sums: wards, areas, the city.
@Suite("Small counts that stay hidden when they are carried up")
struct TreeTests {
    typealias Line = (name: String, within: String?, count: Int)

    @Test("A ward's count that the area's sum would give away takes another with it")
    func subtraction() throws {
        let tree = try GuardedTree([
            ("city", nil, 193), ("inner", "city", 93), ("outer", "city", 100), ("Ash", "inner", 3),
            ("Beech", "inner", 50), ("Cedar", "inner", 40), ("Elm", "outer", 100), ("Fir", "outer", 0),
        ])
        #expect(tree.hidden(below: 5) == ["Ash", "Cedar"])
        #expect(tree.hidden(below: 0).isEmpty)
    }

    @Test("Where an area has nothing else to hide, its sum is hidden, and the next area keeps it company")
    func upwards() throws {
        let tree = try GuardedTree([
            ("city", nil, 63), ("a", "city", 3), ("b", "city", 60), ("a1", "a", 3), ("b1", "b", 20), ("b2", "b", 40),
        ])
        #expect(tree.hidden(below: 5) == ["a", "a1", "b", "b1"])
    }

    @Test("Two that can only be one each are not company enough")
    func onlyOne() throws {
        let tree = try GuardedTree([("all", nil, 52), ("a", "all", 1), ("b", "all", 1), ("c", "all", 50)])
        #expect(tree.hidden(below: 5) == ["a", "b", "c"])
    }

    /// Every tree that fits what is shown is tried.
    @Test("No hidden count is determined, in any of two hundred small trees", arguments: 0..<5)
    func attack(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed) + 5), hiddenInAll = 0
        for _ in 0..<40 {
            let leaves = [1...3, 1...2].map { wards in (0..<dice.roll(wards)).map { _ in dice.roll(0...6) } }
            let hidden = try GuardedTree(lines(leaves)).hidden(below: 3)
            hiddenInAll += hidden.count
            for line in lines(leaves) where (1..<3).contains(line.count) { #expect(hidden.contains(line.name)) }
            var values: [String: Set<Int>] = [:]
            try each(leaves, hidden) { other in for line in other { values[line.name, default: []].insert(line.count) }
            }
            for name in hidden { #expect((values[name]?.count ?? 0) > 1, "\(leaves): \(name) can be worked out") }
        }
        #expect(hiddenInAll > 0)
    }

    @Test("However it is printed, it keeps its counts")
    func printing() throws {
        let tree = try GuardedTree([("Ash", nil, 4_711)])
        var dumped = ""
        dump(tree, to: &dumped)
        for text in ["\(tree)", String(reflecting: tree), dumped] { #expect(!text.contains("471")) }
    }

    @Test("What is no tree of counts is refused")
    func refused() {
        #expect(throws: Refusal.self) { try GuardedTree([("a", "nowhere", 1)]) }
        #expect(throws: Refusal.self) { try GuardedTree([("a", nil, 1), ("a", nil, 1)]) }
        #expect(throws: Refusal.self) { try GuardedTree([("a", nil, -1)]) }
    }

    /// A city of areas of wards.
    private func lines(_ leaves: [[Int]]) -> [Line] {
        var lines: [Line] = [("city", nil, leaves.joined().reduce(0, +))]
        for (area, wards) in leaves.enumerated() {
            lines.append(("\(area)", "city", wards.reduce(0, +)))
            lines += wards.enumerated().map { ("\(area).\($0)", "\(area)", $1) }
        }
        return lines
    }

    /// Every city that shows the same; a hidden ward has from one to eight.
    private func each(_ leaves: [[Int]], _ hidden: Set<String>, _ body: ([Line]) throws -> Void) throws {
        let shown = lines(leaves).filter { !hidden.contains($0.name) }
        let spots = leaves.indices.flatMap { area in
            leaves[area].indices.filter { hidden.contains("\(area).\($0)") }.map { (area, $0) }
        }
        var tried = leaves
        func fill(_ index: Int) throws {
            guard index < spots.count else {
                let all = Dictionary(uniqueKeysWithValues: lines(tried).map { ($0.name, $0.count) })
                if shown.allSatisfy({ all[$0.name] == $0.count }) { try body(lines(tried)) }
                return
            }
            let (area, ward) = spots[index]
            for count in 1...8 {
                tried[area][ward] = count
                try fill(index + 1)
            }
            tried[area][ward] = leaves[area][ward]
        }
        try fill(0)
    }
}
