internal import Doors
internal import Kernel
internal import Records
internal import Store

/// What a search found, by kind, in the order in which a newcomer should meet the kinds.
struct SearchResults: Sendable {
    /// The things of one kind.
    struct Group: Sendable {
        let kind: Kind
        let subjects: [Subject]
    }

    let words: String
    let groups: [Group]
    /// Counted from 1.
    let page: Int
    let hasMore: Bool

    /// How many one page shows, and how many pages there are at most: whoever looks further should give more of the
    /// name. All of them and one more must be fewer than `RecordShelf.foundMax`.
    static let pageSize = 50, pagesMax = 3, wordsMax = 200

    /// Looks among the kinds that the caller may see.
    init(_ words: String, page: Int, for caller: Caller, of desk: Desk, in house: House) async throws {
        let kinds = desk.registry.kinds.filter { caller.may($0.seeing, under: house.policy) }
        self.words = words
        self.page = min(page, Self.pagesMax)
        guard words.unicodeScalars.count <= Self.wordsMax else {
            throw Refusal.invalid([Problem("q", "Search for at most \(Self.wordsMax) characters")])
        }
        guard !words.isEmpty, !kinds.isEmpty else {
            (groups, hasMore) = ([], false)
            return
        }
        let shown = self.page * Self.pageSize
        let found = try await house.store.read { tx in
            try RecordShelf(tx, desk.registry).search(words, kinds: kinds.map(\.name), limit: shown + 1)
        }
        hasMore = found.count > shown
        let here = found.prefix(shown).dropFirst(shown - Self.pageSize)
        groups = kinds.compactMap { kind in
            let subjects = here.filter { $0.kind == kind.name }
            return subjects.isEmpty ? nil : Group(kind: kind, subjects: Array(subjects))
        }
    }
}
