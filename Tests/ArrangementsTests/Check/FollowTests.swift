import Arrangements
import Cast
import Kernel
import Partners
import Records
import Testing

/// The check knows no name, and findings follow the facts.
@Suite("Findings follow the facts")
struct FollowTests {
    static let day = Day.of("2009-12-31")

    /// What is found, by code and subject; what cannot be told apart.
    struct Found: Hashable, CustomStringConvertible {
        let code: String, subject: String
        var description: String { "\(code) \(subject)" }
    }

    static func decided(_ book: Book, on day: Day) -> Set<Found> {
        Set(
            book.findings(on: day).filter { $0.severity != .cannotTell }.map {
                Found(code: $0.code, subject: $0.subject.id)
            })
    }

    @Test("Rename everything, identifiers too, and the findings stay", arguments: ["2009-12-31", "2010-04-01"])
    func renamed(day: String) throws {
        let book = try (day < "2010" ? Leeds.y2009 : Leeds.y2010).get().book
        let findings = book.findings(on: .of(day)), other = Renaming().renamed(book).findings(on: .of(day))
        func shape(_ findings: [Finding], _ rename: (String) -> String) -> [String] {
            // Facts are read in the order of their identifiers, so that is the order of the sources too.
            findings.map { finding in
                let sources = finding.sources.map(\.description).sorted()
                return "\(finding.code) \(finding.severity) \(finding.basis) \(rename(finding.subject.id)) \(sources)"
            }.sorted()
        }
        #expect(findings.count > 90)
        #expect(shape(findings, Renaming().identifier) == shape(other) { $0 })
        #expect(other.allSatisfy { !$0.message.contains("Leeds") && !$0.message.contains("Integrated") })
    }

    struct Mend: CustomTestStringConvertible, Sendable {
        let what: String, gone: [String], book: @Sendable (Book) -> Book

        init(_ what: String, gone: String..., book: @escaping @Sendable (Book) -> Book) {
            (self.what, self.gone, self.book) = (what, gone, book)
        }

        var testDescription: String { what }
    }

    static let mends: [Mend] = [
        Mend("a deputy is designated", gone: "F01 director") {
            $0.saying("deputy-change-innovation-may-act", ["designation": "designated"])
        },
        Mend("only the Director answers for education", gone: "F02 education") {
            $0.saying("chief-executive-answers-for-education", ["level": "leads"])
        },
        Mend("the Director line manages social care", gone: "F03 chief-officer-social-care") {
            $0.saying("chief-officer-social-care-to-director", ["standing": "holds"])
        },
        Mend(
            "the company's chief executive is in the Director's line", gone: "F04 chief-executive-education-leeds",
            "F02 education", "L03 chief-executive-education-leeds"
        ) {
            $0.saying("chief-executive-education-leeds-to-director", ["standing": "holds"])
        },
        Mend("the fourth strategic leader is appointed", gone: "F05 strategic-leaders") {
            $0.saying("strategic-leaders", ["filled": 4])
        },
        Mend("the partnership keeps to its terms", gone: "F09 clp") {
            $0.saying("clp-size-2009", ["members": 41], .figure)
        },
        Mend("its terms say how", gone: "F10 clp") {
            $0.saying("clp-terms", ["how-said": "said", "measures-said": "said"])
        },
        Mend("members come", gone: "F11 iscb") {
            $0.saying("iscb-attendance-regular", ["percent": 75, "comparator": "exactly"], .figure)
                .saying("iscb-attendance-june-2009", ["percent": 60, "comparator": "exactly"], .figure)
        },
        Mend("the health authority came last month", gone: "F12 strategic-health-authority") {
            $0.saying("iscb-absence-sha", ["months": 1, "comparator": "exactly"], .figure)
        },
        Mend("education has a seat", gone: "F13 iscb") { $0.saying("iscb-education", ["standing": "filled"]) },
        Mend("the groups have a purpose and a line", gone: "F14 commissioning-groups") {
            $0.saying("commissioning-groups-terms", ["purpose-said": "said"]).saying(
                "commissioning-groups-to-iscb", ["standing": "holds"])
        },
        Mend("commissioning is reported on", gone: "F15 iscb") {
            $0.saying("iscb-reports-on-commissioning", ["number": 3], .figure)
        },
        Mend("the board leaves policy", gone: "F22 education-leeds-board") {
            $0.saying("education-leeds-board-develops-education", ["role": "supports"])
        },
        Mend("the board reports to the Director", gone: "F22 education-leeds-board") {
            $0.saying("education-leeds-board-to-executive-board", ["to": "director"])
        },
        Mend("a programme gathers a project", gone: "F23 improvement-projects") {
            $0.with([record(Programme.kind, "programme", ["name": "Programme"])])
                .saying("improvement-projects", ["programme": "programme", "programme-standing": "holds"])
        },
        Mend("a later judgement is favourable", gone: "F24 safeguarding") {
            $0.with([
                record(
                    Judgement.kind, "later", from: .of("2009-12-31"),
                    [
                        "name": "Later", "function": "safeguarding", "verdict": "favourable",
                        "published": .day(.of("2010-01-01")),
                    ])
            ])
            .saying("later", ["published": .day(.of("2009-12-31"))])
            .saying("red-flag-safeguarding", ["published": .day(.of("2009-12-09"))])
            .saying("inspection-safeguarding-looked-after", ["published": .day(.of("2009-12-01"))])
        },
    ]

    @Test("Mending a fact removes its finding, and no other", arguments: mends)
    func mended(mend: Mend) throws {
        let book = try Leeds.y2009.get().book
        let before = Self.decided(book, on: Self.day), after = Self.decided(mend.book(book), on: Self.day)
        #expect(Set(before.subtracting(after).map(\.description)) == Set(mend.gone))
        #expect(after.subtracting(before).isEmpty)
    }

    @Test(
        "Recording what was done about a concern removes its finding, and no other",
        arguments: ["done", "not-accepted", "under-way", "not-known"])
    func answered(outcome: String) throws {
        let book = try Leeds.y2009.get().book
        let concerns = book.holding(Concern.kind.name, on: Self.day)
        #expect(concerns.count > 40)
        let before = book.findings(on: Self.day)
        for concern in concerns where book.all(Answer.kind.name).allSatisfy({ $0.text("concern") != concern.id }) {
            let answer = record(
                Answer.kind, "an-answer",
                ["concern": .text(concern.id), "done": "It was looked into", "outcome": .text(outcome)])
            let after = book.with([answer]).findings(on: Self.day)
            let lost = before.filter { !after.contains($0) }, gained = after.filter { !before.contains($0) }
            #expect(lost.count == 1 && lost[0].basis == .reported && lost[0].place == concern.place)
            switch outcome {
            case "under-way": #expect(gained.map(\.severity) == [.warning])
            case "not-known": #expect(gained.map(\.severity) == [.cannotTell])
            default: #expect(gained.isEmpty)
            }
        }
    }

    @Test(
        "Silence is not health: without its facts a rule cannot tell",
        arguments: [
            ("F01", "director", ["deputy-commissioning-partnerships-may-act", "deputy-change-innovation-may-act"]),
            ("F03", "chief-officer-social-care", ["chief-officer-social-care-to-director"]),
            (
                "F04", "chief-executive-education-leeds",
                ["chief-executive-education-leeds-to-director", "chief-executive-education-leeds-answers-to-director"]
            ),
            ("F09", "clp", ["clp-size-2009"]), ("F09", "clp", ["clp-terms"]), ("F10", "clp", ["clp-terms"]),
            ("F11", "iscb", ["iscb-attendance-regular", "iscb-attendance-june-2009"]),
            ("F12", "iscb", ["iscb-absence-sha"]), ("F13", "iscb", ["iscb-education"]),
            ("F14", "commissioning-groups", ["commissioning-groups-terms", "commissioning-groups-to-iscb"]),
            ("F15", "iscb", ["iscb-reports-on-commissioning"]), ("F19", "lscb-chair", ["lscb-chair-to-director"]),
            ("F22", "education-leeds-board", ["education-leeds-board-to-executive-board"]),
        ])
    func silence(code: String, subject: String, facts: [String]) throws {
        var book = try Leeds.y2009.get().book
        for fact in facts { book = book.without(fact) }
        let found = book.findings(code, on: Self.day).filter { $0.subject.id == subject && $0.basis == .derived }
        #expect(!found.isEmpty && found.allSatisfy { $0.severity == .cannotTell })
    }

    @Test("A vacancy whose number nobody gives, and a project of which nobody speaks, cannot be told")
    func unsaid() throws {
        let book = try Leeds.y2009.get().book.saying("strategic-leaders", ["filled": .none])
            .saying("improvement-projects", ["programme-standing": .none])
        for (code, subject) in [("F05", "strategic-leaders"), ("F23", "improvement-projects")] {
            let found = book.findings(code, on: Self.day).filter { $0.subject.id == subject }
            #expect(found.map(\.severity) == [.cannotTell])
        }
    }
}

/// Gives every record another identifier and other names, consistently.
struct Renaming {
    func identifier(_ id: String) -> String {
        "x" + String(id.utf8.reduce(UInt64(5_381)) { ($0 &* 33) ^ UInt64($1) }, radix: 36)
    }

    func renamed(_ book: Book) -> Book { Book(book.things.joined().map(renamed)) }

    private func renamed(_ record: Record) -> Record {
        let values = zip(record.kind.fields, record.values).map { field, value -> Value in
            switch (field.type, value) {
            case (.reference, .text(let id)): .text(identifier(id))
            case (.references, .list(let ids)): .list(ids.map(identifier))
            case (.text, .text), (.prose, .text): .text("Z" + identifier(record.id + field.name))
            default: value
            }
        }
        return Record(
            record.kind, id: identifier(record.id), version: record.version, period: record.period,
            provenance: record.provenance, sources: record.sources, note: record.note.map { _ in "A note" },
            values: values, place: record.place)
    }
}
