import Kernel
import Records

/// L05: delegations that agree with the lines.
enum DelegationChecks {
    static let concurrent = Check<Accountability>(
        "L05", "Delegations agree with who answers and who manages", .warning,
        sources: [.rules("GOV-32"), .p10("6.3.1")],
        needs: "delegations, responsibilities at the level accountable, lines of management",
        applies: """
            Every delegation: under a concurrent one the first post still answers and still manages the second; an \
            exclusive one is given once. Cannot tell when the line of management between the two is not held.
            """
    ) { model in
        model.delegations.filter(\.noun.isConcurrent).flatMap { kept($0, model) } + givenTwice(model)
    }

    private static func kept(_ held: Held<Delegation>, _ model: Accountability) -> [Found] {
        let subject = model.subject(held.record.id)
        let (from, to) = (Words.the(model.name(held.from.text)), Words.the(model.name(held.to.text)))
        var found: [Found] = []
        if let function = held.noun.function {
            let answering = model.whoAnswers(for: function).accountable.filter { $0.standing == .holds }
            if !answering.isEmpty, !answering.contains(where: { $0.post == held.from }) {
                found.append(
                    Found(
                        .warning, subject,
                        "\(Words.sentence(from)) delegates \(model.name(function.text)) to \(to), yet is not the "
                            + "post that answers for it",
                        mend: "Record who answers for it, or end the delegation",
                        facts: [held.record] + answering.map(\.record)))
            }
        }
        let links = model.chain(of: held.to).management
        guard !Chain.reached(by: links).contains(held.from) else { return found }
        let broken = links.first { $0.standing != .holds && $0.to == held.from }
        found.append(
            Found(
                broken == nil ? .cannotTell : .warning, subject,
                "\(Words.sentence(to)) may act concurrently with \(from); "
                    + (broken.map { "the line of management between them \(Words.said($0.standing))" }
                        ?? "whether it is line managed by that post is not held"),
                mend: "Record the line of management between the two posts",
                facts: [held.record] + [broken?.record].compactMap { $0 }))
        return found
    }

    private static func givenTwice(_ model: Accountability) -> [Found] {
        let exclusive = model.delegations.filter { !$0.noun.isConcurrent && $0.noun.function != nil }
        let groups = Dictionary(grouping: exclusive) { "\($0.from.text) \($0.noun.function?.text ?? "")" }
        return groups.values.filter { Set($0.map(\.noun.to)).count > 1 }.map { group in
            Found(
                .warning, model.subject(group[0].record.id),
                "\(model.name(group[0].noun.function?.text ?? "")) is delegated exclusively to "
                    + "\(Words.count(group.count, "post")): "
                    + Words.list(group.map { model.name($0.to.text) }),
                mend: "Make the delegations concurrent, or end all but one", facts: group.map(\.record))
        }
    }
}
