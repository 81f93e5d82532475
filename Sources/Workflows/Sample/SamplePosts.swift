import Kernel
import Partners
import Records

// Posts in a tree: the Director at the root, each other post managed by one before it. Appointments change hands.
extension SampleTrust {
    mutating func makePosts() {
        for number in 0..<scale.posts {
            let id = "post-\(number)"
            let organisation = number < scale.posts / 2 ? 0 : 1 + random.below(scale.organisations - 1)
            add(Post.kind, id, postFields(number, organisationID(organisation)))
            makeAppointments(of: id, number)
            guard number > 1 else { continue }
            add(
                Line.kind, "line-\(number)",
                [
                    "post": .text(id), "to": .text("post-\(number / 6)"), "type": .text("management"),
                ])
        }
        makeAccountability()
    }

    private func postFields(_ number: Int, _ organisation: String) -> [String: Value] {
        switch number {
        case 0:
            [
                "name": .text("Director of Children's Services"), "organisation": .text("council"),
                "grade": .text("director"),
                "office": .text("director-of-childrens-services"),
            ]
        case 1:
            [
                "name": .text("Lead Member for Children's Services"), "organisation": .text("council"),
                "grade": .text("elected"),
                "office": .text("lead-member"),
            ]
        default:
            [
                "name": .text("\(SamplePostTitles.of(number)) no. \(number)"), "organisation": .text(organisation),
                "grade": .text(number < 60 ? "chief-officer" : number < 600 ? "head" : "practitioner"),
            ]
        }
    }

    private mutating func makeAppointments(of post: String, _ number: Int) {
        let handover = SampleTrust.firstDay.adding(days: 30 + random.below(3_000))
        add(
            Appointment.kind, "appointment-\(number)-1", ["post": .text(post), "status": .text("held")], until: handover
        )
        let isVacant = number > 1 && random.oneIn(40)
        add(
            Appointment.kind, "appointment-\(number)-2",
            [
                "post": .text(post), "status": .text(isVacant ? "vacant" : "held"),
            ], from: handover)
    }

    private mutating func makeAccountability() {
        add(
            Responsibility.kind, "accountable-all",
            [
                "post": .text("post-0"), "function": .text("childrens-services"), "level": .text("accountable"),
            ])
        for (number, function) in SampleTrust.functions.enumerated() {
            add(
                Responsibility.kind, "runs-\(function.0)",
                [
                    "post": .text("post-\(2 + number)"), "function": .text(function.0), "level": .text("runs"),
                ])
        }
        for number in 2..<min(5, scale.posts) {
            add(
                Deputy.kind, "deputy-\(number)",
                [
                    "post": .text("post-0"), "deputy": .text("post-\(number)"), "covers": .text("all"),
                    "designation": .text(number == 2 ? "designated" : "possible"),
                ])
        }
    }
}

/// What the posts of the sample city are called.
enum SamplePostTitles {
    private static let titles = [
        "Manager", "Social worker", "Health visitor", "Teacher", "Youth worker", "Analyst", "Team leader",
    ]

    static func of(_ number: Int) -> String { titles[number % titles.count] }
}
