import Kernel
import Records

/// F05: posts with nobody in them.
enum VacancyChecks {
    static let vacant = Check<Accountability>(
        "F05", "Posts are filled", .warning, sources: [.p10("3.1.6")],
        needs: "establishments with posts and how many are filled; appointments that say a post is vacant",
        applies: """
            Every establishment, and every post said to be vacant, the Director and the Lead Member apart (L01, L02). \
            Cannot tell when an establishment does not say how many are filled, its last count has ended, or the \
            source \
            leaves unclear whether a post is vacant.
            """
    ) { model in
        model.establishments.current.compactMap { establishment($0, model) }
            + model.establishments.lapsed.map { lapsed($0, model) }
            + model.posts.current.compactMap { single($0, model) }
    }

    private static let mend = "Fill the posts, or record how many are filled now"

    private static func establishment(_ held: Held<Establishment>, _ model: Accountability) -> Found? {
        let subject = model.subject(held.record.id), posts = Words.count(held.noun.posts, "post")
        guard let filled = held.noun.filled else {
            return Found(
                .cannotTell, subject, "\(held.noun.name): \(posts); how many are filled is not held", mend: mend,
                facts: [held.record])
        }
        guard filled < held.noun.posts else { return nil }
        return Found(
            .warning, subject, "\(held.noun.name): \(posts), \(filled) filled, \(held.noun.posts - filled) vacant",
            mend: mend, facts: [held.record])
    }

    private static func lapsed(_ held: Held<Establishment>, _ model: Accountability) -> Found {
        Found(
            .cannotTell, model.subject(held.record.id),
            "\(held.noun.name): the last count held (\(Words.count(held.noun.posts, "post"))) speaks of a time before "
                + "\(held.record.period.until?.long ?? "this day")", mend: mend, facts: [held.record])
    }

    private static func single(_ post: Held<Post>, _ model: Accountability) -> Found? {
        guard post.noun.office != Accountability.director, post.noun.office != Accountability.leadMember else {
            return nil
        }
        let appointments = model.appointments(to: post.noun.id)
        guard let vacancy = appointments.first(where: \.noun.isVacant), appointments.allSatisfy(\.noun.isVacant) else {
            return nil
        }
        let isUnclear = vacancy.record.provenance == .unclear
        return Found(
            isUnclear ? .cannotTell : .warning, model.subject(post.record.id),
            isUnclear
                ? "Whether the post of \(post.noun.name) is vacant is unclear in the source"
                : "The post of \(post.noun.name) is vacant", mend: mend, facts: [vacancy.record])
    }
}
