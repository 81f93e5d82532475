public import Foundation
public import Kernel
import Ledger
public import Store

/// Asks to read one restricted record without the right to: for a reason, for a while, and with whoever is responsible
/// told at once.
public struct BreakGlass: Sendable {
    /// Characters that a reason has at least and at most. Ours: twenty is a sentence, and no single word.
    public static let reasonMin = 20, reasonMax = 1_000

    let action: Action
    let subject: Subject
    let path: String
    let reason: String
    let minutes: Int

    /// - Parameters:
    ///   - action: what it takes to see the record.
    ///   - path: the page of the record that is asked for.
    ///   - minutes: how long it may be read.
    /// - Throws: `.invalid` for a reason that is none.
    public init(_ action: Action, over subject: Subject, at path: String, because reason: String, minutes: Int)
        throws(Refusal)
    {
        let trimmed = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        guard trimmed.count >= Self.reasonMin else {
            throw .invalid([
                Problem("reason", "Say why you must see this now, in at least \(Self.reasonMin) characters")
            ])
        }
        guard trimmed.count <= Self.reasonMax else {
            throw .invalid([Problem("reason", "Say why in at most \(Self.reasonMax) characters")])
        }
        (self.action, self.subject, self.path, self.minutes) = (action, subject, path, minutes)
        self.reason = trimmed
    }

    /// - Parameters:
    ///   - post: the post that is responsible; nil where none is.
    ///   - told: identifiers of the people who are told in this transaction; none where there is nobody to tell. The
    ///     glass breaks all the same, since a child may be in danger: it waits for its review, and `doctor` says so.
    /// - Throws: `.notFound` for a caller with no role, or who is no person; `.outOfOrder` for one who may see it
    ///   already.
    @discardableResult
    public func perform(
        by caller: Caller, under policy: Policy, post: String?, telling told: [String], at now: Date,
        in tx: Transaction
    ) throws -> BrokenGlass {
        guard let person = caller.person, caller.scopes == nil else { throw Refusal.notFound }

        try caller.must(.breakGlass, under: .oversight)

        if caller.may(action, under: policy) { throw Refusal.outOfOrder("You may see this already") }
        guard let role = Role.allCases.first(where: caller.roles.contains) else { throw Refusal.notFound }

        var random = SystemRandomNumberGenerator()
        let id = ID<BrokenGlass>(IDText.fresh(at: now, from: &random))
        let ends = now.addingTimeInterval(Double(minutes) * 60)
        let names = told.map { "\($0) " }.joined()
        try tx.run(
            """
            INSERT INTO oversight_opening (id, person, person_name, role, action, subject_kind, subject_id,
                subject_name, path, reason, made_at, ends_at, post, told)
            VALUES (\(id), \(person), \(caller.name), \(role.rawValue), \(action.name), \(subject.kind),
                \(subject.id), \(subject.name), \(path), \(reason), \(now), \(ends), \(post), \(" " + names))
            """)
        guard let glass = try tx.brokenGlass(id) else { throw Refusal.notFound }

        let whom = told.isEmpty ? "nobody could be told" : "told: \(told.joined(separator: ", "))"
        try tx.record(
            Fact(
                "oversight.glass-broken", about: glass.asSubject,
                "The glass was broken over \(subject.kind) \(subject.id) for \(minutes) minutes; \(whom)",
                purpose: reason),
            by: caller, at: now)

        return glass
    }
}

/// Says whether the glass was broken properly.
public struct ReviewGlass: Sendable {
    /// Characters that what is said may have.
    public static let wordsMax = 1_000

    let id: ID<BrokenGlass>
    let verdict: BrokenGlass.Verdict
    let words: String

    /// - Throws: `.invalid` when nothing is said, or too much.
    public init(_ id: ID<BrokenGlass>, as verdict: BrokenGlass.Verdict, saying words: String) throws(Refusal) {
        let trimmed = words.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty, trimmed.count <= Self.wordsMax else {
            throw .invalid([
                Problem("words", "Say what you found or asked, in at most \(Self.wordsMax) characters")
            ])
        }
        (self.id, self.verdict, self.words) = (id, verdict, trimmed)
    }

    /// - Parameter watched: what the caller watches over.
    /// - Throws: `.notFound` for what they do not; `.outOfOrder` for their own (AC-33), and for what was found proper.
    public func perform(by caller: Caller, watching watched: GlassWatched, at now: Date, in tx: Transaction) throws {
        guard let glass = try tx.brokenGlass(id), watched.covers(glass) else { throw Refusal.notFound }

        try caller.must(.reviewGlass, under: .oversight)
        try SeparationOfDuties.ownGlass.mustBeAnother(caller, than: [glass.person])

        // What was queried may be found proper later; what was found proper stays so.
        if glass.review?.verdict == .proper { throw Refusal.outOfOrder("This was reviewed already") }

        try tx.run(
            """
            UPDATE oversight_opening SET reviewed_at = \(now), reviewed_by = \(caller.name),
                verdict = \(verdict.rawValue), words = \(words)
            WHERE id = \(id)
            """)

        try tx.record(
            Fact(
                "oversight.glass-reviewed", about: glass.asSubject,
                verdict == .proper ? "It was found proper" : "It was queried", purpose: words),
            by: caller, at: now)
    }
}

extension GlassWatched {
    /// Whether somebody who watches over this may see and review it.
    public func covers(_ glass: BrokenGlass) -> Bool {
        switch self {
        case .all: true
        case .part(let person, let posts):
            glass.told.contains(person) || glass.post.map { posts.contains($0) } ?? false
        }
    }
}
