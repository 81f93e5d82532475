import Kernel
import Records
import Testing

/// Files become records: periods, versions, chains and scenarios, as docs/format/arrangements.md has them.
struct ReadingTests {
    @Test func aFileBecomesRecordsWithTheirPlaces() throws {
        let reading = Trust.read(
            """
            state:
              id: met
              name: As met
              on: 2009-12-31
            organisations:
              - id: council
                name: The Council
                from: 1974-04-01
                source: P10 1.1
              - {id: pct, name: PCT, sector: [health], until: 2010-10-01, source: [P10 1.2, P06 3]}
            posts:
              - id: director
                name: Director
                organisation: council
                independent: no
                provenance: unclear
                note: Nobody says.
            """)
        #expect(reading.problems == [])
        let council = try #require(reading.book["council"].first), pct = try #require(reading.book["pct"].first)
        #expect(council.period == Period(trusting: Trust.day("1974-04-01"), until: nil, attested: nil))
        #expect(council.sources == [Citation("P10", "1.1")] && council.place == Place(file: "trust.yaml", line: 6))
        #expect(pct.period == Period(trusting: nil, until: Trust.day("2010-10-01"), attested: Trust.day("2009-12-31")))
        #expect(pct.list("sector") == ["health"] && pct.sources.count == 2)
        let director = try #require(reading.book["director"].first)
        #expect(
            director.flag("independent") == false && director.provenance == .unclear && director.note == "Nobody says.")
        #expect(reading.states.map(\.id) == ["met"] && reading.book.kindName(of: "met") == "state")
    }

    @Test func laterVersionsCarryWhatTheyDoNotChange() throws {
        let reading = Trust.read(
            """
            organisations:
              - id: council
                name: The Council
                from: 1974-04-01
                source: P10 1
                then:
                  - {from: 2006-01-01, name: The City Council, source: P10 2}
                  - {from: 2010-01-01, sector: [health], until: 2011-01-01, note: Last.}
            """)
        #expect(reading.problems == [])
        let versions = reading.book["council"]
        #expect(versions.map(\.version) == [1, 2, 3])
        #expect(versions.map { $0.text("name") } == ["The Council", "The City Council", "The City Council"])
        #expect(versions.map(\.period.until) == ["2006-01-01", "2010-01-01", "2011-01-01"].map(Trust.day))
        #expect(versions.map { $0.sources.map(\.description) } == [["P10 1"], ["P10 2"], []])
    }

    @Test func aChainIsReadOnceAndInOrder() throws {
        let folder = try Folder([
            "2006/a.yaml":
                "state: {id: s6, name: Then, on: 2006-12-07}\norganisations:\n- {id: council, name: Council}\n",
            "2009/a.yaml": """
            builds-on: ../2006
            state: {id: s9, name: Met, on: 2009-12-31}
            change:
            - {id: council, from: 2008-01-01, set: {name: City Council}, source: P10 1}
            """,
            "2009/b.yml": "posts:\n- {id: director, name: Director, organisation: council}\n",
            "2010/a.yaml": """
            builds-on: [../2009, ../2006]
            end:
            - {id: director, until: 2010-04-01, source: P10 2}
            correct:
            - {id: council, from: 1974-04-01, because: The charter says so, source: X 1}
            """,
        ])
        let reading = try folder.read("2010")
        #expect(reading.problems == [])
        #expect(reading.states.map(\.id) == ["s6", "s9"])
        let council = reading.book["council"]
        #expect(council.map { $0.text("name") } == ["Council", "City Council"])
        #expect(
            council[0].period
                == Period(trusting: Trust.day("1974-04-01"), until: Trust.day("2008-01-01"), attested: nil))
        #expect(
            council[0].sources == [Citation("X", "1")] && council[1].place == Place(file: "../2009/a.yaml", line: 4))
        #expect(reading.book["director"][0].period.until == Trust.day("2010-04-01"))
        #expect(reading.reasons == ["council": "The charter says so"])
    }

    @Test func scenariosAreLaidOverTheFolderAndNeverInIt() throws {
        let folder = try Folder([
            "2009/a.yaml": """
            state: {id: s9, name: Met, on: 2009-12-31}
            organisations:
            - {id: council, name: Council, then: [{from: 2010-06-01, name: New Council}]}
            posts:
            - {id: director, name: Director, organisation: council}
            """,
            "2009/scenarios/directorate.yaml": """
            scenario: {id: directorate, name: A directorate, on: 2010-03-10}
            posts:
            - {id: deputy, name: Deputy, organisation: council}
            change:
            - {id: council, set: {sector: [health]}}
            end:
            - {id: director}
            """,
        ])
        let reading = try folder.read("2009")
        #expect(reading.problems == [])
        let overlay = try #require(reading.scenario("A directorate"))
        #expect(!reading.book.contains("deputy") && reading.book.kindName(of: "directorate") == "scenario")
        let laid = try overlay.laid(over: reading.book)
        #expect(laid["deputy"].first?.period.from == Trust.day("2010-03-10"))
        #expect(laid["director"].first?.period.until == Trust.day("2010-03-10"))
        #expect(laid["council"].map { $0.list("sector") } == [[], ["health"], ["health"]])
        #expect(laid["council"].map { $0.text("name") } == ["Council", "Council", "New Council"])

        let kept = try Overlay(overlay.scenario, registry: Trust.registry).laid(over: reading.book)
        #expect(kept.things == laid.things)
    }

    @Test func aFolderThatIsAScenarioIsSeenLaid() throws {
        let folder = try Folder([
            "2010/a.yaml": "state: {id: s, name: S, on: 2010-04-01}\norganisations: [{id: council, name: Council}]\n",
            "2011/a.yaml": "builds-on: ../2010\nscenario: {id: proposed, name: Proposed, on: 2011-04-01}\n",
            "2011/b.yaml": "end: [{id: council, source: P10 1}]\n",
        ])
        let reading = try folder.read("2011")
        #expect(reading.problems == [])
        #expect(reading.book["council"].first?.period.until == Trust.day("2011-04-01"))
        #expect(reading.history["council"].first?.period.until == nil)
        #expect(reading.asked?.scenario.id == "proposed")
        let scenario = try #require(reading.history["proposed"].first)
        #expect(scenario.text("changes") == "end:\n  - id: council\n    source: P10 1")
    }

    @Test func aScenarioFileStandsOverTheFolderAboveIt() throws {
        let folder = try Folder([
            "2009/a.yaml": "state: {id: s, name: S, on: 2009-12-31}\norganisations: [{id: council, name: Council}]\n",
            "2009/scenarios/end.yaml": "scenario: {id: end-it, name: End, on: 2010-01-01}\nend: [{id: council}]\n",
        ])
        let reading = try folder.read("2009/scenarios/end.yaml")
        #expect(reading.problems == [])
        #expect(reading.book["council"].first?.period.until == Trust.day("2010-01-01"))
        #expect(reading.book["council"].first?.place?.file == "../a.yaml")
    }

    @Test func severalPathsMakeOneHistory() throws {
        let folder = try Folder([
            "2006/a.yaml": "organisations: [{id: council, name: Council, from: 2006-01-01}]\n",
            "2009/a.yaml": "builds-on: ../2006\nchange: [{id: council, from: 2009-01-01, set: {name: New}}]\n",
            "2006/scenarios/x.yaml": "scenario: {id: x, name: X}\nend: [{id: council, until: 2010-01-01}]\n",
        ])
        let reading = try Trust.reader.read(paths: [folder.path + "/2006", folder.path + "/2009/"])
        #expect(reading.problems == [])
        #expect(reading.book["council"].count == 2 && reading.scenarios.count == 1)
        #expect(reading.book["council"][1].place?.file == folder.path + "/2009/a.yaml")
    }
}
