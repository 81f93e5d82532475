/// The Popolo open-government shapes (popoloproject.com/specs) that the arrangements have a counterpart for.
///
/// `thinkchild` on each holds what Popolo has no word for, so that a document of ours read back loses nothing;
/// other software ignores it, and documents without it are read by their Popolo words alone.
public struct PopoloDocument: Codable, Sendable, Equatable {
    public var areas: [Area] = []
    public var organizations: [Organization] = []
    public var persons: [Person] = []
    public var posts: [Post] = []
    public var memberships: [Membership] = []

    public init() {}

    /// A document need not have every list.
    public init(from decoder: any Decoder) throws {
        let lists = try decoder.container(keyedBy: CodingKeys.self)
        areas = try lists.decodeIfPresent([Area].self, forKey: .areas) ?? []
        organizations = try lists.decodeIfPresent([Organization].self, forKey: .organizations) ?? []
        persons = try lists.decodeIfPresent([Person].self, forKey: .persons) ?? []
        posts = try lists.decodeIfPresent([Post].self, forKey: .posts) ?? []
        memberships = try lists.decodeIfPresent([Membership].self, forKey: .memberships) ?? []
        guard !lists.allKeys.isEmpty else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: "none of Popolo's lists"))
        }
    }

    /// What each shape has in common: where it came from, and the fields that are ours alone.
    public struct Source: Codable, Sendable, Equatable {
        public var note: String?
    }

    public struct Own: Codable, Sendable, Equatable {
        /// The kind of record, as in `reporting-line`.
        public var kind: String
        /// The fields, as text; lists have several values.
        public var fields: [String: [String]]
        public var provenance: String?
        public var asAt: String?
        /// For a shape that has no days of its own in Popolo: an area, a person.
        public var from: String?
        public var until: String?
    }

    public struct Area: Codable, Sendable, Equatable {
        public var id: String
        public var name: String
        public var identifier: String?
        public var classification: String?
        public var parentID: String?
        public var sources: [Source]?
        public var own: Own?

        enum CodingKeys: String, CodingKey {
            case id, name, identifier, classification, sources
            case parentID = "parent_id"
            case own = "thinkchild"
        }
    }

    public struct Organization: Codable, Sendable, Equatable {
        public var id: String
        public var name: String
        public var classification: String?
        public var parentID: String?
        public var areaID: String?
        public var foundingDate: String?
        public var dissolutionDate: String?
        public var sources: [Source]?
        public var own: Own?
        /// Found while it is read, and nowhere in a document: that people sit there, and whose body it is.
        var isTable = false
        var host: String?

        enum CodingKeys: String, CodingKey {
            case id, name, classification, sources
            case parentID = "parent_id"
            case areaID = "area_id"
            case foundingDate = "founding_date"
            case dissolutionDate = "dissolution_date"
            case own = "thinkchild"
        }
    }

    public struct Person: Codable, Sendable, Equatable {
        public var id: String
        public var name: String
        public var email: String?
        public var sources: [Source]?
        public var own: Own?

        enum CodingKeys: String, CodingKey {
            case id, name, email, sources
            case own = "thinkchild"
        }
    }

    public struct Post: Codable, Sendable, Equatable {
        public var id: String
        public var label: String
        public var role: String?
        public var organizationID: String?
        public var areaID: String?
        public var startDate: String?
        public var endDate: String?
        public var sources: [Source]?
        public var own: Own?

        enum CodingKeys: String, CodingKey {
            case id, label, role, sources
            case organizationID = "organization_id"
            case areaID = "area_id"
            case startDate = "start_date"
            case endDate = "end_date"
            case own = "thinkchild"
        }
    }

    public struct Membership: Codable, Sendable, Equatable {
        /// Nil where a document gives none.
        public var id: String?
        public var label: String?
        public var role: String?
        public var personID: String?
        public var organizationID: String?
        public var postID: String?
        public var onBehalfOfID: String?
        public var startDate: String?
        public var endDate: String?
        public var sources: [Source]?
        public var own: Own?

        enum CodingKeys: String, CodingKey {
            case id, label, role, sources
            case personID = "person_id"
            case organizationID = "organization_id"
            case postID = "post_id"
            case onBehalfOfID = "on_behalf_of_id"
            case startDate = "start_date"
            case endDate = "end_date"
            case own = "thinkchild"
        }
    }
}
