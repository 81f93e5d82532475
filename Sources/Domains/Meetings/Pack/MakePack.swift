import Files
import Foundation
public import Jobs
public import Kernel
import Ledger
import Partners
import Press
import Programs
public import Records
public import Settings
public import Store

/// Makes a pack in the background: looks at each paper, sets the pages, lays the papers in, and keeps the PDF.
public struct MakePack: Sendable {
    let store: Store
    let registry: Registry
    let policy: Policy
    let settings: Settings
    let council: String

    static let kindName = "meetings.pack"
    /// Pages that one pack may have, and megabytes that it may weigh.
    static let pagesMax = 3_000, megabytesMax = 512

    public init(_ store: Store, registry: Registry, policy: Policy, settings: Settings, council: String) {
        (self.store, self.registry, self.policy) = (store, registry, policy)
        (self.settings, self.council) = (settings, council)
    }

    /// Tried again only where trying again may help: what the programs cannot do, they cannot do an hour later.
    public var kind: JobKind {
        JobKind(
            Self.kindName, patience: Patience(attemptsMax: 3),
            givenUp: { job, words in
                guard let (task, audience, _) = Self.task(of: job) else { return .done }
                return failed(task.meeting, audience, "It was given up: \(words)", at: job.now)
            }
        ) { job in
            guard let (task, audience, day) = Self.task(of: job) else {
                throw GiveUp("This is no pack that can be made")
            }
            do {
                return try await make(task.meeting, audience, on: day, job)
            } catch let failure as ProgramFailure {
                return failed(task.meeting, audience, failure.description, at: job.now)
            } catch let refusal as Refusal {
                return failed(task.meeting, audience, refusal.sentences.joined(separator: ". "), at: job.now)
            }
        }
    }

    private static func task(of job: TakenJob) -> (PackTask, Pack.Audience, Day)? {
        guard let task = try? JSONDecoder().decode(PackTask.self, from: Data(job.payload.utf8)),
            let audience = Pack.Audience(rawValue: task.audience), let day = Day(task.on)
        else { return nil }
        return (task, audience, day)
    }

    /// What was asked for again while it failed is made once more, as what was asked for while it was made is.
    private func failed(_ meeting: String, _ audience: Pack.Audience, _ words: String, at now: Date) -> Ending {
        Ending { tx in
            try Pack.put(meeting, audience, .failed, words, at: now, in: tx)
            try again(meeting, audience, since: now, in: tx)
        }
    }

    private func again(_ meeting: String, _ audience: Pack.Audience, since now: Date, in tx: Transaction) throws {
        guard let asked = try Pack.askedAgain(meeting, audience, since: now, in: tx) else { return }
        try Pack.ask(meeting, audience, at: asked, in: tx)
    }

    private func make(
        _ meeting: String, _ audience: Pack.Audience, on day: Day, _ job: TakenJob
    ) async throws -> Ending {
        let now = job.now
        let press = try Press(settings), folder = try PrivateFolder()
        let (registry, policy) = (registry, policy)
        let contents = try await store.read { tx in
            try PackContents(
                meeting, for: PackContents.caller(audience), under: policy, today: day,
                in: DayBook(RecordShelf(tx, registry), on: day), tx)
        }
        guard let contents else { throw Refusal.outOfOrder("The agenda is not open to them yet") }
        let total = contents.sheets.count + 3
        @Sendable func say(_ words: String, _ done: Int) async throws {
            let isOurs = try await store.write { tx in
                guard try job.renew(in: tx) else { return false }
                try Pack.put(meeting, audience, .asked, words, done: done, total: total, at: now, in: tx)
                return true
            }
            guard isOurs else { throw GiveUp("Somebody else makes it now") }
        }
        var places: [String: PackDocumentPage.Place] = [:], pages = 0
        for (number, sheet) in contents.sheets.enumerated() {
            try await say("Looking at paper \(number + 1) of \(contents.sheets.count)", number)
            let place = try await look(at: sheet, number, press, folder)
            if case .pages(let count) = place { pages += count }
            guard pages <= Self.pagesMax else {
                throw Refusal.tooLarge("The papers have more than \(Self.pagesMax) pages")
            }
            places[sheet.paper.id] = place
        }
        try await say("Setting the pages", contents.sheets.count)
        let document = PackDocumentPage(contents: contents, audience: audience, places: places, council: council)
        let text = document.text
        try await folder.write("pack.html") { take in try take(Array(text.utf8)) }
        let marks = try await press.typeset("pack.html", to: "pack-0.pdf", in: folder)
        try await say("Laying in the papers", contents.sheets.count + 1)
        let last = try await lay(document, marks, press, folder)
        try await say("Keeping the PDF", total - 1)
        let made = try MadeFile(last, in: folder)
        let file = try await Intake(bytesMax: Self.megabytesMax * 1_048_576).inspect(made, named: "pack.pdf", field: "")
        let count = try await press.pages(of: last, in: folder) ?? 0
        let digests = contents.sheets.filter { $0.kept != nil }.map(\.paper.paper.digest)
        return ended(meeting, audience, file, of: digests, pages: count, mark: contents.mark(of: council), at: now)
    }

    /// Writes a paper into the folder, and sees what can be done with it.
    private func look(
        at sheet: PackContents.Sheet, _ number: Int, _ press: Press, _ folder: PrivateFolder
    ) async throws -> PackDocumentPage.Place {
        guard let kept = sheet.kept else { return .apart("Its file is not here") }
        guard sheet.isPDF || sheet.isPicture else { return .apart("It is \(kept.type.words)") }
        let name = "paper-\(number).\(kept.type.endings[0])"
        let download = Download(kept, named: name, from: store)
        try await folder.write(name) { take in try await download.eachPiece { piece in try take(piece) } }
        if sheet.isPicture { return .picture(name) }
        guard let count = try await press.pages(of: name, in: folder) else {
            return .apart("It is locked or damaged, and cannot be laid in")
        }
        return .pages(count)
    }

    /// Lays the papers under the empty pages that stand for them, all in one run however many they are.
    /// - Returns: the last file made.
    private func lay(
        _ document: PackDocumentPage, _ marks: [Int], _ press: Press, _ folder: PrivateFolder
    ) async throws -> String {
        let bookmarks = document.bookmarks, sheets = document.contents.sheets
        guard marks.count == bookmarks.count else { throw ProgramFailure("The places of the papers were lost") }
        var papers: [Press.Laid] = []
        for (mark, paper) in zip(marks, bookmarks) {
            guard let paper, let number = sheets.firstIndex(where: { $0.paper.id == paper }),
                case .pages(let count) = document.places[paper]
            else { continue }
            papers.append(Press.Laid("paper-\(number).pdf", from: mark, count: count))
        }
        guard !papers.isEmpty else { return "pack-0.pdf" }
        guard try await press.lay(papers, under: "pack-0.pdf", to: "pack-1.pdf", in: folder) else {
            throw ProgramFailure("The papers could not be laid into the pack")
        }
        return "pack-1.pdf"
    }

    private func ended(
        _ meeting: String, _ audience: Pack.Audience, _ file: InspectedFile, of digests: [String], pages: Int,
        mark: String, at now: Date
    ) -> Ending {
        Ending { tx in
            // One that was removed meanwhile is not kept in a pack.
            if try digests.contains(where: { try tx.removal(of: $0) != nil }) {
                try Pack.put(
                    meeting, audience, .failed, "A file that was in it was removed: have it made again", at: now, in: tx
                )
                return
            }
            let subject = Pack.subject(meeting, audience)
            if let old = try Pack.one(meeting, audience, in: tx)?.digest, old != file.digest {
                try tx.release(old, for: subject)
            }
            try tx.keep(file, for: subject, at: now)
            try Pack.put(meeting, audience, .made, "\(pages) pages", at: now, in: tx)
            try tx.run(
                """
                UPDATE meetings_pack SET digest = \(file.digest), pages = \(pages), mark = \(mark)
                WHERE meeting = \(meeting) AND audience = \(audience.rawValue)
                """)
            let about = Subject(kind: Meeting.kind.name, id: meeting, name: meeting)
            try tx.record(
                Fact("meetings.pack-made", about: about, "A pack of \(pages) pages was made of \(meeting)"),
                by: Caller(name: "thinkchild", roles: []), at: now)
            try again(meeting, audience, since: now, in: tx)
        }
    }
}
