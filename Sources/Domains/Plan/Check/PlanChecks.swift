import Arrangements
public import Kernel
public import Partners
public import Records

/// What this room contributes to the check: a plan that does not hold together, or was not done as it should be.
public enum PlanChecks {
    public static let all: [Check<PlansOnADay>] =
        ofPriorities + [
            reviewed, pickedUp, agreedByTheEntitled, saysWhatItMust, askedWhomItMust, statesItsPeriod, inTime,
            ownedByTheEntitled, oneAtATime,
        ]

    /// Everything they find, in the order of their codes.
    public static func findings(in book: Book, on day: Day) -> [Finding] {
        let model = PlansOnADay(book, on: day)
        return all.flatMap { $0.find(in: model, on: day) }
    }

    static let own = Citation("Rules", "plan.md")

    static func row(_ id: String) -> Citation { Citation("Rules", id) }

    /// A warning about what is kept here; where a source is silent, that cannot be told.
    static func severity(_ record: Record) -> Severity { record.sources.isEmpty ? .warning : .cannotTell }

    static let reviewed = Check<PlansOnADay>(
        "P04", "A plan is looked at again by its day", .warning,
        sources: [row("CYPP-01"), row("CYPP-11"), row("CYPP-12")],
        needs: "plans in use, their periods and their reviews",
        applies: """
            Every plan in use: by the day that it says itself, and for the city's plan until 30 October 2010 no later \
            than a year after it was published or last reviewed. Monitoring is no review; a review in the month \
            before the day is the one that was due. Cannot tell where what is kept of it comes from papers \
            about it that speak of no review.
            """, evidence: .verified
    ) { model in
        model.inUse.flatMap { plan -> [Found] in
            var found: [Found] = []
            let reviews = model.all(PlanReview.self, of: plan).filter { $0.record.text("sort") == "review" }.map(\.on)
            if let due = PlanLaw.reviewDue(plan, reviewed: reviews, on: model.day), due < model.day {
                let isKnown = plan.reviewDue == due || plan.record.sources.isEmpty || !reviews.isEmpty
                found.append(
                    Found(
                        isKnown ? .warning : .cannotTell, model.subject(plan.id.text),
                        isKnown
                            ? "\(plan.name) was to be looked at again by \(due.long), and was not"
                            : "\(plan.name) was to be reviewed by \(due.long); whether it was is not known",
                        mend: "Record the review, or give another day for it", facts: [plan.record]))
            }
            if let end = plan.ends, end < model.day {
                found.append(
                    Found(
                        .warning, model.subject(plan.id.text),
                        "\(plan.name) ran until \(end.long), and nothing has taken its place",
                        mend: "Publish the next edition, or close this one", facts: [plan.record]))
            }
            return found
        }
    }

    static let pickedUp = Check<PlansOnADay>(
        "P05", "An area picks up the city's priorities", .warning,
        sources: [.p10("4.5.5"), row("LDS-05")], needs: "the city's plan in use, and areas' delivery plans under it",
        applies:
            """
            Every priority of the city's plan, for every area with a delivery plan under it or under an edition before \
            it. Cannot tell where none is held, or where it is not said which plan of the city's an area's is under.
            """,
        evidence: .paper
    ) { model in
        let cities = model.inUse.filter { !$0.isLocal }
        let beside = Set(cities.flatMap(model.locals).map(\.id))
        let apart = model.inUse.filter { $0.isLocal && !beside.contains($0.id) }.map { local in
            // A plan that is not open to all is not named.
            let city = model.plans.first { $0.id == local.under }.map { "“\($0.name)”, which is not in use" }
            return Found(
                severity(local.record), model.subject(local.id.text),
                "\(local.name) is under \(city ?? "no plan of the city's in use"): what it picks up cannot be told",
                mend: "Begin a new edition of it under the city's plan in use", facts: [local.record])
        }
        return apart
            + cities.flatMap { city -> [Found] in
                let under = model.locals(under: city)
                var found: [Found] = []
                for priority in model.priorities(of: city) {
                    let line = model.line(of: priority)
                    let without = under.filter { local in
                        !model.priorities(of: local).contains { line.contains($0.picksUp?.text ?? "") }
                    }
                    guard !without.isEmpty else { continue }
                    let names = without.map { $0.area.map { model.name($0.text) } ?? $0.name }
                    found.append(
                        Found(
                            .warning, model.subject(priority.id.text),
                            "“\(priority.name)” is not picked up by \(Words.list(names))",
                            mend: "Say which of the area's priorities takes it up, or set one",
                            facts: [priority.record] + without.map(\.record)))
                }
                let missing = model.wedges(without: under)
                if !missing.isEmpty, !model.priorities(of: city).isEmpty {
                    found.append(
                        Found(
                            .cannotTell, model.subject(city.id.text),
                            "No delivery plan under it is held for \(Words.list(missing)): what they do is not known",
                            mend: "Record the areas' delivery plans", facts: [city.record]))
                }
                return found
            }
    }
}
