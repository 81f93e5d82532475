import Arrangements
public import Kernel
public import Partners
public import Records

/// The business of meetings as it stood on a day: what the checks of this room read. Built once.
public struct MeetingsOnADay: OnADay {
    public let book: Book
    public let day: Day
    let meetings: [Meeting]
    let items: [AgendaItem]
    let actions: [MeetingAction]
    let resolutions: [Resolution]
    let minutes: [Minutes]
    let plan: [ForwardPlanEntry]
    let shelf: Shelved

    /// A shelf that finds by index; kept to one thread by being asked only while the checks run one after another.
    final class Shelved: @unchecked Sendable {
        let shelf: IndexedShelf
        init(_ book: Book) { shelf = IndexedShelf(book) }
    }

    public init(_ book: Book, on day: Day) {
        self.book = book
        self.day = day
        func known<N: Noun>(_ type: N.Type) -> [N] {
            book.all(N.kind.name).filter { ($0.period.from ?? $0.period.attested).map { $0 <= day } ?? true }.standing
                .map(N.init)
        }
        meetings = known(Meeting.self)
        items = known(AgendaItem.self)
        actions = known(MeetingAction.self)
        resolutions = known(Resolution.self).filter { $0.on <= day }
        minutes = known(Minutes.self)
        plan = known(ForwardPlanEntry.self)
        shelf = Shelved(book)
    }

    /// How a finding may speak of a decision: findings are for everybody, so that one which the public may not read of
    /// is told of as one of its meeting's.
    func told(_ resolution: Resolution) -> (subject: Subject, name: String) {
        let isKnown = resolution.published.map { $0 <= day } ?? !resolution.record.sources.isEmpty
        let item = (resolution.item?.text).flatMap { book[$0].last }.map(AgendaItem.init)
        if isKnown, resolution.isOpen(with: item) {
            return (subject(resolution.id.text), "“\(resolution.name)”")
        }
        return (
            subject(resolution.meeting?.text ?? resolution.body.text), "A decision that is not open to the public"
        )
    }

    /// The same of an action.
    func told(_ action: MeetingAction) -> (subject: Subject, name: String) {
        let isOpen = (try? action.isOpen(shelf.shelf)) ?? false
        let name = isOpen ? action.name : "An action that is not open to the public"
        return (subject(action.body.text), name)
    }

    func meeting(_ id: ID<Meeting>) -> Meeting? { book[id.text].last.map(Meeting.init) }
}
