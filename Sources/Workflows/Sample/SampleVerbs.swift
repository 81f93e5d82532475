public import Doors
import Foundation
import Kernel
import Ledger
public import Records
import Store

/// Synthetic cities to measure with: `thinkchild sample trust` and, for the ledger alone, `thinkchild sample facts`.
public struct SampleVerbs: Sendable {
    let registry: Registry

    public init(_ registry: Registry) { self.registry = registry }

    public var verbs: [Verb] {
        [
            Verb(
                "sample trust", usage: "[--seed N] [--percent N] --output FOLDER",
                summary: "Write a synthetic city's arrangements, the same for the same seed.",
                needs: TransferVerbs.transfer,
                options: [
                    Verb.Option("seed", value: "N", help: "a whole number; 1 unless said"),
                    Verb.Option("percent", value: "N", help: "1 to 100 per cent of the full size; 100 unless said"),
                    Verb.Option("output", value: "FOLDER", help: "where the files go"),
                ], database: .never, makeTrust),
            Verb(
                "sample facts", usage: "[--count N]",
                summary: "Add synthetic facts to the ledger of a database made for measuring.",
                needs: TransferVerbs.transfer,
                options: [Verb.Option("count", value: "N", help: "how many; 100000 unless said")],
                database: .makes, makeFacts),
        ]
    }

    @Sendable private func makeTrust(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        try words.mustBeNone(for: "sample trust")
        guard let folder = options.value("output") else {
            throw Refusal.invalid([Problem("output", "sample trust needs --output FOLDER")])
        }
        let seed = try options.number("seed", usually: 1, within: 0...Int(Int32.max))
        let percent = try options.number("percent", usually: 100, within: 1...100)
        var sample = SampleTrust(seed: UInt64(seed), scale: .percent(percent))
        return try ExportFolder(folder, registry).write(ExportRecords(registry).files(of: sample.make()))
    }

    @Sendable private func makeFacts(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        try words.mustBeNone(for: "sample facts")
        let count = try options.number("count", usually: 100_000, within: 1...10_000_000)
        let batch = 5_000
        for start in stride(from: 0, to: count, by: batch) {
            try await house.store.write { tx in
                for number in start..<min(count, start + batch) {
                    let subject = Subject(
                        kind: "sample", id: "sample-\(number % 1_000)", name: "Sample no. \(number % 1_000)")
                    let fact = Fact(
                        "sample.changed", about: subject,
                        "Sample no. \(number % 1_000) was changed for the \(number / 1_000)th time",
                        record:
                            """
                            {\"id\":\"sample-\(number % 1_000)\",\"number\":\(number),\"name\":\"Sample no. \
                            \(number % 1_000)\"}
                            """
                    )
                    try tx.record(fact, by: caller, at: now)
                }
            }
        }
        return VerbOutput("\(count) facts added")
    }
}

extension Options {
    /// A whole number that an option gives, or the usual one.
    func number(_ name: String, usually usual: Int, within range: ClosedRange<Int>) throws(Refusal) -> Int {
        guard let text = value(name) else { return usual }
        guard let number = Int(text), range.contains(number) else {
            throw .invalid([
                Problem(
                    name,
                    "--\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), and \(text) is not")
            ])
        }
        return number
    }
}
