import Cast
import Kernel
import Records
import Store
import Testing

/// What an import leaves alone: whatever it does not mention, it neither ends nor reopens.
struct ImportMergeTests {
    private static let older = """
        organisations:
        - {id: council, name: The Council, as-at: 2006-12-07, source: P06 1, note: As met.}
        posts:
        - {id: director, name: Director, organisation: council, as-at: 2006-12-07, source: P06 2}
        - {id: deputy, name: Deputy, organisation: council, from: 2006-04-01}
        """

    private static let newer = """
        change:
        - {id: council, from: 2008-01-01, set: {name: The City Council}, source: P10 1}
        - {id: deputy, from: 2009-01-01, set: {name: Second Director}}
        end:
        - {id: director, until: 2010-01-01, source: P10 3, note: Left for another post.}
        correct:
        - {id: council, from: 1974-04-01, because: The charter says so, source: X 1}
        """

    @Test("an older description again, after a newer one, changes nothing", arguments: Engine.allForTests)
    func olderAgain(engine: Engine) async throws {
        let store = try await Trust.emptyStore(engine)
        try await Trust.take(Self.older, into: store)
        try await Trust.take(Self.newer, into: store)
        let held = try await store.book().things
        let plan = try await Trust.take(Self.older, into: store)
        #expect(plan.summary == "0 added, 0 changed, 0 ended, 3 unchanged")
        #expect(try await store.book().things == held)
        #expect(held.map(\.count).sorted() == [1, 2, 2])
    }

    @Test("a version of before the end does not reopen it")
    func withinWhatEnded() throws {
        let held = Trust.read("organisations:\n- {id: a, name: A, from: 2006-01-01, until: 2011-01-01}\n").book
        let later = Trust.read(
            "organisations:\n- {id: a, name: A, from: 2006-01-01, then: [{from: 2009-01-01, name: B}]}\n"
        ).book
        let plan = ImportPlan(of: later, over: held, registry: Trust.registry, on: Trust.day("2010-01-01"))
        let step = try #require(plan.steps.first)
        #expect(step.versions.map { $0.period.until } == [Trust.day("2009-01-01"), Trust.day("2011-01-01")])
    }

    @Test("a start that becomes known is the same version's")
    func startKnown() throws {
        let held = Trust.read("organisations:\n- {id: a, name: A, as-at: 2006-12-07}\n").book
        let known = Trust.read("organisations:\n- {id: a, name: A, from: 1974-04-01}\n").book
        let plan = ImportPlan(of: known, over: held, registry: Trust.registry, on: Trust.day("2010-01-01"))
        #expect(plan.steps.map(\.versions.count) == [1])
        #expect(plan.steps[0].versions[0].period.from == Trust.day("1974-04-01"))
        #expect(ImportPlan(of: held, over: known, registry: Trust.registry, on: Trust.day("2010-01-01")).isEmpty)
    }

    @Test("the dry run says, thing by thing, what would be different")
    func inWords() {
        let held = Trust.read(Self.older).book
        let ended = Trust.read("end:\n- {id: council, until: 2010-01-01, source: P10 3}\n", over: held).book
        let changed = Trust.read("change:\n- {id: deputy, from: 2009-01-01, set: {name: Second}}\n", over: held).book
        let otherwise = Trust.read("posts:\n- {id: deputy, name: Vice, organisation: council, from: 2006-04-01}\n")
        func text(_ book: Book) -> String {
            ImportPlan(of: book, over: held, registry: Trust.registry, on: Trust.day("2010-01-01")).text()
        }
        #expect(
            text(ended) == """
                ended    organisation council: The Council
                         ended from 2010-01-01
                         source added: P10 3
                         still pointing at it: post director, post deputy
                0 added, 0 changed, 1 ended, 0 unchanged
                """)
        #expect(
            text(changed) == """
                changed  post deputy: Second
                         version 1: until: nothing → 2009-01-01
                         version 2 added, from 2009-01-01: name: Deputy → Second
                0 added, 1 changed, 0 ended, 0 unchanged
                """)
        #expect(text(otherwise.book).contains("\n         name: Deputy → Vice\n"))
    }

    @Test("files may point at what is held, and act on it; without a database they stand alone")
    func overWhatIsHeld() throws {
        let held = Trust.read(Self.older).book
        let folder = try Folder([
            "a.yaml": """
            posts:
            - {id: head, name: Head, organisation: council, from: 2009-01-01}
            end:
            - {id: director, until: 2010-01-01}
            """
        ])
        let reading = try Trust.reader.read(paths: [folder.path], over: held)
        #expect(reading.problems == [])
        #expect(reading.history["director"].first?.period.until == Trust.day("2010-01-01"))
        #expect(!reading.history.contains("council"))
        #expect(
            try folder.read().problems.map(\.key) == ["id", "organisation"],
            "check FILE asks no database")
    }

    @Test("a thing of another kind is named with its article")
    func otherKind() {
        let held = Trust.read("organisations:\n- {id: a, name: A, from: 2006-01-01}\n").book
        let seat = Trust.read("seats:\n- {id: a, role: member, from: 2006-01-01}\n").book
        let plan = ImportPlan(of: seat, over: held, registry: Trust.registry, on: Trust.day("2010-01-01"))
        #expect(plan.problems.map(\.message) == ["a is held as an organisation"])
    }
}
