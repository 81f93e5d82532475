import Kernel
import Records
import Testing

/// Every bad input is refused with its file, its line, its key and what to do: all of them at once.
struct BadInputTests {
    /// A text, and every problem that it has, as it is told.
    struct Bad: Sendable, CustomTestStringConvertible {
        let name: String, text: String, problems: [String]
        init(_ name: String, _ text: String, _ problems: String...) {
            (self.name, self.text, self.problems) = (name, text, problems)
        }
        var testDescription: String { name }
    }

    private static let council = "organisations:\n- {id: council, name: Council, from: 1974-04-01}\n"
    private static let since = "from: 2009-01-01"

    @Test(arguments: [
        Bad(
            "not YAML", "organisations: [\n",
            "trust.yaml:2: A value is missing, or starts with a mark it may not. Give it, or put it in quotes"),
        Bad(
            "no keys", "- a\n- b\n",
            "trust.yaml:1: The file is not keys with lists under them. Write keys such as organisations: with a list under each"
        ),
        Bad(
            "an unknown section", "organisation:\n- {id: a}\n",
            "trust.yaml:1: organisation: organisation is not a key of a file. Write organisations"),
        Bad(
            "a section misspelt", "organisatons: []\n",
            "trust.yaml:1: organisatons: organisatons is not a key of a file. Write organisations"),
        Bad(
            "a section that is no list", "organisations: council\n",
            "trust.yaml:1: organisations: organisations is not a list. Write each entry after a hyphen"),
        Bad(
            "an unknown key", "organisations:\n- id: a\n  nmae: A\n  \(since)\n",
            "trust.yaml:3: nmae: nmae is not a key of an organisation. Write name",
            "trust.yaml:2: name: This organisation has no name. Give one line of at most 200 characters"),
        Bad(
            "underscores for hyphens", "organisations:\n- {id: a, name: A, as_at: 2009-01-01}\n",
            "trust.yaml:2: as_at: as_at is not a key of an organisation. Write as-at"),
        Bad(
            "no id", "organisations:\n- {name: A, \(since)}\n",
            "trust.yaml:2: id: This organisation has no id. Give it an id of a-z, 0-9 and -, that nothing else has"),
        Bad(
            "a bad id", "organisations:\n- {id: The Council, name: A, \(since)}\n",
            "trust.yaml:2: id: The Council is not an identifier. Write the-council"),
        Bad(
            "a reference to nothing", council + "posts:\n- id: p\n  name: P\n  organisation: concil\n  \(since)\n",
            "trust.yaml:6: organisation: concil is not an organisation: no organisation with that identifier is known. Write council, or add concil"
        ),
        Bad(
            "a reference to another kind",
            council
                + "posts:\n- {id: p, name: P, organisation: council, \(since)}\n- {id: q, name: Q, organisation: p, \(since)}\n",
            "trust.yaml:5: organisation: p is a post, not an organisation. Give the identifier of an organisation"),
        Bad(
            "a period that ends before it starts",
            "organisations:\n- id: a\n  name: A\n  from: 2009-01-01\n  until: 2008-01-01\n",
            "trust.yaml:5: until: The period ends on 2008-01-01, which is not after its start on 2009-01-01. Give a later day: until is the first day on which it no longer holds"
        ),
        Bad(
            "no day that is", "organisations:\n- {id: a, name: A, from: 31/12/2009}\n",
            "trust.yaml:2: from: 31/12/2009 is not a day. Enter the day as 2009-12-31"),
        Bad(
            "a day that is not there", "organisations:\n- {id: a, name: A, from: 2009-02-29}\n",
            "trust.yaml:2: from: 2009-02-29 is not a day. Enter the day as 2009-12-31"),
        Bad(
            "no day at all", "organisations:\n- {id: a, name: A}\n",
            "trust.yaml:2: from: Nothing says when a is so. Give from, or as-at, or give the folder a state with its day"
        ),
        Bad(
            "a duplicate id", council + "posts:\n- {id: council, name: P, organisation: council, \(since)}\n",
            "trust.yaml:4: id: council is already an organisation, at trust.yaml:2. Give another id, or write what changed under change"
        ),
        Bad(
            "two chairs at once",
            "seats:\n- {id: a, role: chair, \(since)}\n- id: b\n  role: chair\n  from: 2010-01-01\n",
            "trust.yaml:2: role: a and b are both chair. Mend it here, or where it says otherwise",
            "trust.yaml:4: role: b and a are both chair. Mend it here, or where it says otherwise"),
        Bad(
            "a cycle of lines",
            council
                + "posts:\n- {id: p, name: P, organisation: council, \(since), reports-to: q}\n- {id: q, name: Q, organisation: council, \(since), reports-to: p}\n",
            "trust.yaml:4: reports-to: p reports to itself in the end. Mend it here, or where it says otherwise",
            "trust.yaml:5: reports-to: q reports to itself in the end. Mend it here, or where it says otherwise"),
        Bad(
            "a word that is none of the list", "seats:\n- {id: a, role: chiar, \(since)}\n",
            "trust.yaml:2: role: chiar is not a word role may be. Write chair"),
        Bad(
            "a number out of range", "seats:\n- {id: a, role: chair, number: 1001, \(since)}\n",
            "trust.yaml:2: number: 1001 is not from 1 to 1000. Give a whole number from 1 to 1000"),
        Bad(
            "no number", "seats:\n- {id: a, role: chair, number: 1e3, \(since)}\n",
            "trust.yaml:2: number: 1e3 is not a whole number. Give a whole number from 1 to 1000"),
        Bad(
            "a mapping for a word", "seats:\n- {id: a, role: {is: chair}, \(since)}\n",
            "trust.yaml:2: role: role is a mapping. Give one of chair, member"),
        Bad(
            "a word for a list", "seats:\n- {id: a, role: chair, represents: x, \(since)}\n",
            "trust.yaml:2: represents: represents is one value where a list should stand. Give a list of at most 3, each the identifier of an organisation, on a line of its own after a hyphen"
        ),
        Bad(
            "a list for a word", "seats:\n- {id: a, role: [chair], \(since)}\n",
            "trust.yaml:2: role: role is a list where one value should stand. Give one of chair, member"),
        Bad(
            "too many", "seats:\n- {id: a, role: chair, represents: [b, c, d, e], \(since)}\n",
            "trust.yaml:2: represents: represents has 4 identifiers; 3 is the most. Give at most 3"),
        Bad(
            "one twice", council + "seats:\n- {id: a, role: chair, represents: [council, council], \(since)}\n",
            "trust.yaml:4: represents: council is given twice in represents. Keep one of them"),
        Bad(
            "too long", "organisations:\n- {id: a, name: \(String(repeating: "x", count: 201)), \(since)}\n",
            "trust.yaml:2: name: name has 201 characters; 200 is the most. Shorten it"),
        Bad(
            "a source with no paragraph", "organisations:\n- {id: a, name: A, \(since), source: P10}\n",
            "trust.yaml:2: source: P10 is not a document and a paragraph. Write the document, a space and the paragraph, as in P10 3.1.6"
        ),
        Bad(
            "an unknown provenance", "organisations:\n- {id: a, name: A, \(since), provenance: statd}\n",
            "trust.yaml:2: provenance: statd is not a word provenance may be. Write stated"),
        Bad(
            "neither true nor false",
            council + "posts:\n- {id: p, name: P, organisation: council, independent: maybe, \(since)}\n",
            "trust.yaml:4: independent: maybe is neither true nor false. Give true or false"),
    ])
    func refused(bad: Bad) {
        let reading = Trust.read(bad.text)
        #expect(reading.problems.map(\.description) == bad.problems)
        #expect(throws: Refusal.self) { try reading.mustBeWhole() }
    }

    @Test(
        "versions, changes, ends and corrections",
        arguments: [
            Bad(
                "a version with no day", council + "  then: []\n",
                "trust.yaml:3: This line does not line up with those above it. Start it in the same column as its neighbours"
            ),
            Bad(
                "a later version that is earlier",
                "organisations:\n- id: a\n  name: A\n  \(since)\n  then:\n  - {from: 2008-01-01, name: B}\n",
                "trust.yaml:6: from: 2008-01-01 is not after 2009-01-01, when the version before starts. Give a later day"
            ),
            Bad(
                "a later version that names itself",
                "organisations:\n- id: a\n  name: A\n  \(since)\n  then:\n  - {from: 2010-01-01, id: b}\n",
                "trust.yaml:6: id: id is not a key of a later version of organisation. It may have name, sector, from, until, as-at, provenance, source, note"
            ),
            Bad(
                "a change of nothing", "change:\n- {id: a, \(since), set: {name: B}}\n",
                "trust.yaml:2: id: Nothing with the identifier a is known. Add it first, or give the identifier of something that is there"
            ),
            Bad(
                "a change with no day", council + "change:\n- {id: council, set: {name: B}}\n",
                "trust.yaml:4: from: There is no day from which council changes. Give from, as 2009-12-31"),
            Bad(
                "a change before the start", council + "change:\n- {id: council, from: 1970-01-01, set: {name: B}}\n",
                "trust.yaml:4: from: council has a later version, from 1974-04-01. Give a later day, or correct that version"
            ),
            Bad(
                "a change of an unknown field", council + "change:\n- id: council\n  \(since)\n  set:\n    nam: B\n",
                "trust.yaml:7: nam: nam is not a key of an organisation. Write name"),
            Bad(
                "an unknown key of a change", council + "change:\n- {id: council, on: 2009-01-01}\n",
                "trust.yaml:4: on: on is not a key of an entry of change. It may have id, from, set, provenance, source, note",
                "trust.yaml:4: from: There is no day from which council changes. Give from, as 2009-12-31"),
            Bad(
                "an end before the start", council + "end:\n- {id: council, until: 1974-04-01}\n",
                "trust.yaml:4: until: council starts on 1974-04-01, which is not before 1974-04-01. Give a later day"),
            Bad(
                "an end with no day", council + "end:\n- {id: council}\n",
                "trust.yaml:4: until: Nothing says when council ends. Give until, as 2009-12-31"),
            Bad(
                "a correction with no reason", council + "correct:\n- {id: council, set: {name: B}}\n",
                "trust.yaml:4: because: Nothing says why council is put right. Give because, in a sentence"),
            Bad(
                "a correction of no version",
                council + "correct:\n- {id: council, version: 2, because: Wrong, set: {name: B}}\n",
                "trust.yaml:4: version: council has no version 2. Give one from 1 to 1"),
            Bad(
                "a correction that takes a name away",
                council + "correct:\n- {id: council, because: Wrong, set: {name: ~}}\n",
                "trust.yaml:4: name: council has no name. Give one line of at most 200 characters"),
            Bad(
                "a change after the end",
                council + "end:\n- {id: council, until: 2010-01-01}\n"
                    + "change:\n- {id: council, from: 2011-01-01, set: {name: B}}\n",
                "trust.yaml:4: until: council starts on 2011-01-01, which is not before 2010-01-01. Give a later day"),
            Bad(
                "builds-on in a file that is sent", "builds-on: ../2006\n",
                "trust.yaml:1: builds-on: A file that is sent cannot build on another. Take builds-on away: the file builds on what is already held"
            ),
        ])
    func refusedOperation(bad: Bad) {
        #expect(Trust.read(bad.text).problems.map(\.description) == bad.problems)
    }

    @Test func everyProblemOfEveryFileIsToldAtOnce() throws {
        let folder = try Folder([
            "a/x.yaml": "builds-on: [../b, ../nowhere, /etc]\norganisations:\n- {id: a, name: A, from: soon}\n",
            "a/y.yaml": "posts: [\n",
            "b/z.yaml":
                "builds-on: ../a\nstate: {id: s, name: S, on: 2009-12-31}\nseats:\n- {id: t, role: chair, post: p}\n",
        ])
        let problems = try folder.read("a").problems.map(\.description)
        #expect(
            problems.filter { !$0.hasPrefix("y.yaml:") } == [
                "../b/z.yaml:1: builds-on: ../a builds on this in turn. Take one of the two away",
                "../b/z.yaml:4: post: p is not a post: no post with that identifier is known. Add p, or give the identifier of one that is known",
                "x.yaml:1: builds-on: /etc is not a path from this file's folder. Write a path such as ../2006",
                "x.yaml:3: from: soon is not a day. Enter the day as 2009-12-31",
                "x.yaml:1: builds-on: There is no file or folder at ../nowhere. Write a path from this file's folder, such as ../2006",
            ])
        #expect(problems.count { $0.hasPrefix("y.yaml:") } == 1)
    }

    @Test func aFolderWithNothingInItAndAPathWithNothingAtItAreRefused() throws {
        let folder = try Folder(["empty/readme.txt": "x"])
        #expect(
            try folder.read("empty").problems.map(\.description) == [
                ".:1: There are no .yaml files in it. Give a folder that has some"
            ])
        #expect(throws: Refusal.self) { try folder.read("nowhere") }
    }

    @Test func scenariosAreRefusedWhereTheyDoNotFit() throws {
        let folder = try Folder([
            "a/x.yaml": "state: {id: s, name: S, on: 2009-12-31}\norganisations: [{id: council, name: C}]\n",
            "a/scenarios/one.yaml": "end: [{id: council}]\n",
            "a/scenarios/two.yaml":
                "builds-on: ..\nscenario: {id: two, name: Two}\nend: [{id: nobody, until: 2010-01-01}]\n",
            "b/x.yaml": "builds-on: ../c\n", "c/x.yaml": "scenario: {id: c, name: C}\n",
        ])
        #expect(
            try folder.read("a").problems.map(\.description) == [
                "scenarios/one.yaml:1: scenario: Nothing says which scenario this is. Write scenario: with its id and name under it",
                "scenarios/one.yaml:1: until: Nothing says when council ends. Give until, as 2009-12-31",
                "scenarios/two.yaml:1: builds-on: A scenario here builds on nothing else. Take builds-on away: it is laid over the folder above it",
                "scenarios/two.yaml:3: id: Nothing with the identifier nobody is known. Add it first, or give the identifier of something that is there",
            ])
        #expect(
            try folder.read("b").problems.map(\.description) == [
                "x.yaml:1: builds-on: A scenario cannot be built on. Build on the state that the scenario is laid over"
            ])
    }

    @Test("files spoilt at random are refused or read, and every problem has its place", arguments: 0..<40)
    func spoilt(seed: Int) {
        let whole =
            Self.council + """
                posts:
                - id: p
                  name: 'P'
                  organisation: council
                  from: 2009-01-01
                  source: [P10 1, P10 2]
                  then: [{from: 2010-01-01, independent: true}]
                seats:
                - {id: t, role: chair, post: p, represents: [council], number: 3, from: 2009-01-01}
                change:
                - {id: council, from: 2000-01-01, set: {name: City}}
                end:
                - {id: t, until: 2010-01-01, source: P10 3}

                """
        var random = Seeded(seed)
        for _ in 0..<40 {
            let bytes = YAMLFuzzTests.spoil(Array(whole.utf8), &random)
            let reading = Trust.reader.read(bytes: bytes, named: "trust.yaml")
            let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
            for problem in reading.problems {
                #expect(problem.file == "trust.yaml" && (1...lines).contains(problem.line), "\(problem)")
                #expect(!problem.message.isEmpty && !problem.mend.isEmpty)
            }
        }
    }
}
