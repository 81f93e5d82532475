internal import Doors
internal import Foundation
internal import Kernel
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
        ).map { row in
            Draft(
                owner: row.text(0), form: row.text(1), title: row.text(2),
                fields: try Fields(parsing: row.text(3).utf8), keptAt: row.instant(4))
        }
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
        try tx.run(
            """
            INSERT INTO drafts_draft (owner, form, title, fields, kept_at)
            VALUES (\(draft.owner), \(draft.form), \(String(draft.title.prefix(300))), \(fields), \(draft.keptAt))
            ON CONFLICT (owner, form) DO UPDATE
            SET title = excluded.title, fields = excluded.fields, kept_at = excluded.kept_at
            """)
        try tx.run("DELETE FROM drafts_draft WHERE kept_at < \(oldest)")
        for extra in try drafts(of: draft.owner).dropFirst(limits.draftsMax) {
            try discard(of: draft.owner, on: extra.form)
        }
    }

    func discard(of owner: String, on form: String) throws {
        try tx.run("DELETE FROM drafts_draft WHERE owner = \(owner) AND form = \(form)")
    }
}
