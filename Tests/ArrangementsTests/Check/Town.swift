import Arrangements
import Cast
import Kernel
import Partners
import Records

/// A town small enough to say in a line: a council, a Director with a deputy, a board. Attested since 7 December 2006.
enum Town {
    static let councilFields: [String: Value] = [
        "name": "Town Council", "sector": "local-authority", "type": "council",
        "safeguarding-duty": ["childrens-services-authority"],
    ]
    static let council = record(Organisation.kind, "council", councilFields)
    static let police = record(
        Organisation.kind, "police",
        [
            "name": "Town Police", "sector": "police", "type": "police-force",
            "relevant-partner": ["chief-officer-of-police"],
            "board-partner": ["chief-officer-of-police"],
        ])
    static let charity = record(
        Organisation.kind, "charity", ["name": "Town Charity", "sector": "voluntary", "type": "charity"])
    static let director = record(
        Post.kind, "director",
        [
            "name": "Director", "organisation": "council", "office": "director-of-childrens-services",
            "grade": "director",
        ])
    static let leadMember = record(
        Post.kind, "lead", ["name": "Lead Member", "organisation": "council", "office": "lead-member"])
    static let chair = record(
        Post.kind, "chair", ["name": "Chair", "organisation": "council", "office": "lscb-chair", "grade": "chair"])
    static let board = record(Body.kind, "board", ["name": "Town Board", "type": "board", "of-trust": true])
    static let trustBoard = record(
        Body.kind, "ctb",
        [
            "name": "Town Trust Board", "type": "statutory-board", "statutory": "childrens-trust-board",
            "of-trust": true,
        ])
    static let safeguarding = record(
        Body.kind, "lscb",
        [
            "name": "Town Safeguarding Board", "type": "statutory-board",
            "statutory": "local-safeguarding-children-board", "of-trust": true,
        ])

    static func seat(_ id: String, _ body: String, _ role: String = "member", _ fields: [String: Value] = [:]) -> Record
    {
        record(Seat.kind, id, fields.merging(["body": .text(body), "role": .text(role)]) { $1 })
    }
}

extension Book {
    /// Findings of one code, or of all, on a day.
    func findings(_ code: String? = nil, on day: Day = .of("2010-04-01")) -> [Finding] {
        FindingsReport(checking: Trust(self, on: day), state: "").findings.filter { code == nil || $0.code == code }
    }

    /// The same book with these records beside, or in place of, what it holds.
    func with(_ records: [Record]) -> Book {
        var book = self
        for record in records { book.set([record]) }
        return book
    }

    /// The same book without some of its things.
    func without(_ ids: String...) -> Book { Book(things.filter { !ids.contains($0[0].id) }.joined()) }

    /// The same book with a thing said differently, in every version of it.
    func saying(_ id: String, _ fields: [String: Value], _ provenance: Provenance = .stated) -> Book {
        var book = self
        book.set(
            self[id].map { old in
                let values = zip(old.kind.fields, old.values).map { fields[$0.name] ?? $1 }
                return Record(
                    old.kind, id: id, version: old.version, period: old.period, provenance: provenance,
                    sources: old.sources,
                    note: old.note, values: values, place: old.place)
            })
        return book
    }
}
