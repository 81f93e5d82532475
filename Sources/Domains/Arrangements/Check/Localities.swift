import Kernel
import Partners
import Places
import Records

/// L17 and L18: area committees and corporate carers, against the map of the day.
enum LocalityChecks {
    static let all = [committeeSize, oneEachArea]

    static let committeeSize = Check<Trust>(
        "L17", "An area committee has three members for each of its wards", .warning,
        sources: [.rules("LDS-01")],
        needs:
            "committees with their area, wards and the committee's area each was in, members' seats or the size "
            + "counted",
        applies:
            "Committees for a committee area whose members are held. Cannot tell when no ward is held in the area, or "
            + "the seats held may not be all.",
        evidence: .verified
    ) { trust in trust.bodies.current.compactMap { size($0, trust) } }

    private static func size(_ body: Held<Body>, _ trust: Trust) -> Found? {
        guard body.noun.type == "committee", let area = body.noun.area,
            trust.areas[area.text]?.noun.type == "committee-area"
        else { return nil }
        let counted = trust.evidence.size(of: body.noun.id), seats = trust.memberCount(of: body.noun.id)
        guard let members = counted?.noun.members ?? (seats > 0 ? seats : nil) else { return nil }
        let wards = trust.areas.current.filter { $0.noun.type == "ward" && $0.noun.within == area }.count
        let name = Words.sentence(Words.the(body.noun.name)),
            mend = "Correct the seats, or the wards of the area on this day"
        guard wards > 0 else {
            return Found(
                .cannotTell, trust.subject(body.record.id),
                "\(name) has \(Words.count(members, "member")); which wards are in its area is not held",
                mend: mend, facts: [counted?.record, body.record].compactMap { $0 })
        }
        guard members != 3 * wards else { return nil }
        let isPartial = counted == nil && members < 3 * wards && !trust.seatsAreComplete(at: body.noun.id)
        return Found(
            isPartial ? .cannotTell : .warning, trust.subject(body.record.id),
            isPartial
                ? "\(name) has \(Words.count(members, "member's seat", "members' seats")) held, which may not be all; "
                    + "\(Words.count(wards, "ward")) \(wards == 1 ? "makes" : "make") \(3 * wards)"
                : "\(name) has \(Words.count(members, "member")); its \(Words.count(wards, "ward")) "
                    + "\(wards == 1 ? "makes" : "make") \(3 * wards)",
            mend: mend, facts: [counted?.record, body.record].compactMap { $0 })
    }

    static let oneEachArea = Check<Trust>(
        "L18", "The corporate carers are one councillor from each committee area", .warning,
        sources: [.p06("3.22"), .rules("COR-01")],
        needs: "the trust's groups of councillors, their seats with the area each holder comes from, committee areas",
        applies: """
            Groups of councillors some of whose seats say from which committee area their holder comes. Cannot tell \
            when other seats of theirs do not.
            """
    ) { trust in
        trust.bodies.current.filter { $0.noun.type == "councillors-group" && $0.noun.isOfTrust }
            .compactMap { carers($0, trust) }
    }

    private static func carers(_ group: Held<Body>, _ trust: Trust) -> Found? {
        let seats = trust.members(of: group.noun.id),
            areas = trust.areas.current.filter { $0.noun.type == "committee-area" }
        let subject = trust.subject(group.record.id), name = Words.sentence(Words.the(group.noun.name))
        let mend = "Record one seat for each committee area, with the area its holder comes from"
        let placed = seats.filter { $0.record.text("area") != nil }
        guard placed.contains(where: { seat in areas.contains { $0.record.id == seat.record.text("area") } }) else {
            return nil
        }
        guard placed.count == seats.count else {
            return Found(
                .cannotTell, subject, "\(name): from which committee area each member comes is not held", mend: mend,
                facts: seats.filter { $0.record.text("area") == nil }.map(\.record) + [group.record])
        }
        let numbers = Dictionary(placed.map { ($0.record.text("area") ?? "", $0.noun.number) }, uniquingKeysWith: +)
        let without = areas.filter { numbers[$0.record.id] == nil }.map(\.noun.name)
        let several = areas.filter { numbers[$0.record.id, default: 0] > 1 }.map {
            "\($0.noun.name) (\(numbers[$0.record.id, default: 0]))"
        }
        guard !without.isEmpty || !several.isEmpty else { return nil }
        let faults = [
            without.isEmpty ? nil : "nobody from \(Words.list(without))",
            several.isEmpty ? nil : "more than one from \(Words.list(several))",
        ]
        return Found(
            .warning, subject, "\(name) has \(Words.list(faults.compactMap { $0 }))", mend: mend,
            facts: placed.map(\.record))
    }
}
