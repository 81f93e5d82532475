internal import Doors
internal import Kernel
internal import Ledger
internal import Records

/// What the desk shows of kinds that are restricted: for every other kind, nothing is said of who looks.
extension Kind {
    /// One thing of it as shown; none where it is not restricted.
    func shown(_ id: String, named name: String = "") -> [Shown] {
        isRestricted ? [Shown(Subject(kind: self.name, id: id, name: name))] : []
    }

    /// The things of a list.
    func shown(_ rows: [Listing.Row]) -> [Shown] { rows.flatMap { shown($0.record.id, named: $0.name) } }

    /// A reply that shows these of its things.
    func reply(_ shown: [Shown], _ reply: Reply) -> Reply { isRestricted ? .showing(shown, reply) : reply }

    /// Its ways in, each with what it shows: the thing that its path names, or whatever its reply names.
    func declared(_ routes: [Route]) -> [Route] {
        guard isRestricted else { return routes }
        return routes.map { route in
            route.path.contains("/:id")
                ? route.showing(.one(kind: name, part: "id")) : route.showing(.several(kinds: [name]))
        }
    }
}

extension SearchResults {
    /// What was found of restricted kinds.
    var shown: [Shown] {
        groups.flatMap { group in group.subjects.flatMap { group.kind.shown($0.id, named: $0.name) } }
    }
}

extension Desk {
    /// Of the kinds that the desk serves, those that are restricted.
    var restricted: [String] { registry.kinds.filter(\.isRestricted).map(\.name) }

    /// What a way in shows that may come upon any kind.
    var showsAny: Shows {
        restricted.isEmpty ? .nothing(because: "No kind is restricted") : .several(kinds: restricted)
    }
}
