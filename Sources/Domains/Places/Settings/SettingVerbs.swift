import Doors
import Foundation
import Kernel

/// Places and settings from the terminal.
enum SettingVerbs {
    static let all: [Verb] = [
        Verb(
            "places", usage: "[AREA] [--on DAY] [--json]",
            summary: "List the areas of a day, or say what is known of one.",
            needs: .seePlaces,
            options: [
                Verb.Option("on", value: "DAY", help: "the day asked about"), Verb.Option("json", help: "print JSON"),
            ], places),
        Verb(
            "settings", usage: "[--type TYPE] [--ward AREA] [--state STATE] [--on DAY] [--json]",
            summary: "List schools and other settings, with whether each was open on the day.", needs: .seePlaces,
            options: [
                Verb.Option("type", value: "TYPE", help: "only of this type, such as primary"),
                Verb.Option("ward", value: "AREA", help: "only in this ward, by its id"),
                Verb.Option("state", value: "STATE", help: "only open, may-have-been-open, closed or not-yet-open"),
                Verb.Option("on", value: "DAY", help: "the day asked about"), Verb.Option("json", help: "print JSON"),
            ], settings),
    ]

    @Sendable private static func places(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        let day = try day(options, now, house)
        guard words.count <= 1 else { throw Refusal.invalid([Problem("places", "places takes one area, or none")]) }
        if let word = words.first {
            guard let id = ID<Area>(checking: word) else { throw Refusal.notFound }
            let view = try await house.store.read { tx in try AreaView(id, tx, on: day) }
            return try options.has("json") ? VerbOutput(AreaJSON(view)) : VerbOutput(Self.text(view))
        }
        let tree = try await house.store.read { tx in AreaTree(try tx.areas(), on: day) }
        if options.has("json") { return try VerbOutput(AreasJSON(tree)) }
        let lines = Area.types.flatMap { tree.all($0.value) }.map { area in
            [area.id.text, area.name, area.typeWords, tree.ancestors(of: area.id).first?.name ?? ""].joined(
                separator: "\t")
        }
        return VerbOutput(lines.joined(separator: "\n"), remarks: ["\(lines.count) areas on \(day.long)"])
    }

    private static func text(_ view: AreaView) -> String {
        let ancestors = view.ancestors.map(\.name).joined(separator: ", ")
        var lines = [
            "\(view.area.name) (\(Area.types.label(of: view.area.type)))",
            "Within: \(ancestors.isEmpty ? "nothing" : ancestors)",
        ]
        lines += view.history.filter { _ in view.history.count > 1 }.map { stretch in
            "\(AreaPage.days(stretch.record.period)): within \(stretch.within?.name ?? "not known")"
        }
        lines += view.children.map { "Contains: \($0.name) (\($0.id))" }
        lines += view.population.counts.map { count in
            "People on \(count.day.long): "
                + AgeBand.all.map { "\($0.words): \(count.total($0))" }.joined(separator: "; ")
        }
        let all = view.tally.all
        lines.append(
            "Settings: "
                + OpenState.allCases.map { "\($0.words.lowercased()) \(all.count($0))" }.joined(separator: ", "))
        return lines.joined(separator: "\n")
    }

    @Sendable private static func settings(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.isEmpty else {
            throw Refusal.invalid([Problem("settings", "settings takes no words, only options")])
        }
        let day = try day(options, now, house)
        let filter = try SettingFilter(
            type: options.value("type"), ward: options.value("ward"), state: options.value("state"))
        let (lines, names) = try await house.store.read { tx in
            (try tx.settings(filter, on: day), AreaNames(try tx.areas()))
        }
        if options.has("json") {
            let body = SettingsJSON(
                on: day, total: lines.count, page: 1, pages: 1, settings: lines.map { SettingJSON($0, on: day) })
            return try VerbOutput(body)
        }
        let text = lines.map { line in
            [line.id.text, line.name, line.state.words, names[line.ward]?.name ?? "cannot be placed"].joined(
                separator: "\t")
        }
        return VerbOutput(text.joined(separator: "\n"), remarks: ["\(lines.count) settings on \(day.long)"])
    }

    private static func day(_ options: Options, _ now: Date, _ house: House) throws(Refusal) -> Day {
        guard let typed = options.value("on") else { return house.settings.opensOn ?? Day(inEnglandAt: now) }
        guard let day = Day(typed: typed) else {
            throw .invalid([Problem("on", "\(typed) is not a day. Write it as 2009-12-31")])
        }
        return day
    }
}

extension VerbOutput {
    fileprivate init(_ body: some Encodable) throws { self.init(String(decoding: try body.jsonBytes(), as: UTF8.self)) }
}
