import Doors
import Kernel
import Sealing
import Store

extension Action {
    /// To answer a browser.
    public static let serve = Action("service.serve")
}

extension Module {
    /// The running of the service itself.
    static let service = Module(
        name: "service", title: "Running the service", schema: Schema(room: "service", migrations: []),
        policy: Policy([.serve: [.administrator], .erase: [.administrator], .manageKeys: [.administrator]]),
        verbs: BackupVerbs.verbs + KeyVerbs.verbs + EraseVerb.verbs)
}
