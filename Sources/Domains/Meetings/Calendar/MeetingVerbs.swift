import Doors
import Foundation
import Kernel
import Partners
import Records
import Store
import Web

extension Meeting {
    static let verbs: [Verb] = MeetingAction.verbs + ofMeetings

    private static let ofMeetings: [Verb] = [
        Verb(
            "meetings", usage: "[--body ID] [--from DAY] [--before DAY] [--json]",
            summary: "List meetings from a day on, or before it.", needs: .readMeetings,
            options: [
                Verb.Option("body", value: "ID", help: "of one body only"),
                Verb.Option("from", value: "DAY", help: "from this day on; today when nobody says"),
                Verb.Option("before", value: "DAY", help: "before this day, the latest first"),
                Verb.Option("json", help: "print JSON"),
            ], list),
        Verb(
            "private-notices", usage: "[--from DAY]",
            summary: "List meetings from a day on of which notice was given that they are held in private.",
            needs: .readMeetings,
            options: [Verb.Option("from", value: "DAY", help: "from this day on; today when nobody says")],
            privateNotices),
        Verb(
            "remove-file", usage: "DIGEST --because TEXT",
            summary: "Take the file of a paper away for good; backups keep it for as long as they are kept.",
            needs: .sealMeetings,
            options: [Verb.Option("because", value: "TEXT", help: "why; kept with the fact")], removeFile),
    ]

    @Sendable private static func removeFile(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.count == 1, let digest = words.first else {
            throw Refusal.wrong("remove-file", "Say which file: its digest, as the record of the paper has it")
        }
        let hand = Hand(caller, under: house.policy, at: now, on: Day(inEnglandAt: now), registry: house.registry)
        let command = RemovePaperFile(digest: digest, because: options.value("because") ?? "")
        let count = try await house.store.write { tx in try command.perform(by: hand, in: tx) }
        return VerbOutput("The file is removed: \(count) \(count == 1 ? "paper has" : "papers have") lost it")
    }

    @Sendable private static func privateNotices(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.isEmpty else {
            throw Refusal.wrong("private-notices", "private-notices takes no words, only options")
        }
        let from = try day("from", options) ?? house.settings.opensOn ?? Day(inEnglandAt: now)
        let registry = house.registry
        let lines = try await house.store.read { tx in
            let reading = DayBook(RecordShelf(tx, registry), on: from)
            return try tx.rows(
                """
                SELECT id FROM meetings_meeting
                WHERE until_day IS NULL AND "on" >= \(from)
                    AND (private_notice IS NOT NULL OR private_again IS NOT NULL OR private_urgent IS NOT NULL)
                ORDER BY "on", id LIMIT 200
                """
            ).compactMap { row -> String? in
                guard let record = try reading.versions(of: row.text(0)).standing.first else { return nil }
                let meeting = Meeting(record), notice = PrivateNotice(meeting)
                let days = [notice.first, notice.second].map { $0?.description ?? "none" }
                return "\(meeting.id)  \(meeting.when)  \(try reading.name(of: meeting.body.text))  "
                    + "first \(days[0])  second \(days[1])  \(notice.because ?? "")"
            }
        }
        return VerbOutput(
            lines.joined(separator: "\n"), remarks: lines.isEmpty ? ["No such notice was given"] : [])
    }

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
