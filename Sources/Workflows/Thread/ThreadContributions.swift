import Arrangements
public import Doors
import Interests
import Kernel
import Meetings
import Partners
import Performance
import Places
import Plan
import Records

extension ThreadContribution {
    /// Outcomes, priorities, actions and the needs behind them.
    public static let plans = ThreadContribution(
        links: { things, ask, shelf in
            try PlanLinks(
                for: ask.caller, under: ask.policy, on: ask.day, today: ask.today, from: ask.start, shelf
            ).touching(things)
        },
        end: { thing, ask, shelf in
            try PlanLinks(
                for: ask.caller, under: ask.policy, on: ask.day, today: ask.today, from: ask.start, shelf
            ).end(thing)
        })

    /// What priorities are measured by, who answers for it, who is told.
    public static let indicators = ThreadContribution(
        links: { things, ask, shelf in
            try IndicatorLinks(
                for: ask.caller, under: ask.policy, on: ask.day, today: ask.today, from: ask.start, place: ask.place,
                shelf
            ).touching(things)
        },
        end: { thing, ask, shelf in
            try IndicatorLinks(
                for: ask.caller, under: ask.policy, on: ask.day, today: ask.today, from: ask.start, shelf
            ).end(thing)
        })

    /// The decisions that set priorities and actions, who made them, and what followed.
    public static let decisions = ThreadContribution(
        links: { things, ask, shelf in try DecisionLinks(ask, shelf).touching(things) },
        end: { thing, ask, shelf in try DecisionLinks(ask, shelf).decision(thing)?.end })

    /// Places, which anybody may see, as they were last known: figures are of areas that are no more, too.
    public static let places = ThreadContribution(
        links: { _, _, _ in [] },
        end: { thing, ask, shelf in
            guard let record = try shelf.versions(of: thing).last, record.kind.name == Area.kind.name,
                ask.caller.may(.seePlaces, under: ask.policy)
            else { return nil }
            return .init(Subject(kind: record.kind.name, id: thing, name: Area(record).name), .place)
        })

    /// Posts and bodies, which anybody may see.
    public static let partners = ThreadContribution(
        links: { _, _, _ in [] },
        end: { thing, ask, shelf in
            let reading = DayBook(shelf, on: ask.day)
            guard let subject = try reading.subject(thing) else { return nil }
            switch subject.kind {
            case Post.kind.name where ask.caller.may(.seePartners, under: ask.policy): return .init(subject, .post)
            case Body.kind.name where ask.caller.may(.seeArrangements, under: ask.policy): return .init(subject, .body)
            default: return nil
            }
        })
}

extension AsideContribution {
    /// What was drawn for a meeting, on its page.
    public static let scorecardsOfMeetings = AsideContribution(on: Meeting.kind.name, "Scorecards") {
        meeting, ask, shelf in
        try MeetingScorecards(for: ask.caller, under: ask.policy, on: ask.day, today: ask.today, shelf).all(
            for: meeting)
    }

    /// The way to what is withheld of the interests declared at a meeting: for the monitoring officer, and for whoever
    /// keeps the meeting's record, who is asked there why they must see it. The same whether or not it is held.
    public static let withheldOfMeetings = AsideContribution(on: Meeting.kind.name, "Withheld details") {
        meeting, ask, shelf in
        guard [Action.seeInterests, .needInterests].contains(where: { ask.caller.may($0, under: ask.policy) }) else {
            return []
        }
        let reading = DayBook(shelf, on: ask.day)
        return try WithheldDeclaration.all(at: meeting, on: shelf).map { withheld in
            let declaration = withheld.declaration.id.text
            return Subject(
                kind: SensitiveInterest.kind.name, id: SensitiveInterest.id(of: declaration),
                name: try reading.name(of: declaration))
        }
    }
}
