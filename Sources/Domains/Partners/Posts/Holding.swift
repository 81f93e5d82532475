public import Kernel
public import Records

/// Who is in a post on a day, as far as is known.
public enum Holding: Sendable, Equatable {
    /// Held; by a person where a name is held.
    case held(by: Named?, isInterim: Bool, isSeconded: Bool, jointWith: Named?)
    case vacant
    /// No record says.
    case notKnown

    public var isVacant: Bool { self == .vacant }

    public var isInterim: Bool {
        if case .held(_, isInterim: true, _, _) = self { true } else { false }
    }

    /// In a few words, for a table: `Held (interim)`.
    public var words: String {
        switch self {
        case .held(let person, let isInterim, let isSeconded, let partner):
            let said = [
                isInterim ? "interim" : nil, isSeconded ? "seconded" : nil, partner.map { "jointly with \($0.name)" },
            ].compactMap(\.self)
            return (person?.name ?? "Held") + (said.isEmpty ? "" : " (\(said.joined(separator: ", ")))")
        case .vacant: return "Vacant"
        case .notKnown: return "Not known"
        }
    }
}

extension DayBook {
    /// Who is in a post, from the appointments to it that hold on the day.
    public func holding(of post: ID<Post>) throws -> (Holding, Record?) {
        try holding(from: records(Appointment.kind, where: "post", is: post.text))
    }

    /// The same of many posts, by identifier, in one question to the database.
    public func holdings(of posts: [ID<Post>]) throws -> [String: Holding] {
        let appointments = try records(Appointment.kind, where: "post", isAnyOf: posts.map(\.text))
        try prefetch(appointments.flatMap { [$0.text("person"), $0.text("joint-with")] }.compactMap(\.self))
        let byPost = Dictionary(grouping: appointments) { $0.text("post") ?? "" }
        return try byPost.mapValues { try holding(from: $0).0 }
    }

    private func holding(from appointments: [Record]) throws -> (Holding, Record?) {
        guard let record = appointments.first(where: { $0.text("status") != "vacant" }) ?? appointments.first else {
            return (.notKnown, nil)
        }
        guard record.text("status") != "vacant" else { return (.vacant, record) }
        let holding = Holding.held(
            by: try named(record.id("person") as ID<Person>?), isInterim: record.flag("interim") ?? false,
            isSeconded: record.flag("seconded") ?? false,
            jointWith: try named(record.id("joint-with") as ID<Organisation>?))
        return (holding, record)
    }
}
