import Arrangements
import Foundation
public import Kernel
import Partners
import Places
public import Records

extension PopoloDocument {
    /// The people, posts, organisations, bodies and areas that held on a day.
    ///
    /// A body is an Organization whose classification is its type; an appointment and a seat are Memberships.
    public init(of book: Book, on day: Day) {
        self.init()
        areas = book.holding("area", on: day).map(Area.init)
        organizations =
            book.holding("organisation", on: day).map { Organization($0, parent: "owner") }
            + book.holding("body", on: day).map { Organization($0, parent: "part-of") }
        persons = book.holding("person", on: day).map(Person.init)
        posts = book.holding("post", on: day).map(Post.init)
        memberships =
            book.holding("appointment", on: day).map { Membership(appointment: $0, in: book, on: day) }
            + book.holding("seat", on: day).map { Membership(seat: $0, in: book, on: day) }
    }
}

extension PopoloDocument {
    /// The document as JSON, its keys in order so that the same book always gives the same bytes.
    public var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self))
        }
    }
}

extension PopoloDocument.Own {
    /// Every field that Popolo has no word for.
    ///
    /// - Parameter isDated: whether Popolo's own shape has days for when it holds.
    init?(_ record: Record, but said: [String], isDated: Bool = true) {
        var fields: [String: [String]] = [:]
        for (field, value) in zip(record.kind.fields, record.values) where !said.contains(field.name) {
            switch value {
            case .none, .withheld: continue
            case .text(let text): fields[field.name] = [text]
            case .integer(let number): fields[field.name] = [String(number)]
            case .flag(let flag): fields[field.name] = [flag ? "true" : "false"]
            case .day(let day): fields[field.name] = [day.description]
            case .list(let list): fields[field.name] = list
            }
        }
        self.init(
            kind: record.kind.name, fields: fields,
            provenance: record.provenance == .stated ? nil : record.provenance.rawValue,
            asAt: record.period.attested?.description, from: isDated ? nil : record.period.from?.description,
            until: isDated ? nil : record.period.until?.description)
    }
}

extension Record {
    fileprivate var popoloSources: [PopoloDocument.Source]? {
        sources.isEmpty ? nil : sources.map { PopoloDocument.Source(note: $0.description) }
    }
}

extension PopoloDocument.Area {
    init(_ record: Record) {
        self.init(
            id: record.id, name: record.text("name") ?? record.id, identifier: record.text("code"),
            classification: record.text("type"), parentID: record.text("within"), sources: record.popoloSources,
            own: .init(record, but: ["name", "code", "type", "within"], isDated: false))
    }
}

extension PopoloDocument.Organization {
    init(_ record: Record, parent: String) {
        self.init(
            id: record.id, name: record.text("name") ?? record.id, classification: record.text("type"),
            parentID: record.text(parent), areaID: record.text("area"),
            foundingDate: record.period.from?.description, dissolutionDate: record.period.until?.description,
            sources: record.popoloSources, own: .init(record, but: ["name", "type", parent, "area"]))
    }
}

extension PopoloDocument.Person {
    init(_ record: Record) {
        self.init(
            id: record.id, name: record.text("name") ?? record.id, email: record.text("email"),
            sources: record.popoloSources, own: .init(record, but: ["name", "email"], isDated: false))
    }
}

extension PopoloDocument.Post {
    init(_ record: Record) {
        self.init(
            id: record.id, label: record.text("name") ?? record.id, role: record.text("office"),
            organizationID: record.text("organisation"), areaID: record.text("area"),
            startDate: record.period.from?.description, endDate: record.period.until?.description,
            sources: record.popoloSources, own: .init(record, but: ["name", "office", "organisation", "area"]))
    }
}

extension PopoloDocument.Membership {
    init(appointment record: Record, in book: Book, on day: Day) {
        self.init(
            id: record.id, label: book.name(of: record.id, on: day), role: record.text("status"),
            personID: record.text("person"), postID: record.text("post"),
            startDate: record.period.from?.description, endDate: record.period.until?.description,
            sources: record.popoloSources, own: .init(record, but: ["status", "person", "post"]))
    }

    init(seat record: Record, in book: Book, on day: Day) {
        self.init(
            id: record.id, label: book.name(of: record.id, on: day), role: record.text("role"),
            personID: record.text("person"), organizationID: record.text("body"), postID: record.text("post"),
            onBehalfOfID: record.text("organisation"), startDate: record.period.from?.description,
            endDate: record.period.until?.description, sources: record.popoloSources,
            own: .init(record, but: ["role", "person", "body", "post", "organisation"]))
    }
}
