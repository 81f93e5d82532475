import Meetings
import Settings

extension Settings {
    /// What the rooms themselves leave to an operator.
    static let ofTheRooms = Settings.ofTheMeetings
}
