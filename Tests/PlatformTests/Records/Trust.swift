import Foundation
import Kernel
import Records

/// A small room of made-up kinds, for testing the record machinery without any real room.
enum Trust {
    static let organisation = Kind(
        "organisation", plural: "organisations", room: "partners", title: "Organisation", about: "Anything with posts.",
        fields: [
            Field("name", "Name", .name, required: true, "Its full name."),
            Field(
                "sector", "Sector", .choices([Choice("health", "Health"), Choice("police", "Police")]), "Its sectors."),
        ])

    static let post = Kind(
        "post", plural: "posts", room: "partners", title: "Post", about: "A job or an office.",
        fields: [
            Field("name", "Title", .name, required: true, "What it is called."),
            Field("organisation", "Organisation", .reference(["organisation"]), required: true, "Whose it is."),
            Field("started", "Started", .day, "When it was first filled."),
            Field("independent", "Independent", .flag, "Whether it is independent."),
            Field("reports-to", "Reports to", .reference(["post"]), "The post above."),
        ])

    static let seat = Kind(
        "seat", plural: "seats", room: "arrangements", title: "Seat", about: "A place at a table.",
        fields: [
            Field(
                "role", "Role", .choice([Choice("chair", "Chair"), Choice("member", "Member")]), required: true,
                "As what."),
            Field("post", "Post", .reference(["post"]), "Who sits in it."),
            Field("represents", "Represents", .references(["organisation"], max: 3), "For whom."),
            Field("number", "Number", .integer(1...1_000), "How many."),
            Field("about", "About", .prose(max: 400), "Anything else."),
        ],
        naming: { record, name in
            (record.text("role") ?? "seat") + ": " + (record.text("post").flatMap(name) ?? "nobody")
        })

    static let state = Kind(
        "state", plural: "states", room: "arrangements", title: "State", about: "A day described.",
        fields: [
            Field("name", "Name", .name, required: true, "What it is called."),
            Field("on", "On", .day, required: true, "The day."),
        ])

    static let scenario = Kind(
        "scenario", plural: "scenarios", room: "arrangements", title: "Scenario", about: "What if.",
        fields: [
            Field("name", "Name", .name, required: true, "What it is called."),
            Field("on", "On", .day, "When it takes effect."),
            Field("changes", "Changes", .prose(max: 20_000), "What it changes."),
        ])

    static let kinds = [organisation, post, seat, state, scenario]

    static let oneChair = Invariant(of: "seat", rule: "T-1") { record, shelf in
        guard record.text("role") == "chair" else { return [] }
        let others = try shelf.records(of: seat, where: "role", is: "chair")
        return others.filter { $0.id != record.id && $0.period.overlaps(record.period) }
            .map { Problem("role", "\(record.id) and \($0.id) are both chair") }
    }

    static let noCycle = Invariant(of: "post", rule: "T-2") { record, shelf in
        var seen: Set<String> = [record.id], next = record.text("reports-to")
        while let id = next {
            guard seen.insert(id).inserted else {
                return [Problem("reports-to", "\(record.id) reports to itself in the end")]
            }
            next = try shelf.versions(of: id).last?.text("reports-to")
        }
        return []
    }

    static let registry = Registry(kinds, invariants: [oneChair, noCycle])
    static let reader = RecordReader(registry)

    /// Reads one text as though it were the file `trust.yaml`.
    static func read(_ text: String, over held: Book = Book()) -> Reading {
        reader.read(bytes: Array(text.utf8), named: "trust.yaml", over: held)
    }

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
}

/// A folder of files that is gone when the test is.
final class Folder {
    let path: String

    init(_ files: [String: String]) throws {
        path = FileManager.default.temporaryDirectory.path + "/thinkchild-" + UUID().uuidString
        for (name, text) in files {
            let url = URL(fileURLWithPath: path + "/" + name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func read(_ name: String = "") throws -> Reading { try Trust.reader.read(path: path + "/" + name) }
}
