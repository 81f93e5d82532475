import Kernel
import Records

/// F03, F04 and L03: who is in charge of a service reaches the Director by line.
enum ServiceLineChecks {
    static let all = [own, outside, keptApart]

    private static let needs =
        "functions that are provider services, who runs or answers for them, lines of management and "
        + "accountability, the Director's post"

    static let own = Check<Accountability>(
        "F03", "Who is in charge of a service of the authority is line managed up to the Director", .error,
        sources: [.p10("3.1.1"), .p10("3.1.10"), .p10("3.6.6")], needs: needs,
        applies: """
            Every post of the authority or its services that runs, or answers for, a provider service, statutory \
            offices apart. Cannot tell when no line is held, the chain stops short, or the Director's post has ended.
            """
    ) { model in services(model, inAuthority: true) }

    static let outside = Check<Accountability>(
        "F04", "Who is in charge of a service outside the authority answers to the Director", .error,
        sources: [.p10("3.1.10"), .p10("5.2.3"), .p10("5.6.1")], needs: needs,
        applies: """
            As F03, for posts of a company or another organisation: a line of accountability that holds is enough, \
            unless line management is said to be lacking.
            """
    ) { model in services(model, inAuthority: false) }

    static let keptApart = Check<Accountability>(
        "L03", "Where line management is lacking, a line of accountability is recorded", .warning,
        sources: [.rules("DCS-03"), .p10("3.1.1")], needs: needs,
        applies:
            "Posts in charge of a provider service whose management line to the Director is said to be lacking or "
            + "unclear."
    ) { model in
        inCharge(model).compactMap { charge in
            let chain = model.chain(of: charge.post)
            guard
                let broken = chain.management.first(where: { $0.standing != .holds && charge.directors.contains($0.to) }
                ),
                Set(Chain.reached(by: chain.management)).isDisjoint(with: charge.directors),
                Set(Chain.reached(by: chain.accountability)).isDisjoint(with: charge.directors)
            else { return nil }
            let said = chain.accountability.first { $0.standing != .holds && charge.directors.contains($0.to) }
            let subject = model.subject(charge.post.text)
            return Found(
                said == nil ? .cannotTell : .warning, subject,
                "\(Words.sentence(Words.the(subject.name))) is not line managed by "
                    + "\(Words.the(model.name(broken.to.text))); "
                    + (said.map { "the line of accountability \(Words.said($0.standing))" }
                        ?? "whether there is a line of accountability is not held"),
                mend: "Record the line of accountability apart from line management",
                facts: [said?.record, broken.record].compactMap { $0 })
        }
    }

    // MARK: - Deciding

    /// A post in charge of a provider service, and the posts it should reach.
    private struct Charge {
        let post: ID<Post>, functions: [Held<Function>], records: [Record], directors: Set<ID<Post>>
    }

    private static func inCharge(_ model: Accountability) -> [Charge] {
        let directors = Set(model.posts(holding: Accountability.director).map(\.noun.id))
        // Where a Director's post is held to have ended, whether anybody reaches the next cannot be told.
        guard !directors.isEmpty || model.posts.lapsed.contains(where: { $0.noun.office == Accountability.director })
        else { return [] }
        var order: [ID<Post>] = [], functions: [ID<Post>: [Held<Function>]] = [:], records: [ID<Post>: [Record]] = [:]
        for function in model.functions.current where function.noun.isProvided {
            for held in model.responsibilities(for: function.noun.id) {
                let post = held.noun.post
                guard ["runs", "accountable"].contains(held.noun.level), held.record.standing != .lacking,
                    let holder = model.posts[post.text], holder.noun.office == nil
                else { continue }
                if functions[post] == nil { order.append(post) }
                if functions[post]?.contains(where: { $0.record.id == function.record.id }) != true {
                    functions[post, default: []].append(function)
                }
                records[post, default: []].append(held.record)
            }
        }
        return order.map {
            Charge(post: $0, functions: functions[$0] ?? [], records: records[$0] ?? [], directors: directors)
        }
    }

    private static func services(_ model: Accountability, inAuthority: Bool) -> [Found] {
        inCharge(model).compactMap { charge in
            guard let post = model.posts[charge.post.text], model.isAuthoritysOwn(post.noun.organisation) == inAuthority
            else { return nil }
            return found(charge, model.chain(of: charge.post), inAuthority, model)
        }
    }

    private static func noDirector(_ charge: Charge, _ model: Accountability) -> Found {
        let subject = model.subject(charge.post.text)
        return Found(
            .cannotTell, subject,
            "\(Words.sentence(Words.the(subject.name))) is in charge of "
                + "\(Words.list(charge.functions.map(\.noun.name))); no post is held that is the Director on "
                + model.day.long,
            mend: "Record the post that holds the Director's office", facts: charge.records)
    }

    private static func found(_ charge: Charge, _ chain: Chain, _ inAuthority: Bool, _ model: Accountability) -> Found?
    {
        let reached = Chain.reached(by: chain.management)
        guard Set(reached).isDisjoint(with: charge.directors) else { return nil }
        guard !charge.directors.isEmpty else { return noDirector(charge, model) }
        let director = Words.the(model.name(charge.directors.sorted()[0].text)),
            subject = model.subject(charge.post.text)
        let who =
            "\(Words.sentence(Words.the(subject.name))) is in charge of "
            + "\(Words.list(charge.functions.map(\.noun.name)))"
        let mend = "Record that the post is line managed by \(director) or by one of the Director's deputies"

        if let broken = chain.management.first(where: { $0.standing != .holds }) {
            return Found(
                .error, subject,
                "\(who); line management by \(Words.the(model.name(broken.to.text))) \(Words.said(broken.standing))",
                mend: mend, facts: [broken.record] + charge.records)
        }
        if !inAuthority, !Set(Chain.reached(by: chain.accountability)).isDisjoint(with: charge.directors) { return nil }
        // A chain that ends above the Director, or at the top, passes the Director by.
        let above = Set(charge.directors.flatMap { Chain.reached(by: model.chain(of: $0).management) })
        if let elsewhere = reached.first(where: above.contains) {
            return Found(
                .error, subject,
                "\(who), and is line managed by \(Words.the(model.name(elsewhere.text))), not by \(director)",
                mend: mend, facts: chain.management.map(\.record) + charge.records)
        }
        let why =
            reached.isEmpty
            ? "who line manages the post is not held"
            : "the line above \(Words.the(model.name(reached[reached.count - 1].text))) is not held"
        return Found(
            .cannotTell, subject, "\(who); \(why)", mend: mend, facts: charge.records + chain.management.map(\.record))
    }
}
