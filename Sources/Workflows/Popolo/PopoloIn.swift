import Arrangements
import Foundation
public import Kernel
import Partners
import Places
public import Records

/// A Popolo document read as drafts of records, ready to be checked like anything else that comes in.
public struct PopoloReading: Sendable {
    /// Drafts in an order in which each refers to those before it, with where in the document each stands.
    public private(set) var drafts: [RecordReader.PlacedDraft] = []
    /// What was taken though the document did not say it, such as the sector of an organisation.
    public private(set) var warnings: [String] = []
    private let today: Day

    public static let bytesMax = 64 * 1_024 * 1_024

    /// - Parameters:
    ///   - file: What remarks call the document.
    ///   - today: The day on which whatever has no start is said to have held.
    /// - Throws: `Refusal.tooLarge`, or `.invalid` when it is no Popolo document.
    public init(_ bytes: [UInt8], named file: String, on today: Day) throws(Refusal) {
        self.today = today
        guard bytes.count <= Self.bytesMax else {
            throw .tooLarge("A Popolo document is at most \(Self.bytesMax / 1_048_576) MB")
        }
        try JSONKeys.mustBeDistinct(in: bytes)
        var document: PopoloDocument
        do { document = try JSONDecoder().decode(PopoloDocument.self, from: Data(bytes)) } catch let error
            as DecodingError
        {
            throw .invalid([Problem("", "\(file): This is not a Popolo document: \(error.popoloWords)")])
        } catch { throw .invalid([Problem("", "\(file): This is not JSON: have it written again")]) }
        let fitting = PopoloFitting(document)
        warnings = fitting.warnings
        document = fitting.document
        for (index, area) in document.areas.enumerated() { take(area, at: "areas[\(index)]") }
        for (index, organization) in document.organizations.enumerated() {
            take(organization, at: "organizations[\(index)]")
        }
        for (index, person) in document.persons.enumerated() { take(person, at: "persons[\(index)]") }
        for (index, post) in document.posts.enumerated() { take(post, at: "posts[\(index)]") }
        for (index, membership) in document.memberships.enumerated() { take(membership, at: "memberships[\(index)]") }
    }

    private mutating func take(_ area: PopoloDocument.Area, at place: String) {
        add(
            Area.kind, area.id, area.own, area.sources, at: place,
            [
                "name": area.name, "code": area.identifier, "within": area.parentID,
                "type": known(area.classification, among: Area.types, else: "ward", place),
            ])
    }

    private mutating func take(_ organization: PopoloDocument.Organization, at place: String) {
        let isBody = organization.isBody
        var said = ["name": organization.name, "area": isBody ? organization.areaID : nil, "host": organization.host]
        said["from"] = organization.foundingDate
        said["until"] = organization.dissolutionDate
        said[isBody ? "part-of" : "owner"] = organization.parentID
        if isBody {
            said["type"] = known(organization.classification, among: Body.types, else: "partnership", place)
        } else {
            said["type"] = known(organization.classification, among: Organisation.types, else: "other", place)
            if organization.own?.fields["sector"] == nil {
                said["sector"] = "cross-sector"
                warnings.append("\(place): Popolo has no sector; cross-sector was taken for \(organization.name)")
            }
        }
        add(
            isBody ? Body.kind : Organisation.kind, organization.id, organization.own, organization.sources, at: place,
            said)
    }

    private mutating func take(_ person: PopoloDocument.Person, at place: String) {
        add(
            Person.kind, person.id, person.own, person.sources, at: place, ["name": person.name, "email": person.email])
    }

    private mutating func take(_ post: PopoloDocument.Post, at place: String) {
        add(
            Post.kind, post.id, post.own, post.sources, at: place,
            [
                "name": post.label,
                "office": post.role.flatMap { role in Post.offices.contains { $0.value == role } ? role : nil },
                "organisation": post.organizationID, "area": post.areaID, "from": post.startDate, "until": post.endDate,
            ])
    }

    private mutating func take(_ membership: PopoloDocument.Membership, at place: String) {
        let isSeat =
            membership.own.map { $0.kind == Seat.kind.name }
            ?? (membership.organizationID != nil && membership.postID == nil)
        var said = ["person": membership.personID, "post": membership.postID]
        said["from"] = membership.startDate
        said["until"] = membership.endDate
        if isSeat {
            said["body"] = membership.organizationID
            said["organisation"] = membership.onBehalfOfID
            said["role"] = known(membership.role, among: Seat.roles, else: "member", place)
            // Another's word for a place at the table is what it is called.
            if let role = membership.role, Self.choice(role, among: Seat.roles) == nil { said["title"] = role }
        } else {
            said["status"] = membership.role == "vacant" ? "vacant" : "held"
        }
        add(
            isSeat ? Seat.kind : Appointment.kind, membership.id ?? "", membership.own, membership.sources, at: place,
            said)
    }

    /// A word of our closed list, or what is taken in its place, which is said.
    private mutating func known(_ word: String?, among choices: [Records.Choice], else usual: String, _ place: String)
        -> String
    {
        if let word, let choice = Self.choice(word, among: choices) { return choice.value }
        warnings.append(
            "\(place): \(word.map { "\($0) is not one of our words" } ?? "nothing is said"); \(usual) was taken")
        return usual
    }

    /// The one of our words that a word is, capitals and spaces apart.
    private static func choice(_ word: String, among choices: [Records.Choice]) -> Records.Choice? {
        choices.first { [$0.value, $0.label].map(Folding.folded).contains(Folding.folded(word)) }
    }

    private mutating func add(
        _ kind: Kind, _ id: String, _ own: PopoloDocument.Own?, _ sources: [PopoloDocument.Source]?, at place: String,
        _ said: [String: String?]
    ) {
        var given: [String: Given] = ["id": .text(id)]
        for (key, value) in said { if let value { given[key] = .text(value) } }
        for (key, values) in own?.fields ?? [:] {
            guard let field = kind.fields.first(where: { $0.name == key }) else { continue }
            switch field.type {
            case .references, .choices: given[key] = .list(values)
            default: given[key] = values.first.map { .text($0) }
            }
        }
        if let asAt = own?.asAt { given["as-at"] = .text(asAt) }
        if let from = own?.from, given["from"] == nil { given["from"] = .text(from) }
        if let until = own?.until, given["until"] == nil { given["until"] = .text(until) }
        if given["from"] == nil, given["as-at"] == nil {
            given["as-at"] = .text("\(lastKnown(until: given["until"]))")
        }
        if let provenance = own?.provenance { given["provenance"] = .text(provenance) }
        let notes = (sources ?? []).compactMap(\.note).filter { Citation(reading: $0) != nil }
        if !notes.isEmpty { given["source"] = .list(notes) }
        drafts.append(RecordReader.PlacedDraft(RecordDraft(kind, given), at: place))
    }
}

extension PopoloReading {
    /// Of what has no start: today, or the last day of what had ended by then.
    private func lastKnown(until given: Given?) -> Day {
        guard case .text(let text)? = given, let until = Day(text), until <= today else { return today }
        return until.adding(days: -1)
    }
}

extension DecodingError {
    fileprivate var popoloWords: String {
        switch self {
        case .keyNotFound(let key, let context): "\(Self.path(context)) has no \(key.stringValue)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(Self.path(context)) is not what is expected there"
        case .dataCorrupted:
            "it is not JSON that can be read, or is nested too deep. Have it written again, or look for the place with "
                + "a program that checks JSON"
        @unknown default: "it cannot be read"
        }
    }

    private static func path(_ context: Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return path.isEmpty ? "the document" : String(path.drop { $0 == "." })
    }
}
