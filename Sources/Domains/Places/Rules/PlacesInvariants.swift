import Kernel
public import Records

/// What must be true of this room's records together, whoever changes them and however.
public enum PlacesInvariants {
    public static let all: [Invariant] = [
        Area.withinLarger, Area.withinSomethingThatIsThere, Area.oneWardToACode, Setting.inWard, Setting.inCluster,
    ]
}

extension Area {
    /// An area lies within one of a larger type, so no chain of them can go round.
    static let withinLarger = Invariant(of: kind.name, rule: "An area lies only within a larger one") { record, shelf in
        let area = Area(record)
        guard let within = area.within else {
            return area.type == "city" ? [] : [Problem("within", "Say which area this \(area.typeWords) is within")]
        }
        guard area.type != "city" else { return [Problem("within", "A city is within nothing here")] }
        for other in try shelf.versions(of: within.text) where other.period.overlaps(record.period) {
            let larger = Area(other)
            guard rank(larger.type) < rank(area.type) else {
                let (one, two) = (
                    area.typeWords, larger.type == "committee-area" ? "an \(larger.typeWords)" : "a \(larger.typeWords)"
                )
                return [
                    Problem(
                        "within",
                        "This is a \(one), which cannot be within \(larger.name): that is \(two). Choose a larger area"
                    )
                ]
            }
        }
        return []
    }

    static let withinSomethingThatIsThere = Invariant(
        of: kind.name, rule: "What an area is within must be there at some time while it is"
    ) { record, shelf in
        guard let within = Area(record).within else { return [] }
        let versions = try shelf.versions(of: within.text)
        guard !versions.isEmpty, !versions.contains(where: { $0.period.overlaps(record.period) }) else { return [] }
        return [
            Problem(
                "within",
                "\(Area(versions[0]).name) was never there while this was: choose another area, or mend the days")
        ]
    }

    /// Figures find their ward by its code.
    static let oneWardToACode = Invariant(of: kind.name, rule: "No two wards have one code") { record, shelf in
        let area = Area(record)
        guard area.type == "ward", let code = area.code else { return [] }
        let others = try shelf.records(of: kind, where: "code", is: code).filter {
            $0.id != record.id && Area($0).type == "ward"
        }
        guard let other = others.first else { return [] }
        return [Problem("code", "\(code) is the code of \(Area(other).name) already: give each ward its own")]
    }
}

extension Setting {
    static let inWard = Invariant(of: kind.name, rule: "A setting's ward is a ward") { record, shelf in
        try pointsAt("ward", "ward", record, shelf)
    }

    static let inCluster = Invariant(of: kind.name, rule: "A setting's cluster is a cluster") { record, shelf in
        try pointsAt("cluster", "cluster", record, shelf)
    }

    private static func pointsAt(_ field: String, _ type: String, _ record: Record, _ shelf: any Shelf) throws
        -> [Problem]
    {
        guard let id = record.text(field), let area = try shelf.versions(of: id).first.map(Area.init), area.type != type
        else { return [] }
        return [Problem(field, "\(area.name) is a \(area.typeWords), not a \(type): choose a \(type)")]
    }
}
