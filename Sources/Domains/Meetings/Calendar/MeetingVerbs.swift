import Doors
import Foundation
import Kernel
import Partners
import Records
import Web

extension Meeting {
    static let verbs: [Verb] = [
        Verb(
            "meetings", usage: "[--body ID] [--from DAY] [--before DAY] [--json]",
            summary: "List meetings from a day on, or before it.", needs: .readMeetings,
            options: [
                Verb.Option("body", value: "ID", help: "of one body only"),
                Verb.Option("from", value: "DAY", help: "from this day on; today when nobody says"),
                Verb.Option("before", value: "DAY", help: "before this day, the latest first"),
                Verb.Option("json", help: "print JSON"),
            ], list)
    ]

    @Sendable private static func list(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.isEmpty else { throw Refusal.wrong("meetings", "meetings takes no words, only options") }
        let before = try day("before", options), from = try day("from", options)
        let today = house.settings.opensOn ?? Day(inEnglandAt: now)
        let ask = CalendarList.Ask(
            body: options.value("body"), from: before ?? from ?? today, isBack: before != nil)
        let registry = house.registry
        let list = try await house.store.read { tx in
            try CalendarList(ask, in: DayBook(RecordShelf(tx, registry), on: today), tx)
        }
        guard options.has("json") else {
            let lines = list.rows.map { row in
                "\(row.meeting.id)  \(row.meeting.when)  \(row.body.name)  \(row.meeting.status)"
            }
            return VerbOutput(
                lines.joined(separator: "\n"), remarks: lines.isEmpty ? ["There are no meetings in the calendar"] : [])
        }
        var json = JSONWriter()
        json.array(list.rows) { json, row in
            json.object { json in
                json.field("id", row.meeting.id.text)
                json.field("body", row.body.id)
                json.field("on", "\(row.meeting.on)")
                json.field("time", row.meeting.time?.description)
                json.field("status", row.meeting.status)
            }
        }
        return VerbOutput(json.string)
    }

    private static func day(_ name: String, _ options: Options) throws(Refusal) -> Day? {
        guard let text = options.value(name) else { return nil }
        guard let day = Day(text) else {
            throw .wrong(name, "--\(name) is a day such as 2009-12-31, and \(text) is not")
        }
        return day
    }
}
