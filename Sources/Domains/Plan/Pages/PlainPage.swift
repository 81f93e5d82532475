import Doors
import Kernel
import Partners
import Records
import Web

/// A plan for everybody, in plain English: what it wants, what comes first, who to ask.
struct PlainPage {
    let view: PlanView
    let request: Request

    private var plan: TrustPlan { view.plan }

    var page: Page {
        Page(
            title: "\(plan.name) in plain English", breadcrumbs: PlanPages.crumbs(plan, request),
            body: """
                \(standing)\(lead)\(firsts)\(people)\(next)\
                \(Piece.paragraph(request.way("The same for young people", "/plans/\(view.id)/young")))
                """)
    }

    /// That the plan is not the one in use, and which is.
    private var standing: HTML {
        let said: String
        switch plan.state {
        case "superseded": said = "This plan is no longer in use: a later one took its place."
        case "closed": said = "This plan is no longer in use: it was closed."
        case "published": return .empty
        default: said = "This plan is not published yet. It may still change."
        }
        let newer = plan.isPublic(on: view.day) ? view.inUse : nil
        let later: HTML = newer.map { " \(request.way("Read \($0.name)", "/plans/\($0.id)/plain"))." } ?? ""
        return GovUK.insetText("\(said)\(later)")
    }

    private var lead: HTML {
        let vision: HTML? = plan.record.text("vision").map { GovUK.insetText(Piece.lines($0)) }
        let words: HTML =
            plan.record.text("plain-words").map { Piece.paragraph(Piece.lines($0)) }
            ?? Piece.paragraph(
                "This is the plan for children and young people in \(view.area?.name ?? "the whole city").")
        return "\(vision)\(words)"
    }

    private var firsts: HTML {
        let parts: [HTML] = view.outcomes.map { one in
            let items: [HTML] = one.priorities.map { line($0) }
            return """
                <h3 class="govuk-heading-s">\(one.outcome.name)</h3>
                \(items.isEmpty ? Piece.paragraph("\(nothing)") : Piece.bullets(items))
                """
        }
        let others: [HTML] = view.others.map { line($0) }
        let loose: HTML = .when(
            !others.isEmpty, "<h3 class=\"govuk-heading-s\">For all of these</h3>\n\(Piece.bullets(others))")
        return Piece.section("first", "What comes first", "\(parts)\(loose)")
    }

    /// Of a plan known from papers about it, what they do not say is not known.
    private var nothing: String {
        plan.record.sources.isEmpty
            ? "The plan puts nothing first for this." : "What the plan puts first for this is not known."
    }

    private func line(_ view: PriorityView) -> HTML {
        let who: HTML = view.accountable.map { " The person to ask: \(request.way(to: $0, "post"))." } ?? ""
        let done = view.actions.count { $0.action.state == "done" }
        let count = view.actions.count
        let progress: HTML = .when(count > 0, " \(Words.count(done, "action")) of \(count) done.")
        return "\(request.way(view.priority.name, "/priorities/\(view.id)")).\(who)\(progress)"
    }

    private var people: HTML {
        let items: [HTML] = view.consultations.map { one in
            let many = one.countWords.map { " \($0.prefix(1).uppercased() + $0.dropFirst()) people took part." } ?? ""
            let said = one.record.text("said").map { " They said: \($0)" } ?? ""
            let changed = one.record.text("changed").map { " What changed: \($0)" } ?? ""
            return "\(one.record.text("name") ?? "A consultation").\(many)\(said)\(changed)"
        }
        return .when(!items.isEmpty, Piece.section("asked", "Who was asked", Piece.bullets(items)))
    }

    private var next: HTML {
        let isMonth = plan.record.flag("published-month-only") == true
        let due = plan.isInUse(on: view.day) ? plan.reviewDue.flatMap { $0 >= view.day ? $0 : nil } : nil
        let review = due.map { "The plan will be looked at again by \($0.long)." }
        let published = plan.published.map { _ in
            "It was published \(isMonth ? "in" : "on") \(PlanPage.published(plan))."
        }
        let words = [published, review].compactMap(\.self).joined(separator: " ")
        return Piece.section("next", "What happens next", Piece.paragraph("\(words)"))
    }
}

/// A plan for young people: short sentences, everyday words, spoken to them.
struct YoungPage {
    let view: PlanView
    let request: Request

    /// That the plan is not the one in use, in everyday words.
    private var standing: HTML {
        let said: String
        switch view.plan.state {
        case "superseded", "closed": said = "This plan is old. We do not use it any more."
        case "published": return .empty
        default: said = "This plan is not ready yet. It may still change."
        }
        let newer = view.plan.isPublic(on: view.day) ? view.inUse : nil
        let later: HTML =
            newer.map { " There is a newer plan. \(request.way("Read it", "/plans/\($0.id)/young"))." } ?? ""
        return GovUK.insetText("\(said)\(later)")
    }

    var page: Page {
        let plan = view.plan
        let lead = plan.record.text("young-words") ?? "This is a plan for you. It is for all children here."
        let parts: [HTML] = view.outcomes.map { one in
            let words = one.outcome.record.text("young-words")
            let items: [HTML] = one.priorities.map { "\($0.priority.record.text("young-words") ?? $0.priority.name)" }
            let said: HTML? = words.map { Piece.paragraph(Piece.lines($0)) }
            let list: HTML = .when(
                !items.isEmpty, "\(Piece.paragraph("This is what we do first:"))\(Piece.bullets(items))")
            return "<h2 class=\"govuk-heading-m\">\(one.outcome.name)</h2>\n\(said)\(list)"
        }
        let others: [HTML] = view.others.map { "\($0.priority.record.text("young-words") ?? $0.priority.name)" }
        let loose: HTML = .when(
            !others.isEmpty, "<h2 class=\"govuk-heading-m\">For all of you</h2>\n\(Piece.bullets(others))")
        return Page(
            title: "What we want for you", caption: plan.name, breadcrumbs: PlanPages.crumbs(plan, request),
            body: """
                \(standing)\(Piece.paragraph(Piece.lines(lead)))\(parts)\(loose)\
                \(Piece.section("say", "Have your say", Piece.paragraph(
                    "Is something wrong? Is something missing? Tell us. You can ask a grown-up you trust to help.")))
                """)
    }
}
