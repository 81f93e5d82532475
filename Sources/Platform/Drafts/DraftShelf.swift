internal import Doors
internal import Foundation
internal import Kernel
internal import Sealing
internal import Store

/// The drafts in the database, as one transaction sees them. What has outlived its days is not there.
struct DraftShelf {
    let tx: Transaction
    let limits: DraftLimits
    let now: Date

    init(_ tx: Transaction, _ limits: DraftLimits, at now: Date) {
        self.tx = tx
        self.limits = limits
        self.now = now
    }

    private var oldest: Date { now.addingTimeInterval(-86_400 * Double(limits.daysKept)) }

    func draft(of owner: String, on form: String) throws -> Draft? {
        try drafts("owner = \(owner) AND form = \(form)").first
    }

    /// The latest first.
    func drafts(of owner: String) throws -> [Draft] { try drafts("owner = \(owner)") }

    private func drafts(_ condition: SQL) throws -> [Draft] {
        try tx.rows(
            """
            SELECT owner, form, title, fields, kept_at FROM drafts_draft
            WHERE \(sql: condition) AND kept_at >= \(oldest) ORDER BY kept_at DESC, form
            """
        ).compactMap { row in
            let (owner, form) = (row.text(0), row.text(1))
            // One that nobody can read any more is no draft.
            guard let fields = try tx.open(words: row.text(3), for: Self.key(of: owner), at: Self.place(owner, form))
            else { return nil }
            return Draft(
                owner: owner, form: form, title: row.text(2), fields: try Fields(parsing: fields.utf8),
                keptAt: row.instant(4))
        }
    }

    /// What is typed may be anything that a record holds, so that it is sealed, whatever the form.
    static func key(of owner: String) -> SealedFor { SealedFor("drafts", owner) }
    private static func place(_ owner: String, _ form: String) -> SealedPlace {
        SealedPlace("drafts_draft", "fields", of: "\(owner) \(form)")
    }

    /// Puts a draft in place of the one before it, and takes away what is too old or too many.
    /// - Throws: `.tooLarge` for more than a draft may hold; `.invalid` for a form that cannot be one of ours.
    func keep(_ draft: Draft) throws {
        let fields = draft.fields.encoded
        guard fields.utf8.count <= limits.bytesMax else {
            throw Refusal.tooLarge("This is more than a draft may hold, so it is not kept until you save it")
        }
        guard draft.form.hasPrefix("/"), !draft.form.hasPrefix("//"), draft.form.utf8.count <= 500 else {
            throw Refusal.invalid([Problem(DraftMark.form, "There is no such form")])
        }
        let sealed = try tx.seal(words: fields, for: Self.key(of: draft.owner), at: Self.place(draft.owner, draft.form))
        try tx.run(
            """
            INSERT INTO drafts_draft (owner, form, title, fields, kept_at)
            VALUES (\(draft.owner), \(draft.form), \(String(draft.title.prefix(300))), \(sealed), \(draft.keptAt))
            ON CONFLICT (owner, form) DO UPDATE
            SET title = excluded.title, fields = excluded.fields, kept_at = excluded.kept_at
            """)
        try tx.run("DELETE FROM drafts_draft WHERE kept_at < \(oldest)")
        for extra in try drafts(of: draft.owner).dropFirst(limits.draftsMax) {
            try discard(of: draft.owner, on: extra.form)
        }
    }

    /// All of somebody's.
    static func discardAll(of owner: String, in tx: Transaction) throws {
        try tx.run("DELETE FROM drafts_draft WHERE owner = \(owner)")
    }

    /// Everybody's of forms whose paths begin so.
    /// - Returns: Whose they were.
    static func discardAll(under places: Set<String>, in tx: Transaction) throws -> [String] {
        let found = try tx.rows("SELECT owner, form FROM drafts_draft ORDER BY owner, form")
            .map { (owner: $0.text(0), form: $0.text(1)) }
            .filter { draft in places.contains { draft.form == $0 || draft.form.hasPrefix($0 + "/") } }
        for draft in found {
            try tx.run("DELETE FROM drafts_draft WHERE owner = \(draft.owner) AND form = \(draft.form)")
        }
        return Set(found.map(\.owner)).sorted()
    }

    func discard(of owner: String, on form: String) throws {
        try tx.run("DELETE FROM drafts_draft WHERE owner = \(owner) AND form = \(form)")
    }
}
