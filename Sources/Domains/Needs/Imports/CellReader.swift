import Kernel

/// Reads the cells of one column: a figure, a mark, and what it was worked out of.
struct CellReader: Sendable {
    let rule: Layout.Cell
    let position: Int
    private let numeratorAt: Int?
    private let denominatorAt: Int?

    init?(_ rule: Layout.Cell, _ positions: [String: Int]) {
        guard let position = positions[rule.column] else { return nil }
        (self.rule, self.position) = (rule, position)
        numeratorAt = rule.numerator.flatMap { positions[$0] }
        denominatorAt = rule.denominator.flatMap { positions[$0] }
    }

    /// Nil for what is neither a figure nor a mark of the publisher's.
    func value(_ cells: [String], _ marks: Marks) -> Published? {
        let text = cells[position]
        if let amount = Amount(published: text) { return .amount(amount) }
        if let mark = marks.mark(text) { return .marked(mark) }
        let trimmed = CellReader.trimmed(text)
        return trimmed == text
            ? nil : Amount(published: trimmed).map { .amount($0) } ?? marks.mark(trimmed).map { .marked($0) }
    }

    func numerator(_ cells: [String]) -> Int? { numeratorAt.flatMap { CellReader.part(cells[$0]) } }
    func denominator(_ cells: [String]) -> Int? { denominatorAt.flatMap { CellReader.part(cells[$0]) } }

    /// What a figure was worked out of; nil for what is too large to be that.
    private static func part(_ text: String) -> Int? {
        whole(text).flatMap { Double($0.magnitude) <= Amount.sizeMax ? $0 : nil }
    }

    /// `20` and `20.0`; nil for anything else, marks among it.
    static func whole(_ text: String) -> Int? {
        guard let amount = Amount(published: trimmed(text)) else { return nil }
        let rounded = amount.rounded(to: 0)
        return rounded.double == amount.double ? Int(rounded.mantissa) : nil
    }

    static func trimmed(_ text: String) -> String {
        guard text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ") else { return text }
        var rest = text[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}

/// What published figures of one row should come to together (rule NE-07).
struct PartsRule: Sendable {
    private let rule: Layout.Rule
    private let positions: [Int]

    init(_ rule: Layout.Rule, _ all: [String: Int]) {
        self.rule = rule
        positions = rule.columns.compactMap { all[$0] }
    }

    var column: String { rule.columns[0] }

    /// Why a person should look at the row; nil when all is well, or when a figure that it takes is not given.
    func warning(_ cells: [String]) -> String? {
        let amounts = positions.map { Amount(published: CellReader.trimmed(cells[$0])) }
        guard let published = amounts.first ?? nil, !amounts.contains(nil) else { return nil }
        switch rule {
        case .share(let column, let part, let whole, let per, let decimals):
            guard let one = CellReader.whole(cells[positions[1]]), let all = CellReader.whole(cells[positions[2]]),
                let worked = Amount.share(one, of: all, per: per, decimals: decimals)
            else { return nil }
            guard worked.double != published.double else { return nil }
            return "\(column) is \(published), and \(part) of \(whole) comes to \(worked)"
        case .sum(let column, _):
            let parts = positions.dropFirst().compactMap { CellReader.whole(cells[$0]) }
            guard parts.count == positions.count - 1, let total = CellReader.whole(cells[positions[0]]) else {
                return nil
            }
            guard let sum = parts.sum else {
                return "\(column) is \(total), and its parts come to more than can be added"
            }
            return sum == total ? nil : "\(column) is \(total), and its parts come to \(sum)"
        }
    }
}

extension Collection<Int> {
    /// All of them together; nil where 64 bits do not hold it.
    var sum: Int? {
        var sum = 0
        for number in self {
            let (more, isOver) = sum.addingReportingOverflow(number)
            if isOver { return nil }
            sum = more
        }
        return sum
    }
}
