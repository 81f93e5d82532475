public import Doors
import Foundation
import Jobs
public import Kernel
import Ledger
import Store
import Web

/// What an operator asks of the work that is done after a commit: what waits, what was given up, and to try it again.
public enum JobVerbs {
    public static let mind = Action("jobs.mind")

    public static let verbs: [Verb] = [
        Verb(
            "jobs list", usage: "[--given-up] [--json]",
            summary: "List the work that waits, and what was given up with the reason.", needs: mind,
            options: [
                Verb.Option("given-up", help: "only what was given up; exits 1 when there is any"),
                Verb.Option("json", help: "print JSON"),
            ], list),
        Verb(
            "jobs retry", usage: "ID…", summary: "Have work that was given up tried again from the beginning.",
            needs: mind, retry),
    ]

    static let listMax = 1_000

    @Sendable private static func list(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        try words.mustBeNone(for: "jobs list")
        let isGivenUp = options.has("given-up")
        let jobs = try await house.store.read { tx in try tx.jobs(in: isGivenUp ? .givenUp : nil, limit: listMax) }
        let code: Int32 = isGivenUp && !jobs.isEmpty ? 1 : 0
        if options.has("json") { return VerbOutput(json(jobs), exitCode: code) }
        var remarks = jobs.isEmpty ? [isGivenUp ? "No work was given up" : "No work waits"] : []
        if jobs.count == listMax { remarks.append("There is more: these are the \(listMax) asked for first") }
        return VerbOutput(jobs.map(line).joined(separator: "\n"), remarks: remarks, exitCode: code)
    }

    @Sendable private static func retry(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard !words.isEmpty else { throw Refusal.invalid([Problem("words", "jobs retry takes one job or more")]) }
        try await house.store.write { tx in
            for word in words {
                guard let id = ID<Job>(checking: word), let job = try tx.job(id) else {
                    throw Refusal.invalid([Problem("ID", "There is no job \(word). `thinkchild jobs list` lists them")])
                }
                try tx.retry(id, at: now)
                let subject = Subject(kind: "job", id: id.text, name: job.kind)
                try tx.record(
                    Fact("jobs.retried", about: subject, "Had given-up work tried again"), by: caller, at: now)
            }
        }
        return VerbOutput("It is tried again as soon as a service runs")
    }

    private static func line(_ job: HeldJob) -> String {
        let when = Instant.text(Instant.microseconds(of: job.due)).prefix(19)
        let what = job.state == .givenUp ? "given up" : "due \(when)Z"
        let tries = job.attempts == 0 ? "" : ", \(job.attempts) attempt\(job.attempts == 1 ? "" : "s")"
        return "\(job.id)  \(job.kind)  \(what)\(tries)" + (job.error.map { "  \($0)" } ?? "")
    }

    private static func json(_ jobs: [HeldJob]) -> String {
        var writer = JSONWriter()
        writer.array(jobs) { writer, job in
            writer.object { writer in
                writer.field("id", job.id.text)
                writer.field("kind", job.kind)
                writer.field("state", job.state.rawValue)
                writer.field("asked", Instant.text(Instant.microseconds(of: job.asked)))
                writer.field("due", Instant.text(Instant.microseconds(of: job.due)))
                writer.field("attempts", job.attempts)
                writer.field("error", job.error)
            }
        }
        return writer.string
    }
}
