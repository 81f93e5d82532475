import Cast
import Kernel
import Records
import Testing

@testable import Places

private func problems(_ text: String) -> [String] {
    do { _ = try ManifestReader.read(Array(text.utf8), file: "data.yaml"); return [] } catch {
        return error.problems.map(\.description)
    }
}

@Suite("The manifest of a data folder")
struct ManifestReaderTests {
    @Test func leedsIsRead() throws {
        let manifest = try ManifestReader.read(LeedsFiles.bytes("data.yaml"), file: "data.yaml")
        #expect(manifest.place == "leeds")
        #expect(manifest.recordFiles == ["areas.yaml", "areas-2018.yaml"])
        #expect(
            manifest.tables.map(\.shape.word) == [
                "boundaries", "small-areas", "population", "population", "establishments",
            ])
        #expect(manifest.tables.last?.shape == .establishments(asAt: LeedsFiles.extractDay))
    }

    @Test(
        "what will not do is told, with its line",
        arguments: [
            ("place: leeds\n", []),
            ("- a\n", ["data.yaml:1: The file is not keys and values. Write place: and tables: with their values"]),
            ("", ["data.yaml:1: place: place is missing. Give it"]),
            (
                "place: Leeds City\n",
                ["data.yaml:1: place: Leeds City is not an identifier. Write the city's id, of a-z, 0-9 and -"]
            ),
            (
                "place: leeds\ntabels: []\n",
                ["data.yaml:2: tabels: tabels is not a key here. It may have place, records, tables"]
            ),
            (
                "place: leeds\ntables: yes\n",
                ["data.yaml:2: tables: tables is not a list. Write each entry after a hyphen"]
            ),
            (
                "place: leeds\ntables:\n- boundaries\n",
                ["data.yaml:3: tables: This table is not keys and values. Write - file: and its keys under it"]
            ),
            (
                "place: leeds\ntables:\n- {file: a, title: A, holds: maps}\n",
                [
                    "data.yaml:3: holds: maps is not something a file can hold here. "
                        + "Write one of boundaries, establishments, population, small-areas"
                ]
            ),
            (
                "place: leeds\ntables:\n- {file: a, title: A, holds: boundaries}\n",
                ["data.yaml:3: code: code is missing. Give it"]
            ),
            (
                "place: leeds\ntables:\n- {file: ../a, title: A, holds: boundaries, code: C}\n",
                ["data.yaml:3: file: ../a is not a file of this folder. Write the file's name, without a path"]
            ),
            (
                "place: leeds\nrecords: [/a/b]\n",
                [
                    "data.yaml:1: records: /a/b is not a file of this folder. Write the file's name, without a path"
                ]
            ),
            (
                "place: leeds\ntables:\n- {file: a, title: A, holds: population, small-area: c, on: mid-2019}\n",
                ["data.yaml:3: on: mid-2019 is not a day. Write it as 2009-12-31"]
            ),
            (
                "place: leeds\ntables:\n- {file: a, title: A, holds: small-areas, small-area: c, ward: w, from: 2018-05-03, "
                    + "until: 2004-06-10}\n",
                [
                    "data.yaml:3: until: The period ends on 2004-06-10, which is not after its start on 2018-05-03. "
                        + "Give a later day"
                ]
            ),
        ])
    func refused(text: String, words: [String]) { #expect(problems(text) == words) }

    @Test("bytes turned at random never break the reader")
    func mutations() throws {
        let sound = try LeedsFiles.bytes("data.yaml")
        var dice = Dice(seed: 33)
        for _ in 0..<1_500 {
            let bytes = dice.mutated(sound)
            guard let manifest = try? ManifestReader.read(bytes, file: "data.yaml") else { continue }
            for table in manifest.tables { #expect(!table.file.contains("/")) }
        }
    }
}
