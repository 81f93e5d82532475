internal import Kernel

extension RecordReader {
    /// One record as another format gave it: what was given, and where in the document it stands, as `posts[3]`.
    public struct PlacedDraft: Sendable {
        public let draft: RecordDraft
        public let at: String

        public init(_ draft: RecordDraft, at place: String) {
            self.draft = draft
            self.at = place
        }
    }

    /// Reads records that were drafted from another format, over what is `held`: they may point at it.
    public func read(drafts: [PlacedDraft], named file: String, over held: Book = Book()) -> Reading {
        var layer = Layer()
        for placed in drafts {
            do throws(Flaws) {
                let record = try placed.draft.kind.record(from: placed.draft, place: Place(file: file, line: 1))
                layer.additions.append([ReadVersion(record, lines: [], lacksStart: false)])
            } catch {
                for flaw in error.all {
                    let key = flaw.key.isEmpty ? placed.at : "\(placed.at).\(flaw.key)"
                    layer.note(FileProblem(file: file, line: 1, key: key, flaw.message, mend: flaw.mend))
                }
            }
        }
        var chain = ChainReader(registry: registry, paths: [file], asked: [])
        chain.background = held
        chain.take(layer, asAsked: true)
        return chain.finished()
    }
}
