import Kernel
import Partners

extension Hand {
    /// The same, with what only this room's commands may do. For a command that has asked everything itself.
    var sealing: Hand { granting([.sealMeetings, .changeMeetings]) }
}
