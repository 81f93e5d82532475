internal import Kernel

/// A book that finds records by what they point at without looking through all of them. For one use, on one thread.
public final class IndexedShelf: Shelf {
    private let book: Book
    private var indexes: [String: [String: [Int]]] = [:]

    public init(_ book: Book) { self.book = book }

    public func versions(of id: String) -> [Record] { book[id] }
    public func records(of kind: Kind) -> [Record] { book.all(kind.name) }

    public func records(of kind: Kind, where field: String, is value: String) -> [Record] {
        guard let position = kind.index(of: field) else { return [] }
        let key = kind.name + "." + field
        let index = indexes[key] ?? made(kind, position)
        indexes[key] = index
        let all = book.all(kind.name)
        return index[value, default: []].map { all[$0] }
    }

    private func made(_ kind: Kind, _ position: Int) -> [String: [Int]] {
        var index: [String: [Int]] = [:]
        for (at, record) in book.all(kind.name).enumerated() {
            switch record.values[position] {
            case .text(let text): index[text, default: []].append(at)
            case .list(let list): for item in list { index[item, default: []].append(at) }
            default: break
            }
        }
        return index
    }
}
