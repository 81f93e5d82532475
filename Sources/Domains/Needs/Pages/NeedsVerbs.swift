import Doors
import Foundation
import Kernel
import Statistics
import Store

/// Needs from the terminal.
enum NeedsVerbs {
    static let all: [Verb] = [
        Verb(
            "needs", usage: "[PLACE] [--topic TOPIC] [--json]",
            summary: "A place's measures against its statistical neighbours, its region and England.",
            needs: .seeNeeds,
            options: [
                Verb.Option("topic", value: "TOPIC", help: "only the measures listed under it"),
                Verb.Option("json", help: "print JSON"),
            ], needs),
        Verb(
            "mappings", usage: "", summary: "List the mappings that import can read a file through.", needs: .seeNeeds,
            mappings),
    ]

    @Sendable private static func needs(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.count <= 1 else { throw Refusal.invalid([Problem("needs", "needs takes one place, or none")]) }
        let topic = options.value("topic"), word = words.first
        let isWhole = caller.may(.changeNeeds, under: house.policy)
        let profile = try await house.store.read { tx in
            let typed = word.flatMap { AreaCatalogue.shipped.area(ofCode: $0) ?? AreaCatalogue.shipped.area(named: $0) }
            guard let place = try word == nil ? tx.usualPlace() : typed ?? word.flatMap({ PlaceCode(checking: $0) })
            else { throw Refusal.notFound }
            return try Profile(place, topic: topic, until: nil, isWhole: isWhole, in: tx)
        }
        if options.has("json") {
            return VerbOutput(String(decoding: try ProfileJSON(profile).jsonBytes(), as: UTF8.self))
        }
        let lines = profile.comparisons.map { comparison in
            [
                comparison.measure.title, comparison.observation.label,
                comparison.measure.words(of: comparison.observation.value),
                comparison.comparator(.neighbours)?.words ?? "", comparison.comparator(.country)?.words ?? "",
                comparison.standing?.words ?? "",
            ].joined(separator: "\t")
        }
        return VerbOutput(
            lines.joined(separator: "\n"),
            remarks: [
                "\(lines.count) \(lines.count == 1 ? "measure" : "measures") of \(profile.place.name): "
                    + "time, figure, neighbours, England, rank"
            ])
    }

    @Sendable private static func mappings(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.isEmpty else { throw Refusal.invalid([Problem("mappings", "mappings takes no words")]) }
        let titles = try await house.store.read { tx in try tx.mappingTitles() }
        return VerbOutput(titles.map { "\($0.id)\t\($0.name)" }.joined(separator: "\n"))
    }
}
