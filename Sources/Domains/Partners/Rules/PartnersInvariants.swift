import Kernel
public import Records

/// What must be true of this room's records together, whoever changes them and however.
public enum PartnersInvariants {
    public static let all: [Invariant] = [
        Line.noCircle, Appointment.oneHolder, Deputy.notItself, Delegation.notItself, Establishment.filledWithinPosts,
        Circle.never(along: "part-of", of: Function.kind, "part of"),
        Circle.never(along: "owner", of: Organisation.kind, "owned by"),
    ]
}

extension Line {
    /// Lines said to be lacking or unclear are not there to go round.
    static let noCircle = Circle.rule(
        "Lines of one type between posts make no circle",
        never: Relation(of: kind, from: "post") { record in
            let line = Line(record)
            return line.standing == .holds ? (line.to.text, line.type) : nil
        }, field: "to", itself: "A post cannot answer to itself: choose the post above it"
    ) { record, names in
        let type = types.label(of: Line(record).type).lowercased()
        return "This \(type) line would go in a circle: \(names.joined(separator: " to "))"
    }
}

extension Appointment {
    /// A joint appointment may stand beside another; a post held and vacant on one day is said wrongly.
    static let oneHolder = Invariant(of: kind.name, rule: "A post is held by one person at a time, unless jointly") {
        record, shelf in
        let mine = Appointment(record)
        let others = try shelf.records(of: Appointment.kind, where: "post", is: mine.post.text)
            .filter { $0.id != record.id && $0.period.overlaps(record.period) }
        for other in others {
            let theirs = Appointment(other)
            if mine.isVacant != theirs.isVacant {
                return [
                    Problem(
                        "status",
                        "\(try shelf.name(of: mine.post.text)) cannot be held and vacant at once: see \(other.id)")
                ]
            }
            let isSamePerson = mine.person != nil && mine.person == theirs.person
            let isJoint = record.text("joint-with") != nil || other.text("joint-with") != nil
            if !mine.isVacant, !isSamePerson, !isJoint {
                let post = try shelf.name(of: mine.post.text)
                return [
                    Problem(
                        "post",
                        """
                        \(post) is already held at that time: end \(other.id) first, or say that it is a joint \
                        appointment
                        """
                    )
                ]
            }
        }
        return []
    }
}

extension Deputy {
    static let notItself = Invariant(of: kind.name, rule: "A post does not deputise for itself") { record, _ in
        let deputy = Deputy(record)
        return deputy.post == deputy.deputy
            ? [Problem("deputy", "A post cannot deputise for itself: choose another post")] : []
    }
}

extension Delegation {
    static let notItself = Invariant(of: kind.name, rule: "A post does not delegate to itself") { record, _ in
        let delegation = Delegation(record)
        return delegation.from == delegation.to
            ? [Problem("to-post", "A post cannot delegate to itself: choose another post")] : []
    }
}

extension Establishment {
    static let filledWithinPosts = Invariant(of: kind.name, rule: "No more posts are filled than there are") {
        record, _ in
        let establishment = Establishment(record)
        guard let filled = establishment.filled, filled > establishment.posts else { return [] }
        return [Problem("filled", "\(filled) posts cannot be filled of \(establishment.posts)")]
    }
}
