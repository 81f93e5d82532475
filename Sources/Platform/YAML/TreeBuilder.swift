/// Puts a parser's events together into a tree, without recursion, within limits.
struct TreeBuilder {
    /// A list or a mapping that is not closed yet.
    private struct Open {
        let isMapping: Bool
        let line: Int, column: Int
        var items: [YAMLNode] = []
        var pairs: [YAMLPair] = []
        var key: (text: String, line: Int, column: Int)?
        /// Kept only once there are more keys than are quick to look through.
        var keys: Set<String> = []
    }

    private static let keysLookedThrough = 16

    let limits: YAMLLimits
    private(set) var root: YAMLNode?
    private(set) var problems: [YAMLProblem] = []
    private var stack: [Open] = []
    private var nodes = 0

    init(limits: YAMLLimits) { self.limits = limits }

    mutating func open(mapping isMapping: Bool, line: Int, column: Int) throws(YAMLRefusal) {
        try count(line, column)
        if awaitsKey {
            throw YAMLRefusal(line, column, "A key must be a word, not a list or a mapping", "Write the key as a word")
        }
        guard stack.count < limits.depth else {
            throw YAMLRefusal(
                line, column, "Lists and mappings stand more than \(limits.depth) deep", "Nest them less deeply")
        }
        stack.append(Open(isMapping: isMapping, line: line, column: column))
    }

    mutating func close() throws(YAMLRefusal) {
        guard let closed = stack.popLast() else { return }
        let content: YAMLNode.Content = closed.isMapping ? .mapping(closed.pairs) : .list(closed.items)
        add(YAMLNode(content, line: closed.line, column: closed.column))
    }

    mutating func scalar(_ text: String, _ style: YAMLStyle, line: Int, column: Int) throws(YAMLRefusal) {
        try count(line, column)
        if awaitsKey {
            key(text, line, column)
        } else {
            add(YAMLNode(.scalar(text, style), line: line, column: column))
        }
    }

    private var awaitsKey: Bool {
        guard !stack.isEmpty else { return false }
        return stack[stack.count - 1].isMapping && stack[stack.count - 1].key == nil
    }

    private mutating func key(_ text: String, _ line: Int, _ column: Int) {
        let top = stack.count - 1
        if problems.count < limits.problems, let first = firstLine(of: text, in: stack[top]) {
            problems.append(
                YAMLProblem(
                    line: line, column: column, "The key \(text) is given twice here, first on line \(first)",
                    mend: "Keep one of them"))
        }
        stack[top].key = (text, line, column)
    }

    private func firstLine(of key: String, in open: Open) -> Int? {
        if open.pairs.count > TreeBuilder.keysLookedThrough, !open.keys.contains(key) { return nil }
        return open.pairs.first { $0.key == key }?.line
    }

    private mutating func add(_ node: YAMLNode) {
        let top = stack.count - 1
        guard top >= 0 else { root = node; return }
        guard stack[top].isMapping else { stack[top].items.append(node); return }
        guard let key = stack[top].key else { return }
        stack[top].pairs.append(YAMLPair(key.text, node, line: key.line, column: key.column))
        stack[top].key = nil
        let count = stack[top].pairs.count
        if count == TreeBuilder.keysLookedThrough + 1 {
            stack[top].keys = Set(stack[top].pairs.map(\.key))
        } else if count > TreeBuilder.keysLookedThrough {
            stack[top].keys.insert(key.text)
        }
    }

    private mutating func count(_ line: Int, _ column: Int) throws(YAMLRefusal) {
        nodes += 1
        guard nodes <= limits.nodes else {
            throw YAMLRefusal(
                line, column, "The file holds more than \(limits.nodes) values", "Split it into several files")
        }
    }
}
