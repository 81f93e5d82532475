public import Foundation
public import Kernel
import Ledger
public import Store

/// Loads the figures of a data folder: what a file held before is replaced whole, and what says nothing new is left
/// alone.
@_spi(Workflows)
public struct LoadFigures: Sendable {
    let figures: Figures

    public init(_ figures: Figures) { self.figures = figures }

    /// What is held, by the titles of the files.
    public static func held(in tx: Transaction) throws -> [String] { try tx.figures().map(\.title) }

    /// What is about to change, or has changed, a sentence each; empty when nothing does.
    public func changes(in tx: Transaction) throws -> [String] {
        try figures.loads.compactMap { load in
            switch try tx.figures(named: load.name)?.digest {
            case nil: "\(load.table.title): to be loaded"
            case load.digest: nil
            case .some: "\(load.table.title): to be replaced"
            }
        }
    }

    /// - Returns: what was loaded, a sentence each.
    public func perform(by caller: Caller, at now: Date, in tx: Transaction) throws -> [String] {
        try caller.must(.changePlaces, under: .places)
        var told: [String] = []
        for load in figures.loads {
            let held = try tx.figures(named: load.name)
            if held?.digest == load.digest { continue }
            try tx.replace(with: load.content)
            try tx.keep(
                LoadedFigures(
                    name: load.name, title: load.table.title, file: load.table.file, digest: load.digest,
                    entries: load.count))
            let sentence = "\(load.table.title): \(load.count) \(load.noun) \(held == nil ? "loaded" : "replaced")"
            let subject = Subject(kind: "figures", id: load.name, name: load.table.title)
            try tx.record(Fact("places.figures-loaded", about: subject, sentence), by: caller, at: now)
            told.append(sentence)
        }
        if !told.isEmpty { try tx.sumPopulationByWard() }
        return told
    }
}

/// One file's figures as the database knows them.
struct LoadedFigures: Equatable, Sendable {
    let name: String
    let title: String
    let file: String
    let digest: String
    let entries: Int
}
