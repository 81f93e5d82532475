public import Kernel

/// Counts that are summed upwards, such as wards' to areas' and areas' to the city's, of which nothing leaves that
/// would let a small one be worked out by taking the others from their sum (`NIS-04`).
///
/// As with `GuardedTable` the counts are private, and none is shown as none.
public struct GuardedTree: Hashable, Sendable {
    struct Node: Hashable, Sendable {
        let name: String
        let parent: Int?
        let count: Int
    }

    let nodes: [Node]

    /// - Parameter nodes: Each with its count and the name of the one that it is summed into, which is nil at the top.
    /// - Throws: `Refusal.invalid` for a name twice, a sum that is not there, or a count less than nought.
    public init(_ nodes: [(name: String, within: String?, count: Int)]) throws(Refusal) {
        let places = Dictionary(nodes.enumerated().map { ($1.name, $0) }) { first, _ in first }
        guard places.count == nodes.count else { throw .invalid([Problem("counts", "A name stands twice")]) }
        var all: [Node] = []
        for node in nodes {
            guard (0...GuardedTable.countMax).contains(node.count) else {
                throw .invalid([Problem("counts", "A count is a whole number, nought or more")])
            }
            let parent = node.within.flatMap { places[$0] }
            guard parent != nil || node.within == nil else {
                throw .invalid([Problem("counts", "A count is summed into one that is not there")])
            }
            all.append(Node(name: node.name, parent: parent, count: node.count))
        }
        self.nodes = all
    }

    /// The names of those that may not leave the room.
    /// - Parameter threshold: the smallest count that may be shown, other than none at all; 0 hides nothing.
    public func hidden(below threshold: Int) -> Set<String> {
        var hiding = HideNodes(nodes, below: threshold)
        hiding.complete()
        return Set(nodes.indices.filter { hiding.isHidden[$0] }.map { nodes[$0].name })
    }
}

extension GuardedTree: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(nodes.count) summed counts, guarded" }
    public var debugDescription: String { description }
    /// Without this `dump` and a failed expectation would print the private counts.
    public var customMirror: Mirror { Mirror(self, children: ["shown": description]) }
}

/// Decides which counts of a tree are hidden.
///
/// Every sum with its parts is an equation, and a count stands in two at most: the one it is a part of, and its own.
/// Where each equation with anything hidden hides at least two of its counts, and the parts have room among them to be
/// otherwise, none can be worked out: what one has more another, at the end of the branches, can have less.
struct HideNodes {
    private let nodes: [GuardedTree.Node]
    private var parts: [[Int]]
    private(set) var isHidden: [Bool]

    init(_ nodes: [GuardedTree.Node], below threshold: Int) {
        self.nodes = nodes
        parts = Array(repeating: [], count: nodes.count)
        for (index, node) in nodes.enumerated() { if let parent = node.parent { parts[parent].append(index) } }
        isHidden = nodes.map { $0.count > 0 && $0.count < threshold }
    }

    /// Hides company until nothing hidden can be worked out. Each round hides more, so there is a last one.
    mutating func complete() {
        var sum = 0
        while sum < nodes.count {
            guard let next = company(for: sum) else { sum += 1; continue }
            isHidden[next] = true
            sum = 0
        }
    }

    /// What else is to be hidden of a sum and its parts; nil where all is well.
    private func company(for sum: Int) -> Int? {
        let hidden = parts[sum].filter { isHidden[$0] }
        guard isHidden[sum] || !hidden.isEmpty, !parts[sum].isEmpty else { return nil }
        if isHidden[sum] {
            guard hidden.isEmpty else { return nil }
        } else if hidden.count > 1, hidden.contains(where: { nodes[$0].count > least($0) }) {
            return nil
        }
        // The least that is lost; when no part is left, the sum itself.
        let others = parts[sum].filter { !isHidden[$0] && nodes[$0].count > 0 }
        return others.min { nodes[$0].count < nodes[$1].count } ?? (isHidden[sum] ? nil : sum)
    }

    /// The least that a hidden count can be, for a reader who sees what is shown and knows that none is never hidden.
    private func least(_ index: Int) -> Int {
        let below = parts[index].reduce(0) { sum, part in
            sum + (isHidden[part] ? least(part) : nodes[part].count)
        }
        return max(1, below)
    }
}
