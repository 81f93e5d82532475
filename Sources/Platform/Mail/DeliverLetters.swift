import Foundation
public import Jobs
import Kernel
public import Outbound
public import Store

/// What takes letters to the mail server.
public struct Delivery: Sendable {
    private let store: Store
    private let outbound: Outbound
    private let server: MailServer
    private let sender: Sender

    public init(_ store: Store, through server: MailServer, from sender: Sender, by outbound: Outbound) {
        self.store = store
        self.server = server
        self.sender = sender
        self.outbound = outbound
    }

    /// For the runner of jobs. About two days of trying, in the rhythm that RFC 5321 (4.5.4.1) asks for.
    public var kind: JobKind {
        JobKind(Outbox.delivering, patience: Patience(attemptsMax: 18, firstWait: 30, waitMax: 4 * 3_600)) { job in
            try await deliver(job)
        }
    }

    /// A letter that was sent, has lapsed or is no longer there needs nothing more, so that doing this twice is
    /// harmless but for the moment between the server's taking it and our noting it: then the same Message-ID is sent
    /// again.
    private func deliver(_ job: TakenJob) async throws -> Ending {
        guard let id = Outbox.letter(in: job.payload) else { throw GiveUp("It does not say which letter it is about") }
        guard let held = try await store.read({ tx in try tx.letter(id) }), held.state(at: job.now) != .sent,
            held.state(at: job.now) != .lapsed, let text = held.text
        else { return .done }
        let letter = Letter(
            to: try MailAddress(held.recipient), subject: try SubjectLine(held.subject), text: text, lapses: held.lapses
        )
        let message = Message(id: id, letter: letter, sender: sender, date: held.written)
        guard let envelope = Envelope(from: sender.address.text, to: held.recipient, message: message.bytes) else {
            throw GiveUp("Its address cannot be written on an envelope")
        }
        do {
            try await outbound.handOver(envelope, to: server, name: sender.address.domain)
        } catch let failure as OutboundFailure {
            if case .refused(let code) = failure.kind { throw GiveUp("The mail server refused it (\(code))") }
            throw failure
        }
        return Ending { tx in try tx.delivered(id, at: job.now) }
    }
}
