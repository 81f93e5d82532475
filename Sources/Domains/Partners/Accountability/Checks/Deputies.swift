import Kernel
import Records

/// F01: who acts for a statutory post when its holder is away.
enum DeputyChecks {
    static let named = Check<Accountability>(
        "F01", "A statutory post has one designated deputy", .error,
        sources: [.p10("3.1.8"), .p10("3.6.2"), .rules("DCS-02")],
        needs: "posts with a statutory office, and their deputies with designation and cover",
        applies: """
            The Director's post always; another statutory office once two or more deputies are held for it. A warning \
            where the post that is designated is vacant.
            """
    ) { model in
        model.posts.current.filter { $0.noun.office != nil }.compactMap { found($0, model) }
    }

    private static let mend =
        "Designate one post to act in the statutory duties (designation: designated), and record where that is written"

    private static func found(_ post: Held<Post>, _ model: Accountability) -> Found? {
        let acting = model.whoActs(for: post.noun.id)
        let subject = model.subject(post.record.id), name = Words.the(post.noun.name)
        let facts = acting.deputies.map(\.record) + [post.record]
        switch acting.answer {
        case .designated(let deputy):
            let appointments = model.appointments(to: deputy)
            guard let vacancy = appointments.first, appointments.allSatisfy(\.noun.isVacant) else { return nil }
            return Found(
                .warning, subject,
                "When \(name) is away, \(Words.the(model.name(deputy.text))) is to act, and that post is vacant",
                mend: "Fill the post, or designate another", facts: [vacancy.record] + facts)
        case .designatedTwice(let posts):
            return Found(
                .error, subject,
                "When \(name) is away, \(posts.count) posts are each named as the one that acts: "
                    + names(posts, model), mend: mend, facts: facts)
        case .possible(let posts) where posts.count > 1:
            return Found(
                .error, subject,
                "When \(name) is away, it is not settled who acts in the statutory duties: "
                    + "\(posts.count) posts might, and none is designated: \(names(posts, model))", mend: mend,
                facts: facts)
        case .possible(let posts):
            guard post.noun.office == Accountability.director else { return nil }
            return Found(
                .warning, subject, "When \(name) is away, \(names(posts, model)) might act, but is not designated",
                mend: mend, facts: facts)
        case .cannotTell:
            guard post.noun.office == Accountability.director else { return nil }
            return Found(
                .cannotTell, subject, "Who acts for \(name) in the statutory duties is not held", mend: mend,
                facts: facts)
        }
    }

    private static func names(_ posts: [ID<Post>], _ model: Accountability) -> String {
        Words.list(posts.map { model.name($0.text) })
    }
}
