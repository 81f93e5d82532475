import Kernel
import Partners
import Records

/// Figures, absences, counts and judgements on one day: the latest of each that holds, and what had lapsed.
struct TrustEvidence: Sendable {
    private let sizes: [String: Held<Size>]
    private let attendances: [String: [Held<Attendance>]]
    private let absences: [String: [Held<Absence>]]
    private let counts: [String: [Held<ReportCount>]]
    private let judgements: [String: [Held<Judgement>]]
    /// Subjects of evidence that ended, by kind: the records that ended.
    private let lapsed: [String: [String: [Record]]]

    init(_ book: Book, on day: Day, terms: Roll<Terms>, seats: Roll<Seat>) {
        let sizes = Roll<Size>.evidence(in: book, on: day),
            attendances = Roll<Attendance>.evidence(in: book, on: day)
        let absences = Roll<Absence>.evidence(in: book, on: day),
            counts = Roll<ReportCount>.evidence(in: book, on: day)
        let judgements = Roll<Judgement>.evidence(in: book, on: day)
        self.sizes = sizes.grouped { $0.body.text }.compactMapValues { Self.latest($0) { $0.record.knownSince } }
        self.attendances = Self.latestByMeasure(attendances, on: day)
        self.absences = absences.grouped { $0.body.text }.mapValues(Self.latestByOrganisation)
        self.counts = counts.grouped { $0.body.text }
        self.judgements = judgements.grouped { $0.function.text }
        lapsed = [
            Size.kind.name: Self.records(sizes) { $0.body.text },
            Attendance.kind.name: Self.records(attendances) { $0.body.text },
            Absence.kind.name: Self.records(absences) { $0.body.text },
            ReportCount.kind.name: Self.records(counts) { $0.body.text },
            Judgement.kind.name: Self.records(judgements) { $0.function.text },
            Terms.kind.name: Self.records(terms) { $0.body.text },
            Seat.kind.name: Self.records(seats) { $0.body.text },
        ]
    }

    func size(of body: ID<Body>) -> Held<Size>? { sizes[body.text] }
    /// The latest figure of each measure.
    func attendances(at body: ID<Body>) -> [Held<Attendance>] { attendances[body.text, default: []] }
    func absences(at body: ID<Body>) -> [Held<Absence>] { absences[body.text, default: []] }
    func counts(at body: ID<Body>) -> [Held<ReportCount>] { counts[body.text, default: []] }
    func judgements(of function: ID<Function>) -> [Held<Judgement>] { judgements[function.text, default: []] }
    /// Evidence of a kind about a body or a function that ended before the day with nothing in its place.
    func lapsed(_ kind: Kind, about id: String) -> [Record] { lapsed[kind.name]?[id] ?? [] }

    private static func records<N: Noun>(_ roll: Roll<N>, by key: (N) -> String) -> [String: [Record]] {
        roll.lapsed(by: key).mapValues { $0.map(\.record) }
    }

    private static func latest<N: Noun>(_ held: [Held<N>], by date: (Held<N>) -> Day?) -> Held<N>? {
        held.max { (date($0) ?? Day(number: .min)) < (date($1) ?? Day(number: .min)) }
    }

    /// A later word on an organisation takes the place of an earlier one: it may have come since.
    private static func latestByOrganisation(_ held: [Held<Absence>]) -> [Held<Absence>] {
        let since = { (one: Held<Absence>) in one.record.knownSince ?? Day(number: .min) }
        return held.filter { one in
            !held.contains { $0.noun.organisation == one.noun.organisation && since($0) > since(one) }
        }
    }

    private static func latestByMeasure(_ roll: Roll<Attendance>, on day: Day) -> [String: [Held<Attendance>]] {
        var best: [String: [Held<Attendance>]] = [:]
        for held in roll.current where (held.noun.met ?? day) <= day {
            var figures = best[held.noun.body.text, default: []]
            if let index = figures.firstIndex(where: { $0.noun.measure == held.noun.measure }) {
                let date = { (one: Held<Attendance>) in one.noun.met ?? one.record.knownSince ?? Day(number: .min) }
                if date(held) >= date(figures[index]) { figures[index] = held }
            } else {
                figures.append(held)
            }
            best[held.noun.body.text] = figures
        }
        return best
    }
}

extension Attendance {
    /// The day of the meeting, or the first of its month.
    var met: Day? { record.day("meeting") }
}
