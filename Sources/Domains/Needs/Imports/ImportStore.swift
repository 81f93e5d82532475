import Foundation
import Kernel
import Store

extension Transaction {
    func beginImport(_ file: String, _ digest: String, _ mapping: String, by caller: Caller, at now: Date) throws -> Int
    {
        let number = try nextImportNumber()
        try run(
            """
            INSERT INTO needs_import (number, mapping, file, digest, begun_at, begun_by, after)
            VALUES (\(number), \(mapping), \(file), \(digest), \(now), \(caller.name), \(try lastTakenImport()))
            """)
        return number
    }

    /// One that no import had before, whether that is still here or not.
    private func nextImportNumber() throws -> Int {
        // First, so that of two who ask at once the second waits.
        let isKept = try run("UPDATE needs_import_number SET last = last + 1") > 0
        let kept = isKept ? try one("SELECT last FROM needs_import_number")?.integer(0) ?? 1 : 1
        let next = max(kept, (try one("SELECT MAX(number) FROM needs_import")?.optionalInteger(0) ?? 0) + 1)
        if !isKept {
            try run("INSERT INTO needs_import_number (last) VALUES (\(next))")
        } else if next > kept {
            try run("UPDATE needs_import_number SET last = \(next)")
        }
        return next
    }

    /// - Throws: `Refusal.changedMeanwhile` unless the import is still being read, from the file of the digest.
    func mustBeReading(_ number: Int, _ digest: String) throws {
        let found = try one(
            """
            SELECT 1 FROM needs_import
            WHERE number = \(number) AND digest = \(digest) AND read_at IS NULL AND taken_at IS NULL
            """)
        guard found != nil else {
            throw Refusal.changedMeanwhile("Import \(number) was left while its file was being read: send it again")
        }
    }

    /// Takes away what was read of the same file before, and what nobody took for a day. One that is still being read
    /// is somebody's.
    func clearLeftovers(of digest: String, through mapping: String, before moment: Date) throws {
        let numbers = try rows(
            """
            SELECT number FROM needs_import WHERE taken_at IS NULL
                AND ((digest = \(digest) AND mapping = \(mapping) AND read_at IS NOT NULL) OR begun_at < \(moment))
            """
        ).map { $0.integer(0) }
        for number in numbers { try clearImport(number) }
    }

    /// Takes away an import that was not taken, with all that it staged.
    func clearImport(_ number: Int) throws {
        guard try one("SELECT 1 FROM needs_import WHERE number = \(number) AND taken_at IS NULL") != nil else { return }
        for table in ["needs_observation", "needs_import_line", "needs_import_part"] {
            try run("DELETE FROM \(raw: table) WHERE source = \(number)")
        }
        try run("DELETE FROM needs_import WHERE number = \(number)")
    }

    func finish(_ number: Int, _ digest: String, _ result: StageResult, at now: Date) throws {
        try mustBeReading(number, digest)
        let counts = result.counts
        try run(
            """
            UPDATE needs_import SET read_at = \(now), rows_read = \(counts.rows), added = \(counts.added),
                changed = \(counts.changed), unchanged = \(counts.unchanged), refused = \(counts.refused),
                warned = \(counts.warned), left_out = \(result.remarks.leftOut)
            WHERE number = \(number)
            """)
        for (position, entry) in result.remarks.entries.enumerated() {
            try send(
                """
                INSERT INTO needs_import_line (source, position, outcome, line, times, heading, words)
                VALUES (\(number), \(position), \(entry.remark.outcome.rawValue), \(entry.line), \(entry.times),
                    \(entry.remark.heading), \(entry.remark.words))
                """)
        }
        for (position, part) in try result.parts().enumerated() {
            try send(
                """
                INSERT INTO needs_import_part (source, position, sort, content)
                VALUES (\(number), \(position), \(part.sort), \(part.content))
                """)
        }
    }

    func importParts(_ number: Int) throws -> [(sort: String, content: [String: String])] {
        try rows("SELECT sort, content FROM needs_import_part WHERE source = \(number) ORDER BY position").map {
            ($0.text(0), try JSONDecoder().decode([String: String].self, from: Data($0.text(1).utf8)))
        }
    }

    /// Every statistical area that figures are held of.
    func allAreas() throws -> [PlaceCode: StatisticalArea] {
        var found: [PlaceCode: StatisticalArea] = [:]
        try each("SELECT code, name, level, old_code, within FROM needs_area") {
            let area = StatisticalArea($0)
            found[area.code] = area
        }
        return found
    }

    func keep(_ area: StatisticalArea) throws {
        try run("DELETE FROM needs_area WHERE code = \(area.code.text)")
        try run(
            """
            INSERT INTO needs_area (code, name, level, old_code, within)
            VALUES (\(area.code.text), \(area.name), \(area.level.rawValue), \(area.oldCode), \(area.within?.text))
            """)
    }

    func keep(_ neighbours: Neighbours) throws {
        try run(
            "DELETE FROM needs_neighbour WHERE edition = \(neighbours.edition) AND area = \(neighbours.area.text)")
        for (index, code) in neighbours.codes.enumerated() {
            try run(
                """
                INSERT INTO needs_neighbour (edition, area, place, neighbour)
                VALUES (\(neighbours.edition), \(neighbours.area.text), \(index + 1), \(code.text))
                """)
        }
    }

    /// The neighbours of every authority in one edition.
    func neighbourSets(_ edition: String) throws -> [PlaceCode: [PlaceCode]] {
        var found: [PlaceCode: [PlaceCode]] = [:]
        try each("SELECT area, neighbour FROM needs_neighbour WHERE edition = \(edition) ORDER BY area, place") {
            found[PlaceCode($0.text(0)), default: []].append(PlaceCode($0.text(1)))
        }
        return found
    }

    /// What is held of each measure, field by field, as text.
    func measureFields() throws -> [String: [String: String]] {
        var found: [String: [String: String]] = [:]
        for record in try needsShelf.records(of: Measure.kind) { found[record.id] = MeasureFields.texts(record) }
        return found
    }
}

extension StageResult {
    /// What is kept besides figures until the import is taken.
    fileprivate func parts() throws -> [(sort: String, content: String)] {
        try measures.map { ("measure", try json($0.fields.merging(["id": $0.id]) { $1 })) }
            + areas.map { area in
                var content = ["code": area.code.text, "name": area.name, "level": area.level.rawValue]
                content["old-code"] = area.oldCode
                content["within"] = area.within?.text
                return ("area", try json(content))
            }
            + neighbours.map { set in
                let codes = set.codes.map(\.text).joined(separator: " ")
                return ("neighbour", try json(["area": set.area.text, "edition": set.edition, "codes": codes]))
            }
    }

    private func json(_ content: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(content), as: UTF8.self)
    }
}
