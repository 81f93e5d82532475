import Kernel
public import Records

/// What must be true of this room's records together, whoever changes them and however.
public enum NeedsInvariants {
    public static let all: [Invariant] = [Mapping.readable, Measure.dividedByAnother]
}

extension Mapping {
    static let readable = Invariant(of: kind.name, rule: "A mapping's layout can be read") { record, _ in
        do throws(Refusal) {
            _ = try LayoutReader.read(Mapping(record).layout)
            return []
        } catch {
            guard case .invalid(let problems) = error else { return [] }
            return problems
        }
    }
}

extension Measure {
    static let dividedByAnother = Invariant(of: kind.name, rule: "A measure is not divided by itself") { record, _ in
        Measure(record).dividedBy?.text == record.id
            ? [Problem("divided-by", "A measure cannot be divided by itself: choose another, or none")] : []
    }
}
