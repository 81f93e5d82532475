import Arrangements
import Foundation
import Kernel
import Partners

/// A document written elsewhere, made to fit: identifiers that we can hold, whole days, and a table for whoever sits
/// in an organisation. What is ours already fits, and is left as it is.
struct PopoloFitting {
    private(set) var document: PopoloDocument
    /// What was taken though the document does not say it.
    private(set) var warnings: [String] = []
    private var names: [String: String] = [:]
    private var taken: Set<String> = []

    init(_ document: PopoloDocument) {
        self.document = document
        nameAll()
        makeTables()
        leaveOutParents()
        makeDaysWhole()
    }

    // MARK: - Identifiers

    private mutating func nameAll() {
        let given =
            document.areas.map(\.id) + document.organizations.map(\.id) + document.persons.map(\.id)
            + document.posts.map(\.id) + document.memberships.compactMap(\.id)
        taken = Set(given.filter(IDText.isWellFormed))
        for id in given where !IDText.isWellFormed(id) && names[id] == nil {
            names[id] = free(IDText.slug(of: id.replacing("/", with: " ")) ?? "thing")
            warnings.append("“\(id)” is no identifier that can be held; \(names[id] ?? "") was taken")
        }
        for index in document.areas.indices {
            let area = document.areas[index]
            (document.areas[index].id, document.areas[index].parentID) = (named(area.id), area.parentID.map(named))
        }
        for index in document.organizations.indices {
            let organization = document.organizations[index]
            document.organizations[index].id = named(organization.id)
            document.organizations[index].parentID = organization.parentID.map(named)
            document.organizations[index].areaID = organization.areaID.map(named)
        }
        for index in document.persons.indices { document.persons[index].id = named(document.persons[index].id) }
        for index in document.posts.indices {
            let post = document.posts[index]
            document.posts[index].id = named(post.id)
            document.posts[index].organizationID = post.organizationID.map(named)
            document.posts[index].areaID = post.areaID.map(named)
        }
        for index in document.memberships.indices {
            document.memberships[index] = named(document.memberships[index])
        }
    }

    /// One without an identifier is named by who is where since when, so that the same document names it the same.
    private mutating func named(_ membership: PopoloDocument.Membership) -> PopoloDocument.Membership {
        var named = membership
        named.personID = membership.personID.map(self.named)
        named.organizationID = membership.organizationID.map(self.named)
        named.postID = membership.postID.map(self.named)
        named.onBehalfOfID = membership.onBehalfOfID.map(self.named)
        let words = [named.personID, named.postID ?? named.organizationID, named.role, named.startDate]
        named.id =
            membership.id.map(self.named)
            ?? free(IDText.slug(of: words.compactMap { $0 }.joined(separator: " ")) ?? "membership")
        return named
    }

    private func named(_ id: String) -> String { names[id] ?? id }

    private mutating func free(_ wanted: String) -> String {
        var free = wanted, number = 1
        while !taken.insert(free).inserted {
            number += 1
            free = "\(wanted)-\(number)"
        }
        return free
    }

    // MARK: - Tables

    /// People sit at a body's table. One that is none of our bodies is taken for one when somebody sits there; where it
    /// also has posts, or somebody speaks for it, it is an organisation, and its table is a body beside it.
    private mutating func makeTables() {
        let seated = Set(document.memberships.filter { $0.postID == nil && $0.own == nil }.compactMap(\.organizationID))
        let employing = Set(
            document.posts.compactMap(\.organizationID) + document.memberships.compactMap(\.onBehalfOfID))
        var tables: [String: String] = [:], made: [PopoloDocument.Organization] = []
        for index in document.organizations.indices {
            let organization = document.organizations[index]
            guard organization.own == nil, seated.contains(organization.id), !organization.isBody else { continue }
            guard employing.contains(organization.id) else {
                document.organizations[index].isTable = true
                continue
            }
            var table = organization
            table.id = free(organization.id + "-members")
            table.name = "\(organization.name): members"
            table.isTable = true
            table.host = organization.id
            (table.parentID, table.classification) = (nil, nil)
            tables[organization.id] = table.id
            made.append(table)
            warnings.append("organizations[\(index)]: \(table.name) was made, at whose table its members sit")
        }
        document.organizations += made
        for index in document.memberships.indices {
            let membership = document.memberships[index]
            guard membership.own == nil, membership.postID == nil else { continue }
            document.memberships[index].organizationID = membership.organizationID.map { tables[$0] ?? $0 }
        }
    }

    /// A body is part of a body, and an organisation of an organisation; a body in an organisation has it for a host.
    private mutating func leaveOutParents() {
        let bodies = Set(document.organizations.filter(\.isBody).map(\.id))
        for index in document.organizations.indices where document.organizations[index].own == nil {
            let organization = document.organizations[index]
            guard let parent = organization.parentID, bodies.contains(parent) != organization.isBody else { continue }
            document.organizations[index].parentID = nil
            if organization.isBody {
                document.organizations[index].host = parent
            } else {
                warnings.append(
                    "organizations[\(index)]: \(organization.name) cannot be part of a body; \(parent) was left out")
            }
        }
    }

    // MARK: - Days

    private mutating func makeDaysWhole() {
        for index in document.organizations.indices {
            let organization = document.organizations[index], place = "organizations[\(index)]"
            document.organizations[index].foundingDate = start(organization.foundingDate, place)
            document.organizations[index].dissolutionDate = end(organization.dissolutionDate, place)
        }
        for index in document.posts.indices {
            let post = document.posts[index], place = "posts[\(index)]"
            document.posts[index].startDate = start(post.startDate, place)
            document.posts[index].endDate = end(post.endDate, place)
        }
        for index in document.memberships.indices {
            let membership = document.memberships[index], place = "memberships[\(index)]"
            document.memberships[index].startDate = start(membership.startDate, place)
            document.memberships[index].endDate = end(membership.endDate, place)
        }
    }

    private mutating func start(_ said: String?, _ place: String) -> String? { wholeDay(said, isEnd: false, place) }
    private mutating func end(_ said: String?, _ place: String) -> String? { wholeDay(said, isEnd: true, place) }

    /// A month or a year alone begins with its first day, and has ended by the first day after it.
    private mutating func wholeDay(_ text: String?, isEnd: Bool, _ place: String) -> String? {
        guard let said = text else { return nil }
        let parts = said.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard said.utf8.count == 4 || said.utf8.count == 7, (1...2).contains(parts.count),
            let year = parts[0], let month = parts.count == 2 ? parts[1] : 1, let first = Day(year, month, 1)
        else {
            // A moment of a day is that day.
            return said.utf8.count > 10 && said.dropFirst(10).first == "T" ? String(said.prefix(10)) : said
        }
        let day = isEnd ? first.adding(months: parts.count == 2 ? 1 : 12) : first
        warnings.append("\(place): \(said) is no day; \(day) was taken")
        return day.description
    }
}

extension PopoloDocument.Organization {
    /// Whether it is read as a body, at whose table people sit, and not as an organisation.
    var isBody: Bool {
        isTable || own?.kind == Body.kind.name
            || (own == nil && Body.types.contains { $0.value == classification })
    }
}
