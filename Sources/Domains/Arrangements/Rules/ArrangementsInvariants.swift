import Kernel
import Partners
public import Records

/// What must be true of this room's records together, whoever changes them and however.
public enum ArrangementsInvariants {
    public static let all: [Invariant] = [
        Seat.oneChair, Terms.oneAtATime, Terms.quorumWithinMembers, Terms.reviewedAfterAgreed, ReportingLine.noCircle,
        ReportingLine.saysWhere, Circle.never(along: "part-of", of: Body.kind, "a sub-group of"),
        Answer.afterItsConcern,
        Threshold.oneAtATime, Threshold.dutyEndsOnADay, Project.inAProgrammeOrNot, StateOfKnowledge.carriedFromBefore,
    ]
}

extension Seat {
    static let oneChair = Invariant(of: kind.name, rule: "A body has one chair at a time") { record, shelf in
        let seat = Seat(record)
        guard seat.role == "chair", seat.standing != "lacking" else { return [] }
        if seat.number > 1 {
            return [Problem("number", "A body has one chair at a time: a chair's seat stands for one")]
        }
        let other = try shelf.records(of: Seat.kind, where: "body", is: seat.body.text).first { other in
            let theirs = Seat(other)
            return other.id != record.id && theirs.role == "chair" && theirs.standing != "lacking"
                && other.period.overlaps(record.period)
        }
        guard let other else { return [] }
        let body = try shelf.name(of: seat.body.text)
        return [
            Problem(
                "role",
                "\(body) already has a chair at that time: end \(other.id) first, or make this seat a deputy chair's")
        ]
    }
}

extension Terms {
    static let oneAtATime = Invariant(of: kind.name, rule: "A body has one set of terms of reference at a time") {
        record, shelf in
        let body = Terms(record).body.text
        let other = try shelf.records(of: Terms.kind, where: "body", is: body)
            .first { $0.id != record.id && $0.period.overlaps(record.period) }
        guard let other else { return [] }
        let advice = "change \(other.id) from a day, or end it first"
        return [Problem("body", "\(try shelf.name(of: body)) already has terms of reference at that time: \(advice)")]
    }

    static let quorumWithinMembers = Invariant(of: kind.name, rule: "A quorum is not more than the members") {
        record, _ in
        let terms = Terms(record)
        guard let quorum = terms.quorum, let limit = terms.memberLimit, quorum > limit else { return [] }
        return [Problem("quorum", "A quorum of \(quorum) can never be reached by \(limit) members")]
    }

    static let reviewedAfterAgreed = Invariant(of: kind.name, rule: "Terms are reviewed after they are agreed") {
        record, _ in
        guard let agreed = record.day("agreed"), let review = record.day("review-by"), review <= agreed else {
            return []
        }
        return [Problem("review-by", "Terms agreed on \(agreed.long) cannot be due for review on \(review.long)")]
    }
}

extension ReportingLine {
    /// Advice and scrutiny may go both ways; reporting and answering may not.
    static let noCircle = Circle.rule(
        "Reporting lines of one type make no circle",
        never: Relation(of: kind, from: "from-body") { record in
            let line = ReportingLine(record)
            guard line.standing == .holds, let to = line.to, ["reports", "accountable"].contains(line.type) else {
                return nil
            }
            return (to, line.type)
        }, field: "to", itself: "A body cannot report to itself: choose where it reports"
    ) { _, names in "This reporting line would go in a circle: \(names.joined(separator: " to "))" }

    static let saysWhere = Invariant(of: kind.name, rule: "A reporting line that holds says where it goes") {
        record, _ in
        let line = ReportingLine(record)
        guard line.standing == .holds, line.to == nil else { return [] }
        return [Problem("to", "Say where it reports, or that the line is said to be lacking or unclear")]
    }
}

extension Answer {
    /// A concern whose beginning nobody knows may have been answered at any time.
    static let afterItsConcern = Invariant(of: kind.name, rule: "A concern is answered after it is raised") {
        record, shelf in
        let raised = try shelf.versions(of: Answer(record).concern.text).first?.period.from
        guard let raised, let answered = record.period.from ?? record.period.attested, answered < raised else {
            return []
        }
        return [
            Problem("from", "The concern was raised on \(raised.long), after this answer to it on \(answered.long)")
        ]
    }
}

extension Threshold {
    static let oneAtATime = Invariant(of: kind.name, rule: "A rule has one local number at a time") { record, shelf in
        let rule = record.text("rule") ?? ""
        let other = try shelf.records(of: Threshold.kind, where: "rule", is: rule)
            .first { $0.id != record.id && $0.period.overlaps(record.period) }
        return other.map {
            [Problem("rule", "\(rules.label(of: rule)) is already set at that time: change \($0.id) from a day")]
        } ?? []
    }

    static let dutyEndsOnADay = Invariant(of: kind.name, rule: "The day a duty ends is a day") { record, _ in
        let threshold = Threshold(record)
        guard threshold.name == "trust-board-duty-ends", threshold.day == nil else { return [] }
        return [Problem("value", "\(threshold.value) is not a day: write it as yyyymmdd, such as 20101031")]
    }

    /// The value read as a day written yyyymmdd; nil when there is no such day.
    var day: Day? { Day(value / 10_000, value / 100 % 100, value % 100) }
}

extension Project {
    static let inAProgrammeOrNot = Invariant(of: kind.name, rule: "A project is in a programme or said not to be") {
        record, _ in
        guard record.text("programme") != nil, record.text("programme-standing") == "lacking" else { return [] }
        return [Problem("programme-standing", "A project that names its programme cannot be said to lack one")]
    }
}

extension StateOfKnowledge {
    static let carriedFromBefore = Invariant(of: kind.name, rule: "Facts are carried forward, never back") {
        record, _ in
        guard let on = record.day("on"), let carried = record.day("carried-from"), carried > on else { return [] }
        return [Problem("carried-from", "Facts of \(carried.long) cannot be carried forward to \(on.long)")]
    }
}
