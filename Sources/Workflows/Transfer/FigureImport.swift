import Doors
import Foundation
import Kernel
@_spi(Workflows) import Needs
import Store
import Web

/// `thinkchild import FILE --mapping NAME`: one file of published figures, previewed and then taken.
struct FigureImport: Sendable {
    let mapping: String

    /// Remarks told one by one; the rest are counted, and stand on the import's page.
    static let remarksMax = 40

    init(_ mapping: String) { self.mapping = mapping }

    func take(
        _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
    ) async throws -> VerbOutput {
        guard words.count == 1 else {
            throw Refusal.invalid([Problem("path", "import --mapping takes one file")])
        }
        let file = try FigureFile(path: words[0]), terminal = house.terminal
        let staged = try await StageImport(file, mapping: mapping, settings: house.configuration)
            .perform(by: caller, at: now, in: house.store) { terminal?.say($0) }
        let lines = try await house.store.read { tx in try ShowImport(staged.number).lines(in: tx) }
        let bringsNothing = try await house.store.read { tx in try ShowImport(staged.number).bringsNothing(in: tx) }
        let remarks = told(lines, staged, isKept: !bringsNothing)
        if bringsNothing {
            try await leave(staged, caller, house)
            var output = output(staged, options, done: false, remarks: remarks)
            // Nothing of it could be read: that is no success, whatever is done next with what it brought.
            if staged.counts.refused > 0, staged.counts.unchanged == 0 { output.exitCode = 2 }
            return output
        }
        if !options.has("yes") {
            for remark in remarks { terminal?.say(remark) }
            terminal?.say(staged.counts.sentence)
            guard terminal?.ask("Go ahead?") == true else {
                try await leave(staged, caller, house)
                var output = output(staged, options, done: false, remarks: [])
                if !options.has("json") { output.text = "Nothing was changed." }
                output.exitCode = 1
                return output
            }
        }
        let today = Day(inEnglandAt: now)
        let taken = try await house.store.write { tx in
            try TakeImport(staged.number).perform(by: caller, at: now, on: today, in: tx)
        }
        return output(taken, options, done: true, remarks: options.has("yes") ? remarks : [])
    }

    private func leave(_ staged: StagedImport, _ caller: Caller, _ house: House) async throws {
        try await house.store.write { tx in try LeaveImport(staged.number).perform(by: caller, in: tx) }
    }

    private func told(_ lines: [StagedImport.Line], _ staged: StagedImport, isKept: Bool) -> [String] {
        let some = lines.filter { $0.outcome != "changed" }
        let told = some.prefix(Self.remarksMax).map { line in
            let place = line.heading.isEmpty ? "" : "\(line.heading): "
            let more = line.times > 1 ? " (\(line.times) times)" : ""
            return "\(staged.file):\(line.line): \(line.outcome): \(place)\(line.words)\(more)"
        }
        let rest = some.count - told.count
        guard rest > 0 else { return Array(told) }
        return told + ["and \(rest) more remarks\(isKept ? ": see /imports/\(staged.number)" : "")"]
    }

    private func output(_ staged: StagedImport, _ options: Options, done: Bool, remarks: [String]) -> VerbOutput {
        guard options.has("json") else { return VerbOutput(staged.counts.sentence, remarks: remarks) }
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("done", done)
            writer.field("import", staged.number)
            writer.field("sha256", staged.digest)
            writer.field("rows", staged.counts.rows)
            writer.field("added", staged.counts.added)
            writer.field("changed", staged.counts.changed)
            writer.field("unchanged", staged.counts.unchanged)
            writer.field("refused", staged.counts.refused)
            writer.field("warned", staged.counts.warned)
        }
        return VerbOutput(writer.string, remarks: remarks)
    }
}
