public import Doors
public import Foundation
import Kernel
import Oversight
public import Records
import Settings
import Store

/// Looks at what whoever answers for access has left undone.
public struct OversightDoctor: Sendable {
    /// Days that broken glass may wait for its review before the doctor says so. Ours.
    static let daysMax = 7

    let house: House
    let registry: Registry
    let now: Date

    public init(_ house: House, _ registry: Registry, at now: Date) {
        (self.house, self.registry, self.now) = (house, registry, now)
    }

    public func lines() async -> [DoctorLine] {
        do {
            let week = now.addingTimeInterval(Double(-Self.daysMax) * 86_400), today = Day(inEnglandAt: now)
            let (waiting, overdue, vacant) = try await house.store.read { tx in
                let read = ReadAccess(tx, registry, on: today, in: house)
                return (
                    try tx.glassWaiting(since: week), try read.posts().filter { $0.isOverdue(on: today) },
                    try house.configuration[Settings.responsiblePosts].filter { room, _ in
                        try read.offices.responsible(
                            forRoom: room, posts: house.configuration[Settings.responsiblePosts]
                        ).isStoodIn
                    }
                )
            }
            return [glass(waiting)] + [reviews(overdue)]
                + vacant.sorted { $0.key < $1.key }.map { room, post in
                    .warning(
                        "responsible", "nobody holds the post \(post), which answers for the room \(room)",
                        mend: "The administrators stand in. Appoint somebody, or name another in access.responsible.")
                }
        } catch {
            return [.warning("access", DatabaseDoctor.words(error), mend: "See what is said of the database.")]
        }
    }

    private func glass(_ waiting: (late: Int, untold: Int)) -> DoctorLine {
        if waiting.untold > 0 {
            return .warning(
                "broken glass", "\(waiting.untold) to review, of which nobody could be told",
                mend: "See that somebody administers the service who can be written to, and review them.")
        }
        if waiting.late > 0 {
            return .warning(
                "broken glass", "\(waiting.late) have waited for their review for more than \(Self.daysMax) days",
                mend: "`thinkchild break-glass list` lists them.")
        }
        return .fine("broken glass", "none has waited for long")
    }

    private func reviews(_ overdue: [PostAccess]) -> DoctorLine {
        if overdue.isEmpty { return .fine("access reviews", "none is overdue") }
        return .warning(
            "access reviews", "\(overdue.count) overdue: \(overdue.prefix(5).map(\.post.id).joined(separator: ", "))",
            mend: "`thinkchild access reviews --overdue` lists them; whoever answers confirms at /access-reviews.")
    }
}
