import Kernel
import Records
import Testing

/// Records as facts keep them and programs are sent them.
struct RecordJSONTests {
    @Test func oneThingHasOneTextAndComesBack() throws {
        let versions = Trust.read(
            """
            organisations:
            - {id: pct, name: PCT, from: 2000-01-01}
            seats:
            - id: t
              role: member
              represents: [pct]
              number: 2
              about: "Said \\"so\\"\\n\\tagain"
              as-at: 2006-12-07
              provenance: unclear
              source: P10 3.1
              note: Why
              then:
              - {from: 2009-01-01, number: 3, represents: }
            """
        ).book["t"]
        let text = RecordJSON.text(of: versions)
        #expect(
            text == #"""
                {"kind":"seat","id":"t","versions":[{"version":1,"role":"member","represents":["pct"],"number":2,"about":"Said \"so\"\n\u0009again","until":"2009-01-01","as-at":"2006-12-07","provenance":"unclear","source":["P10 3.1"],"note":"Why"},{"version":2,"role":"member","number":3,"about":"Said \"so\"\n\u0009again","from":"2009-01-01","provenance":"stated"}]}
                """#)
        #expect(RecordJSON.versions(in: text, registry: Trust.registry) == versions)
    }

    @Test(
        "what is not a thing that is known is none",
        arguments: [
            "", "[]", "{}", #"{"kind":"king","id":"a","versions":[{}]}"#, #"{"kind":"post","id":"a","versions":[]}"#,
        ])
    func notAThing(text: String) { #expect(RecordJSON.versions(in: text, registry: Trust.registry) == nil) }

    @Test func aBodyGivesADraft() throws {
        let draft = try RecordDraft(
            Trust.seat,
            readingJSON:
                #"{"id":"t","role":"chair","number":12,"represents":["a"],"post":null,"from":"2009-01-01","source":"P10 1"}"#
        )
        let record = try Trust.seat.record(from: draft)
        #expect(record.integer("number") == 12 && record.list("represents") == ["a"] && record.text("post") == nil)
        #expect(throws: Refusal.self) { try RecordDraft(Trust.seat, readingJSON: "[1]") }
        let wrong = try RecordDraft(
            Trust.seat, readingJSON: #"{"id":"t","role":["chair"],"number":1.5,"rol":"x","represents":[1]}"#)
        let flaws = #expect(throws: Flaws.self) { try Trust.seat.record(from: wrong) }
        #expect(flaws?.all.map(\.key) == ["rol", "role", "represents", "number"])
    }
}
