import Kernel
import Partners
import Records

extension PlanChecks {
    /// Of each priority of a plan in use.
    static let ofPriorities = [accountable, overseen, actionsDone]

    static let accountable = Check<PlansOnADay>(
        "P01", "A priority has a post that answers for it", .warning, sources: [own, .p10("3.2.1")],
        needs: "priorities with their accountable posts",
        applies: """
            Every priority of a plan in use: a post that has ended answers for nothing. Cannot tell where it comes \
            from a paper that does not say.
            """, evidence: .own
    ) { model in
        each(model) { priority in
            if let post = priority.accountable {
                return gone(model, post.text, named: "answers for", priority, mend: "Name the post that does now")
            }
            let said =
                priority.record.sources.isEmpty ? "has no accountable post" : "has no accountable post that is known"
            return Found(
                severity(priority.record), model.subject(priority.id.text), "“\(priority.name)” \(said)",
                mend: "Name the post whose holder answers for it", facts: [priority.record])
        }
    }

    static let overseen = Check<PlansOnADay>(
        "P02", "A priority has a body that watches over it", .warning, sources: [own, row("CTB-07")],
        needs: "priorities with their overseeing bodies",
        applies: """
            Every priority of a plan in use: a body that has ended watches over nothing. Cannot tell where it comes \
            from a paper that does not say.
            """, evidence: .own
    ) { model in
        each(model) { priority in
            if let body = priority.overseer {
                return gone(model, body.text, named: "watches over", priority, mend: "Name the body that does now")
            }
            let said =
                priority.record.sources.isEmpty ? "has no overseeing body" : "has no overseeing body that is known"
            return Found(
                severity(priority.record), model.subject(priority.id.text), "“\(priority.name)” \(said)",
                mend: "Name the body that watches over it", facts: [priority.record])
        }
    }

    static let actionsDone = Check<PlansOnADay>(
        "P03", "An action of a plan is done by its day", .warning, sources: [own],
        needs: "actions with their days",
        applies: "Every open action of a plan in use. Cannot tell where nobody said by when.", evidence: .own
    ) { model in
        model.inUse.flatMap(model.priorities(of:)).flatMap(model.actions(for:)).compactMap { action in
            guard action.isOpen else { return nil }
            let subject = model.subject(action.id.text)
            guard let due = action.due else {
                return Found(
                    .cannotTell, subject, "“\(action.name)”: nobody said by when", mend: "Give it a day",
                    facts: [action.record])
            }
            guard due < model.day else { return nil }
            let owner = action.owner.map { model.name($0.text) } ?? "nobody named"
            return Found(
                .warning, subject, "“\(action.name)” (\(owner)) was due on \(due.long)",
                mend: "Say what was done and what shows it", facts: [action.record])
        }
    }

    /// That a post or body named for a priority is not there on the day.
    private static func gone(
        _ model: PlansOnADay, _ id: String, named what: String, _ priority: Priority, mend: String
    ) -> Found? {
        guard model.isGone(id) else { return nil }
        return Found(
            severity(priority.record), model.subject(priority.id.text),
            "\(Words.sentence(model.name(id))) \(what) “\(priority.name)” by what is kept, and is there no more",
            mend: mend, facts: [priority.record])
    }

    private static func each(_ model: PlansOnADay, _ look: (Priority) -> Found?) -> [Found] {
        model.inUse.flatMap(model.priorities(of:)).compactMap(look)
    }
}
