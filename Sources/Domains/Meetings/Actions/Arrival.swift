public import Kernel
import Partners
import Records

/// That an overdue action came to the body, or the post, that the terms of reference name.
public struct Arrival: Sendable, Equatable {
    public let recipients: [Addressee]
    /// As a letter may name it.
    public let action: String
    /// Whose action it is, and where it came.
    public let from: String
    public let to: String
    public let due: Day
    /// When the meeting is on whose agenda it stands; nil while it waits for one.
    public let meeting: String?
    /// Where it is read: the meeting, or the list of what was taken there.
    public let path: String

    /// - Parameter agenda: the meeting on whose agenda it was put.
    init?(of action: MeetingAction, at agenda: Meeting?, on day: Day, _ shelf: RecordShelf) throws {
        guard let to = action.record.text("escalated-to"), let due = action.due else { return nil }
        let kind = try shelf.subject(to)?.kind
        recipients = try Addressee.receiving(to, on: day, shelf)
        self.action = try action.nameInLetters(shelf)
        from = try shelf.subject(action.body.text)?.name ?? action.body.text
        self.to = try shelf.subject(to)?.name ?? to
        self.due = due
        meeting = agenda?.when
        path =
            agenda.map { "/meetings/\($0.id)" }
            ?? (kind == "body" ? "/bodies/\(to)/actions#taken-here" : "/bodies/\(action.body)/actions")
    }
}
