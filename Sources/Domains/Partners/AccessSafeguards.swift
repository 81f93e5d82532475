import Kernel
import Records

/// The posts that answer for restricted rooms, as the operator named them: kept beside the database, since what their
/// holders may do follows from it.
public struct AnsweringPosts: Sendable {
    public let ids: Set<String>

    public init(_ ids: some Sequence<String>) { self.ids = Set(ids) }
}

extension Access {
    /// AC-35: whoever keeps the record may not give themselves a right by it. Ours: no paper asks for it.
    static let safeguards = [
        Safeguard(of: Post.kind.name, rule: "Only an administrator says what the holder of a post may do") {
            after, before, _ in
            let isNoMore = after.allSatisfy { givesNoMore($0, than: before) }
            return isNoMore && before.allSatisfy { keepsGuards($0, in: after) } ? nil : .grantAccess
        },
        Safeguard(of: Appointment.kind.name, rule: "Only an administrator names the holder of a post that gives a role")
        {
            after, before, shelf in
            for record in after where !before.contains(where: record.isNoMore) && record.text("person") != nil {
                guard let post = record.text("post") else { continue }
                if try gives(post, on: shelf) { return .grantAccess }
            }
            return nil
        },
        Safeguard(
            of: Appointment.kind.name,
            rule: "Only an administrator ends who administers, or answers for what is restricted"
        ) { after, before, shelf in
            for record in before where !after.contains(where: record.isNoMore) && record.text("person") != nil {
                guard let post = record.text("post") else { continue }
                let guarding = try shelf.versions(of: post).contains { !roles(of: $0).isDisjoint(with: guards) }
                if guarding || shelf.kept(AnsweringPosts.self)?.ids.contains(post) == true { return .grantAccess }
            }
            return nil
        },
        Safeguard(of: Line.kind.name, rule: "Only an administrator says who manages a post that gives a role") {
            after, before, shelf in
            for record in after where !before.contains(where: record.isNoMore) && isManaging(record) {
                guard let post = record.text("post") else { continue }
                if try namesRoles(post, on: shelf) { return .grantAccess }
            }
            return nil
        },
    ]

    /// Roles by which others' access is given, ended and looked at: who has them is not for those who are looked at.
    private static let guards: Set<Role> = [.administrator, .monitoring]

    /// Whether the roles of guards that a version gave are given still, for all of its period.
    private static func keepsGuards(_ version: Record, in after: [Record]) -> Bool {
        roles(of: version).intersection(guards).allSatisfy { role in
            version.period.isWithin(after.filter { roles(of: $0).contains(role) }.map(\.period))
        }
    }

    /// Whether every role that a version gives was given before, for all of its period: what has ended cannot be had
    /// again so.
    private static func givesNoMore(_ version: Record, than before: [Record]) -> Bool {
        roles(of: version).allSatisfy { role in
            version.period.isWithin(before.filter { roles(of: $0).contains(role) }.map(\.period))
        }
    }

    /// Whether holding a post gives anything at some time: a role of its own, or that of whoever answers for others.
    private static func gives(_ post: String, on shelf: any Shelf) throws -> Bool {
        if try namesRoles(post, on: shelf) { return true }
        if shelf.kept(AnsweringPosts.self)?.ids.contains(post) == true { return true }
        return try shelf.records(of: Line.kind, where: "to", is: post).contains { line in
            try isManaging(line) && line.text("post").map { try namesRoles($0, on: shelf) } == true
        }
    }

    private static func namesRoles(_ post: String, on shelf: any Shelf) throws -> Bool {
        try shelf.versions(of: post).contains { !roles(of: $0).isEmpty }
    }

    private static func isManaging(_ record: Record) -> Bool {
        let line = Line(record)
        return line.type == "management" && line.standing == .holds
    }
}

extension Period {
    /// Whether, on each day on which this certainly holds, one of the others certainly does.
    func isWithin(_ others: [Period]) -> Bool {
        // One that never certainly holds is within what says the same.
        guard var reached = from ?? attested else { return others.contains(self) }
        while true {
            let here = others.filter { $0.holds(on: reached) }
            if here.isEmpty { return false }
            let ends = here.compactMap(\.until)
            guard ends.count == here.count, let end = ends.max() else { return true }
            if let until, until <= end { return true }
            reached = end
        }
    }
}
