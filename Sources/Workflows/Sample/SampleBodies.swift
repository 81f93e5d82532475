import Arrangements
import Kernel
import Partners
import Records

// Bodies over the city, with terms, seats and ten years of attested attendance. One in fifty is ailing.
extension SampleTrust {
    mutating func makeBodies() {
        for number in 0..<scale.bodies {
            let id = "body-\(number)"
            add(Body.kind, id, bodyFields(number))
            add(
                Terms.kind, "terms-\(number)",
                [
                    "body": .text(id), "agreed": .day(SampleTrust.firstDay),
                    "purpose": .text("To do what body \(number) is for."),
                    "purpose-said": .text("said"), "how-said": .text(random.oneIn(50) ? "insufficient" : "said"),
                    "measures-said": .text("said"), "member-limit": .integer(scale.seats / scale.bodies + 5),
                    "quorum": .integer(5),
                    "escalates-to": .text(number == 0 ? "body-1" : "body-\(number / 8)"),
                ])
            if number > 0 {
                add(
                    ReportingLine.kind, "reports-\(number)",
                    ["from-body": .text(id), "to": .text("body-\(number / 8)")])
            }
            add(
                Remit.kind, "remit-\(number)",
                [
                    "body": .text(id), "function": .text(SampleTrust.functions[number % SampleTrust.functions.count].0),
                    "role": .text("oversees"), "core": .flag(true),
                ])
        }
    }

    private func bodyFields(_ number: Int) -> [String: Value] {
        let wedge = SampleTrust.wedges[number % SampleTrust.wedges.count]
        var fields: [String: Value] = [
            "name": .text("Body no. \(number)"), "type": .text(number < 20 ? "board" : "locality-group"),
            "host": .text("council"), "of-trust": .flag(true),
            "area": .text(number < 20 ? "sample-city" : "wedge-\(wedge)"),
        ]
        if number == 1 {
            fields["name"] = .text("Sample Safeguarding Children Board")
            fields["type"] = .text("statutory-board")
            fields["statutory"] = .text("local-safeguarding-children-board")
            fields["appointed-chair-by"] = .text("council")
            fields["chair-consulted"] = .flag(true)
        }
        return fields
    }

    mutating func makeSeats() {
        for number in 0..<scale.seats {
            let body = number % scale.bodies
            let isChair = number < scale.bodies
            var fields: [String: Value] = ["body": .text("body-\(body)"), "role": .text(isChair ? "chair" : "member")]
            if isChair {
                fields["post"] = .text("post-\(2 + body % max(1, scale.posts - 2))")
            } else {
                fields["organisation"] = .text(organisationID(random.below(scale.organisations)))
            }
            add(Seat.kind, "seat-\(number)", fields)
        }
    }

    /// Attested shares of members present, one after another for each body through ten years.
    mutating func makeAttendance() {
        let days = Day.days(from: SampleTrust.firstDay, to: SampleTrust.lastDay)
        let rounds = max(1, scale.attendances / scale.bodies)
        for number in 0..<scale.attendances {
            let body = number % scale.bodies
            let round = min(rounds - 1, number / scale.bodies)
            let meeting = SampleTrust.firstDay.adding(days: days * round / rounds)
            let next = round == rounds - 1 ? nil : SampleTrust.firstDay.adding(days: days * (round + 1) / rounds)
            let isAiling = body % 50 == 7
            add(
                Attendance.kind, "attendance-\(number)",
                [
                    "body": .text("body-\(body)"), "measure": .text("meeting"), "meeting": .day(meeting),
                    "percent": .integer(isAiling ? 20 + random.below(35) : 62 + random.below(38)),
                    "comparator": .text("exactly"),
                ], from: meeting, until: next)
        }
    }
}
