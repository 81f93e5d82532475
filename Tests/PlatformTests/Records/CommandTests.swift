import Cast
import Kernel
import Ledger
import Records
import Store
import Testing

/// A record's life through the four commands: what each does, what it tells, and what it refuses.
struct CommandTests {
    private static let registry = Trust.registry

    private func draft(_ kind: Kind, _ given: [String: String]) -> RecordDraft {
        RecordDraft(kind, given.mapValues { $0.isEmpty ? .nothing : .text($0) })
    }

    private func add(_ kind: Kind, _ given: [String: String], to store: Store, by caller: Caller = Trust.clerk)
        async throws -> [Record]
    {
        let command = AddRecord(draft(kind, given), registry: Self.registry)
        return try await store.write { try command.perform(by: caller, under: Trust.policy, at: Trust.now, in: $0) }
    }

    private func change(_ id: String, _ given: [String: String], seen: String? = nil, in store: Store) async throws
        -> [Record]
    {
        let command = ChangeRecord(id, to: draft(Trust.post, given), seen: seen, registry: Self.registry)
        return try await store.write {
            try command.perform(by: Trust.clerk, under: Trust.policy, at: Trust.now, in: $0)
        }
    }

    private func correct(
        _ id: String, version: Int = 1, _ given: [String: String], because: String = "The minutes say so",
        seen: String? = nil, in store: Store
    ) async throws -> [Record] {
        let command = CorrectRecord(
            id, version: version, to: draft(Trust.post, given), because: because, seen: seen, registry: Self.registry)
        return try await store.write {
            try command.perform(by: Trust.clerk, under: Trust.policy, at: Trust.now, in: $0)
        }
    }

    private func end(_ id: String, _ given: [String: String], because: String = "", in store: Store) async throws
        -> [Record]
    {
        let command = EndRecord(id, by: draft(Trust.post, given), because: because, seen: nil, registry: Self.registry)
        return try await store.write {
            try command.perform(by: Trust.clerk, under: Trust.policy, at: Trust.now, in: $0)
        }
    }

    private func problems(_ work: () async throws -> [Record]) async throws -> [String] {
        do { _ = try await work() } catch Refusal.invalid(let problems) {
            return problems.map { "\($0.field): \($0.message)" }
        }
        Issue.record("nothing was refused")
        return []
    }

    @Test(arguments: Engine.allForTests)
    func aPostIsAddedChangedCorrectedAndEnded(engine: Engine) async throws {
        let store = try await Trust.store(engine)
        let added = try await add(
            Trust.post, ["name": "Head of Service", "organisation": "council", "from": "2007-01-01"], to: store)
        #expect(added.map(\.id) == ["head-of-service"])

        let changed = try await change(
            "head-of-service", ["from": "2009-01-01", "reports-to": "director", "source": "P10 3"], in: store)
        #expect(changed.map(\.version) == [1, 2] && changed[0].period.until == Trust.day("2009-01-01"))

        let corrected = try await correct("head-of-service", version: 2, ["from": "2009-02-01"], in: store)
        #expect(corrected.map { $0.period.from?.description } == ["2007-01-01", "2009-02-01"])
        #expect(corrected[0].period.until == Trust.day("2009-02-01"))

        let ended = try await end(
            "head-of-service", ["until": "2010-04-01", "source": "P10 4"], because: "Abolished", in: store)
        #expect(
            ended[1].period.until == Trust.day("2010-04-01")
                && ended[1].sources.map(\.description) == ["P10 3", "P10 4"])
        #expect(try await store.book()["head-of-service"] == ended)

        let told = try await Ledger(store: store).recent(limit: 4).entries.reversed()
        #expect(told.map(\.name) == ["partners.added", "partners.changed", "partners.corrected", "partners.ended"])
        #expect(
            told.map(\.sentence) == [
                "Head of Service was added", "Head of Service changed from 1 January 2009: reports to",
                "Head of Service was corrected, version 2: period", "Head of Service ended on 1 April 2010",
            ])
        #expect(told.map(\.purpose) == ["", "", "The minutes say so", "Abolished"])
        #expect(
            told.compactMap(\.record).compactMap { RecordJSON.versions(in: $0, registry: Self.registry) } == [
                added, changed, corrected, ended,
            ])
    }

    @Test(arguments: Engine.allForTests)
    func anIdentifierIsMadeWhereNoneIsGiven(engine: Engine) async throws {
        let store = try await Trust.store(engine)
        #expect(
            try await add(Trust.post, ["name": "Director", "organisation": "pct", "from": "2007-01-01"], to: store).map(
                \.id) == ["director-2"])
        let seat = try await add(Trust.seat, ["role": "member", "from": "2007-01-01"], to: store, by: .keyboard)
        #expect(seat[0].id.hasPrefix("seat-") && seat[0].id.count == 37)
    }

    @Test("every problem comes back together, and nothing is kept", arguments: Engine.allForTests)
    func refusals(engine: Engine) async throws {
        let store = try await Trust.store(engine), before = try await store.book().things
        #expect(
            try await problems {
                try await add(Trust.post, ["organisation": "The Council", "started": "x"], to: store)
            } == [
                "name: This post has no name. Give one line of at most 200 characters",
                "organisation: The Council is not an identifier. Write the-council",
                "started: x is not a day. Enter the day as 2009-12-31",
                "from: Nothing says since when it is so. Enter a day it started, or a day it is known to have held",
            ])
        #expect(
            try await problems {
                try await add(
                    Trust.post, ["id": "t", "name": "T", "organisation": "council", "from": "2007-01-01"], to: store)
            } == [
                "id: The identifier t is taken, by member: Deputy Director. Give another, or change what is there"
            ])
        #expect(
            try await problems {
                try await add(
                    Trust.post,
                    ["id": "x", "name": "X", "organisation": "concil", "reports-to": "pct", "from": "2007-01-01"],
                    to: store)
            } == [
                """
                organisation: concil is not an organisation: no organisation with that identifier is known. \
                Write council, or add concil
                """,
                "reports-to: pct is an organisation, not a post. Give the identifier of a post",
            ])
        #expect(try await store.book().things == before)
    }

    @Test("a change that will not do is refused, and nothing is kept", arguments: Engine.allForTests)
    func refusedChanges(engine: Engine) async throws {
        let store = try await Trust.store(engine), before = try await store.book().things
        #expect(
            try await problems {
                try await change("director", ["from": "2010-01-01", "reports-to": "deputy"], in: store)
            } == [
                "reports-to: director reports to itself in the end"
            ])
        #expect(
            try await problems { try await change("director", ["from": "2006-04-01", "name": "D"], in: store) } == [
                "from: director already has a version from 2006-04-01. Correct that version, or give another day"
            ])
        #expect(
            try await problems { try await correct("director", ["name": ""], in: store) } == [
                "name: director has no name. Give one line of at most 200 characters"
            ])
        #expect(
            try await problems { try await correct("director", ["name": "D"], because: " ", in: store) } == [
                "because: Nothing says why. Say why it was wrong"
            ])
        #expect(
            try await problems { try await end("director", [:], in: store) } == [
                "until: Nothing says when it ends. Enter the first day on which it no longer holds"
            ])
        #expect(
            try await problems { try await end("director", ["until": "2006-04-01"], in: store) } == [
                "until: director starts on 2006-04-01, which is not before 2006-04-01. Give a later day"
            ])
        #expect(try await store.book().things == before)
        #expect(try await Ledger(store: store).recent(limit: 1).entries.first?.name == "records.imported")
    }

    @Test(arguments: Engine.allForTests)
    func whoeverReadAnOlderStateIsTold(engine: Engine) async throws {
        let store = try await Trust.store(engine)
        let seen = Seen.mark(of: try await store.book()["director"])
        _ = try await change("director", ["from": "2009-01-01", "name": "Chief"], seen: seen, in: store)
        await #expect(
            throws: Refusal.changedMeanwhile(
                "Somebody else changed this post since you read it. Look at it again before you change it")
        ) {
            try await correct("director", ["name": "Boss"], seen: seen, in: store)
        }
    }

    @Test(arguments: Engine.allForTests)
    func whoMayNotIsRefusedBeforeAnythingIsSaid(engine: Engine) async throws {
        let store = try await Trust.store(engine)
        let seat = ["role": "member", "from": "2007-01-01"]
        await #expect(throws: Refusal.notAllowed(Action("arrangements.change"))) {
            try await add(Trust.seat, seat, to: store)
        }
        await #expect(throws: Refusal.notFound) { try await add(Trust.seat, seat, to: store, by: .stranger) }
        await #expect(throws: Refusal.notFound) { try await change("nobody", ["from": "2009-01-01"], in: store) }
        await #expect(throws: Refusal.notFound) { try await change("council", ["from": "2009-01-01"], in: store) }
    }

    @Test("saying again what is held changes nothing and tells nothing", arguments: Engine.allForTests)
    func again(engine: Engine) async throws {
        let store = try await Trust.store(engine)
        _ = try await end("deputy", ["until": "2010-01-01"], in: store)
        let head = try await Ledger(store: store).recent(limit: 1).entries.first?.number
        _ = try await end("deputy", ["until": "2010-01-01"], in: store)
        _ = try await correct("deputy", ["name": "Deputy Director"], in: store)
        #expect(try await Ledger(store: store).recent(limit: 1).entries.first?.number == head)
    }
}
