public import Kernel
public import Partners
import Plan
public import Records

/// What this room contributes to the check: where the thread from a priority to its figures is broken.
public enum PerformanceChecks {
    public static let all: [Check<PerformanceOnADay>] = [measured, targeted, fresh, answeredFor, reported]

    /// Everything they find, in the order of their codes.
    public static func findings(in book: Book, on day: Day) -> [Finding] {
        let model = PerformanceOnADay(book, on: day)
        return all.flatMap { $0.find(in: model, on: day) }
    }

    private static let own = Citation("Rules", "performance.md")

    static let measured = Check<PerformanceOnADay>(
        "I01", "A priority is measured", .warning, sources: [own],
        needs: "published plans with their priorities, and published indicators",
        applies: """
            Every priority of a published plan that is in use. What measured it in an earlier edition measures it still.
            """, evidence: .own
    ) { model in
        let measured = Set(model.indicators.compactMap(\.priority?.text))
        return model.priorities.filter { measured.isDisjoint(with: model.book.line(of: $0)) }.map { priority in
            Found(
                .warning, model.subject(priority.id.text), "Nothing measures the priority \(priority.name)",
                mend: "Add an indicator that is bound to it", facts: [priority.record])
        }
    }

    static let targeted = Check<PerformanceOnADay>(
        "I02", "An indicator has a target", .warning, sources: [Citation("Rules", "NIS-02")],
        needs: "published indicators", applies: "Every one but those of which neither way is good.",
        evidence: .knowledgeHigh
    ) { model in
        model.indicators.filter { one in
            one.target == nil && one.trajectory.isEmpty && !["neither", "band"].contains(one.record.text("polarity"))
        }.map { one in
            Found(
                .warning, model.subject(one.id.text), "\(one.name) has no target, so nobody can say whether it is met",
                mend: "Set a target, with the body that agreed it as its source", facts: [one.record])
        }
    }

    static let fresh = Check<PerformanceOnADay>(
        "I03", "An indicator's data is not stale", .warning, sources: [Citation("Rules", "PF-04")],
        needs: "scorecards as they were drawn",
        applies: "What was stale on the latest scorecard that an indicator was on. Cannot tell where it was on none.",
        evidence: .own
    ) { model in
        model.indicators.compactMap { one in
            guard let last = model.latest(with: one) else {
                return Found(
                    .cannotTell, model.subject(one.id.text), "\(one.name) was on no scorecard yet",
                    mend: "Draw a scorecard for \(one.overseer.map { model.name($0.text) } ?? "a body")",
                    facts: [one.record])
            }
            guard last.record.list("stale").contains(one.id.text) else { return nil }
            return Found(
                .warning, model.subject(one.id.text),
                "The data of \(one.name) was stale when it was reported on \(last.drawn.long)",
                mend: "Import newer figures, or say how old they may be", facts: [one.record, last.record])
        }
    }

    static let answeredFor = Check<PerformanceOnADay>(
        "I04", "A post answers for an indicator", .warning, sources: [own],
        needs: "published indicators with their owners", applies: "Every one.", evidence: .own
    ) { model in
        model.indicators.filter { $0.owner == nil }.map { one in
            Found(
                .warning, model.subject(one.id.text), "No post answers for \(one.name)",
                mend: "Name the post that does",
                facts: [one.record])
        }
    }

    static let reported = Check<PerformanceOnADay>(
        "I05", "An indicator is reported to its body", .warning, sources: [Citation("Rules", "PF-05")],
        needs: "scorecards as they were drawn, and the cycle of each indicator",
        applies: "Every indicator that a body oversees, once two of its cycles have passed.", evidence: .own
    ) { model in
        model.indicators.compactMap { one in
            guard let body = one.overseer, let start = one.record.period.from ?? one.record.period.attested else {
                return nil
            }
            let last = model.scorecards.filter {
                $0.record.text("body") == body.text && $0.record.list("indicators").contains(one.id.text)
            }.map(\.drawn).max()
            guard (last ?? start).adding(months: 2 * one.cycle) <= model.day else { return nil }
            let since = last.map { "since \($0.long)" } ?? "at all"
            return Found(
                .warning, model.subject(one.id.text),
                "\(one.name) was not reported to \(Words.the(model.name(body.text))) \(since): two cycles have passed",
                mend: "Draw the body's scorecard for its next meeting", facts: [one.record])
        }
    }
}

extension PerformanceOnADay {
    /// The latest scorecard that an indicator was on.
    fileprivate func latest(with indicator: Indicator) -> FrozenScorecard? {
        scorecards.filter { $0.record.list("indicators").contains(indicator.id.text) }.max { $0.drawn < $1.drawn }
    }
}
