import Kernel
import Partners

/// Every post of a day with its lines and functions, indexed for drawing a part of it.
struct MapGraph: Sendable {
    /// A post as the map shows it.
    struct Node: Sendable {
        let id: String
        let name: String
        let organisation: String
        let organisationName: String
        let isVacant: Bool
        let isInterim: Bool
        let isStatutory: Bool
        var claims: [Claim] = []
    }

    /// A function that a post answers for, runs or leads.
    struct Claim: Sendable {
        let function: Named
        let level: String
        let standing: Standing
        /// Posts that answer for the same, neither being in the other's line.
        var contestedBy: [Named] = []
    }

    /// A line from the post below to the post above.
    struct Edge: Sendable, Hashable {
        let from: Int
        let to: Int
        let isManagement: Bool
        let standing: Standing
    }

    private(set) var nodes: [Node] = []
    private(set) var up: [[Edge]] = []
    private(set) var down: [[Edge]] = []
    private var positions: [String: Int] = [:]
    private(set) var byFunction: [String: [Int]] = [:]
    private(set) var byOrganisation: [String: [Int]] = [:]

    init(_ trust: Trust) {
        let accountability = trust.accountability
        for held in accountability.posts.current {
            positions[held.record.id] = nodes.count
            byOrganisation[held.organisation.text, default: []].append(nodes.count)
            nodes.append(Node(held, in: accountability))
        }
        up = Array(repeating: [], count: nodes.count)
        down = up
        for from in nodes.indices {
            for line in accountability.lines(up: ID(nodes[from].id)) {
                guard let to = positions[line.noun.to.text], to != from else { continue }
                let edge = Edge(
                    from: from, to: to, isManagement: line.noun.type == "management", standing: line.record.standing)
                up[from].append(edge)
                down[to].append(edge)
            }
            addReporting(from, in: trust)
        }
        for function in accountability.functions.current { add(function, in: accountability) }
        for contest in accountability.contests { mark(contest, in: accountability) }
    }

    func position(of post: String) -> Int? { positions[post] }

    /// A chair's line to a post is recorded as a body's lines are, and is accountability all the same.
    private mutating func addReporting(_ from: Int, in trust: Trust) {
        for line in trust.lines(from: nodes[from].id) where line.noun.isUpward {
            guard let to = line.noun.to.flatMap({ positions[$0] }), to != from else { continue }
            let edge = Edge(from: from, to: to, isManagement: false, standing: line.record.standing)
            guard !up[from].contains(edge) else { continue }
            up[from].append(edge)
            down[to].append(edge)
        }
    }

    private mutating func add(_ function: Held<Function>, in accountability: Accountability) {
        let named = Named(function.record.id, function.noun.name)
        for held in accountability.responsibilities(for: function.noun.id) {
            guard let at = positions[held.noun.post.text], held.record.standing != .lacking else { continue }
            nodes[at].claims.append(Claim(function: named, level: held.noun.level, standing: held.record.standing))
            byFunction[named.id, default: []].append(at)
        }
    }

    private mutating func mark(_ contest: Contest, in accountability: Accountability) {
        for (mine, other) in [(contest.one, contest.other), (contest.other, contest.one)] {
            guard let at = positions[mine.post.text] else { continue }
            for index in nodes[at].claims.indices
            where nodes[at].claims[index].function.id == mine.function.text
                && nodes[at].claims[index].level == "accountable"
            {
                nodes[at].claims[index].contestedBy.append(Named(other.post.text, accountability.name(other.post.text)))
            }
        }
    }
}

extension MapGraph.Node {
    fileprivate init(_ held: Held<Post>, in accountability: Accountability) {
        let appointments = accountability.appointments(to: held.noun.id)
        let organisation = accountability.organisations[held.organisation.text]?.noun
        self.init(
            id: held.record.id, name: held.noun.name, organisation: held.organisation.text,
            organisationName: organisation.map { $0.short ?? $0.name } ?? held.organisation.text,
            isVacant: !appointments.isEmpty && appointments.allSatisfy(\.noun.isVacant),
            isInterim: appointments.contains { $0.noun.isInterim && !$0.noun.isVacant },
            isStatutory: held.noun.office != nil)
    }

    /// Functions of one level, by name.
    func functions(_ level: String) -> [String] { claims.filter { $0.level == level }.map(\.function.name) }
}
