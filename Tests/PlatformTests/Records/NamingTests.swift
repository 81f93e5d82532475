import Kernel
import Records
import Testing

/// Problems name the file that they are in, however the paths were given; what may not stand in a history is refused.
struct NamingTests {
    @Test func eachOfSeveralPathsNamesItsOwnFiles() throws {
        let folder = try Folder([
            "one.yaml": "organisations: [{id: a, name: A, from: 2009-01-01}]\n",
            "two.yaml": "organisations: [{id: b, from: 2009-01-01}]\n",
            "more/three.yaml": "builds-on: ../four\nposts: [{id: c, from: 2009-01-01}]\n",
            "four/x.yaml": "organisations: [{id: d, from: 2009-01-01}]\n",
        ])
        let at = folder.path
        let reading = try Trust.reader.read(paths: ["\(at)/one.yaml", "\(at)/two.yaml", "\(at)/more/"])
        #expect(
            Set(reading.problems.map(\.file)) == ["\(at)/two.yaml", "four/x.yaml", "\(at)/more/three.yaml"])
    }

    @Test("a path given twice is read once")
    func twice() throws {
        let folder = try Folder([
            "a/x.yaml": "state: {id: s, name: S, on: 2009-12-31}\norganisations: [{id: a, name: A}]\n",
            "a/scenarios/one.yaml": "scenario: {id: one, name: One}\nend: [{id: a, until: 2010-01-01}]\n",
        ])
        let paths = ["a", "a/", "a/scenarios/one.yaml"].map { folder.path + "/" + $0 }
        let reading = try Trust.reader.read(paths: paths)
        #expect(reading.problems == [] && reading.scenarios.count == 1)
        #expect(try Trust.reader.read(paths: [paths[2], paths[0]]).problems == [])
    }

    @Test("a folder without files is blamed on whoever builds on it")
    func emptyBase() throws {
        let folder = try Folder(["a/x.yaml": "builds-on: ../empty\n", "empty/readme.txt": "x"])
        #expect(
            try folder.read("a").problems.map(\.description) == [
                "x.yaml:1: builds-on: There are no .yaml files in ../empty. "
                    + "Give a folder that has some, or one such file"
            ])
    }

    @Test("an assumption is refused in the history, and taken in a scenario")
    func assumptions() {
        let history = Trust.read("organisations:\n- {id: a, name: A, from: 2009-01-01, provenance: assumption}\n")
        #expect(
            history.problems.map(\.description) == [
                "trust.yaml:2: provenance: An assumption belongs to a scenario, and a is a fact of the history. "
                    + "Put it in a scenario, or say how a source gives it: "
                    + "stated, figure, absence, unclear, concern, proposed"
            ])
        let scenario = Trust.read(
            """
            scenario: {id: s, name: S, on: 2009-01-01}
            organisations:
            - {id: a, name: A, provenance: assumption}
            """)
        #expect(scenario.problems == [])
        let held = Trust.read("organisations: [{id: a, name: A, from: 2009-01-01}]\n").book
        let change = "change: [{id: a, from: 2010-01-01, set: {name: B}, provenance: assumption}]\n"
        #expect(Trust.read(change, over: held).problems.map(\.key) == ["provenance"])
    }

    @Test("a change to what is so already is refused")
    func sameValue() {
        let held = Trust.read("organisations: [{id: a, name: A, from: 2009-01-01}]\n").book
        #expect(
            Trust.read("change: [{id: a, from: 2010-01-01, set: {name: A}}]\n", over: held).problems.map(\.message)
                == ["Nothing changes: a says this already"])
        let renamed = Trust.read("change: [{id: a, from: 2010-01-01, set: {name: B}}]\n", over: held).book
        #expect(Trust.read("change: [{id: a, from: 2010-01-01, set: {name: B}}]\n", over: renamed).problems == [])
    }
}
