internal import Kernel
public import Ledger
public import Store
internal import Synchronization

/// A book as the database had it, and up to where in the ledger it was read.
public struct ReadBook: Sendable {
    public let book: Book
    /// Higher the later it was read, and the same where nothing in it had changed. No two databases share one.
    public let edition: Int
    /// Where the ledger ended when it was read.
    public let point: ReadingPoint
    /// The kinds it was read for, by name.
    let kinds: [String]

    private static let editions = Atomic(0)

    fileprivate static func nextEdition() -> Int { editions.add(1, ordering: .relaxed).newValue }
}

extension Transaction {
    /// Everything there is, as `loadBook` reads it, with what is sealed left shut: a process keeps it, and what was
    /// opened would outlive its key. When an earlier book of the same ledger is given, only what facts
    /// have spoken of since is read, and put in its place in that.
    public func readBook(_ registry: Registry, after earlier: ReadBook? = nil) throws -> ReadBook {
        if let earlier, let brought = try broughtUpToDate(earlier, registry) { return brought }
        let book = try loadBook(registry, isOpening: false)
        // The first facts of a ledger are sealed after they are read: that alone makes no other book of it.
        let same = earlier.flatMap { $0.book.holdsTheSame(as: book) ? $0.edition : nil }
        return ReadBook(
            book: book, edition: same ?? ReadBook.nextEdition(), point: try readingPoint(),
            kinds: registry.kinds.map(\.name))
    }

    /// Nil where the whole must be read.
    private func broughtUpToDate(_ earlier: ReadBook, _ registry: Registry) throws -> ReadBook? {
        guard earlier.kinds == registry.kinds.map(\.name), let spoken = try spokenOf(since: earlier.point) else {
            return nil
        }
        let wanted = Dictionary(grouping: spoken, by: \.kind).mapValues { Set($0.map(\.id)) }
        let shelf = RecordShelf(self, registry, isOpening: false)
        var changed: [[Record]] = []
        for kind in registry.kinds {
            guard let ids = wanted[kind.name] else { continue }
            let things = Dictionary(grouping: try shelf.records(of: kind, withIDs: ids.sorted()), by: \.id)
            for id in ids.sorted() {
                let held = earlier.book[id], versions = things[id, default: []]
                // A thing is never taken away: a book that has more than its database is of another.
                guard !versions.isEmpty || held.isEmpty else { return nil }
                if versions != held { changed.append(versions) }
            }
        }
        var book = earlier.book
        book.merge(changed)
        return ReadBook(
            book: book, edition: changed.isEmpty ? earlier.edition : ReadBook.nextEdition(),
            point: try readingPoint(), kinds: earlier.kinds)
    }
}

extension RecordShelf {
    /// Every version of some things of a kind, by identifier and version.
    fileprivate func records(of kind: Kind, withIDs ids: [String]) throws -> [Record] {
        try stride(from: 0, to: ids.count, by: RecordShelf.atOnceMax).flatMap { start in
            try records(of: kind, where: "id IN \(list: Array(ids[start..<min(ids.count, start + Self.atOnceMax)]))")
        }
    }
}
