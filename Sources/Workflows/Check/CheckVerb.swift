import Arrangements
public import Doors
import Foundation
import Kernel
import Partners
public import Records

/// `thinkchild check`: the arrangements read as a compiler reads code.
public struct CheckVerb: Sendable {
    let registry: Registry

    public init(_ registry: Registry) { self.registry = registry }

    public var verb: Verb {
        Verb(
            "check", usage: "[FILE…] [--on DAY] [--scenario NAME] [--format text|json|sarif|csv] [--fail-on LEVEL]",
            summary: "Check the arrangements in files, or in the database, and print what is wrong.",
            needs: Action("arrangements.see"),
            options: [
                Verb.Option("on", value: "DAY", help: "the day asked about; the state's own when nobody says"),
                Verb.Option("scenario", value: "NAME", help: "a scenario laid over the state first"),
                Verb.Option("format", value: "FORMAT", help: "text, json, sarif or csv; text unless said"),
                Verb.Option("json", help: "the same as --format json"),
                Verb.Option("fail-on", value: "LEVEL", help: "error, warning or cannot-tell; warning unless said"),
            ], database: .unlessGivenWords, run)
    }

    @Sendable private func run(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        let level = try CheckOptions.level(options), format = try CheckOptions.format(options)
        let asked = try await AskedState.find(
            words, scenario: options.value("scenario"), on: try options.day("on"), now: now, house: house,
            registry: registry)
        let trust = Trust(house.contributions.evidence(over: asked.book, on: asked.day), on: asked.day)
        let report = FindingsReport(
            checking: trust, state: asked.name, also: house.contributions.findings(in: trust.book, on: asked.day))
        return VerbOutput(format.text(of: report), exitCode: report.exitCode(failOn: level))
    }
}

/// What `check` and `compare` may be told.
enum CheckOptions {
    enum Format: String, CaseIterable {
        case text, json, sarif, csv

        func text(of report: FindingsReport) -> String {
            let whole =
                switch self {
                case .text: report.text
                case .json: String(decoding: report.json, as: UTF8.self)
                case .sarif: String(decoding: report.sarif(), as: UTF8.self)
                case .csv: String(decoding: report.csv, as: UTF8.self)
                }
            return whole.hasSuffix("\n") ? String(whole.dropLast()) : whole
        }
    }

    static func format(_ options: Options) throws(Refusal) -> Format {
        guard let word = options.value("format") else { return options.has("json") ? .json : .text }
        return try choice(word, of: Format.allCases, for: "format")
    }

    static func level(_ options: Options) throws(Refusal) -> FindingsReport.FailOn {
        guard let word = options.value("fail-on") else { return .warning }
        return try choice(word, of: FindingsReport.FailOn.allCases, for: "fail-on")
    }

    private static func choice<One: RawRepresentable<String>>(
        _ word: String, of all: [One], for option: String
    ) throws(Refusal) -> One {
        if let one = all.first(where: { $0.rawValue == word }) { return one }
        let words = all.map(\.rawValue).joined(separator: ", ")
        throw .invalid([Problem(option, "--\(option) is one of \(words), and \(word) is none of them")])
    }
}

extension Options {
    /// The day an option gives; nil when it is not given.
    func day(_ name: String) throws(Refusal) -> Day? {
        guard let text = value(name) else { return nil }
        guard let day = Day(text) else {
            throw .invalid([Problem(name, "--\(name) is a day such as 2009-12-31, and \(text) is not")])
        }
        return day
    }
}
