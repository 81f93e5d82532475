import Cast
import Foundation
import Jobs
import Kernel
import Outbound
import Sealing
import Store

@testable import Mail

/// A store with an outbox, a clock, and a mail server if there is one.
struct MailWorld {
    let store: Store
    let clock = Clockwork(JobWorld.noon)
    let reports = Mark()
    let server: MailStandIn

    init(_ engine: Engine) async throws {
        server = try await MailStandIn()
        store = try await freshStore(on: engine)
        try await store.migrate([Sealing.schema, JobTable.schema, Outbox.schema])
    }

    /// Does what is due, by the server that is told; only what needs none when there is none.
    func round(through kind: String? = "plain") async throws {
        var kinds = [Outbox.tidyingKind]
        if let kind {
            let sender = try Sender("Zoë’s \"Trust\" <trust@example.org>")
            kinds.append(
                Delivery(store, through: server.server(kind), from: sender, by: server.outbound()).kind)
        }
        let runner = JobRunner(
            store, kinds: kinds, clock: { [clock] in clock.now }, report: { [reports] in reports.add($0) })
        while try await runner.round() > 0 {}
    }

    @discardableResult
    func send(_ recipient: String, _ subject: String = "Hello", _ text: String = "Text\n", lapses: Date? = nil)
        async throws -> ID<Letter>
    {
        let letter = Letter(
            to: try MailAddress(recipient), subject: try SubjectLine(subject), text: text, lapses: lapses)
        let now = clock.now
        return try await store.write { tx in try tx.send(letter, at: now) }
    }

    func held(_ id: ID<Letter>) async throws -> HeldLetter? { try await store.read { tx in try tx.letter(id) } }

    func state(_ id: ID<Letter>) async throws -> HeldLetter.State? { try await held(id)?.state(at: clock.now) }

    func jobs() async throws -> [HeldJob] { try await store.read { tx in try tx.jobs() } }
}

extension Engine {
    /// A name that no test on the other engine writes to.
    func recipient(_ name: String) -> String { "\(name)@\(self == .sqlite ? "sqlite" : "postgres").example.org" }
}
