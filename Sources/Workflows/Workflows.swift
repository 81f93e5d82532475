public import Doors
public import Records
import Store

extension Module {
    /// What crosses rooms: import and export, the check from the terminal, the ledger's proof, the sample city.
    public static func workflows(_ registry: Registry) -> Module {
        Module(
            name: "workflows", title: "Import, export and proof", schema: Schema(room: "workflows", migrations: []),
            policy: LedgerVerbs.policy,
            verbs: [CheckVerb(registry).verb] + TransferVerbs(registry).verbs + LedgerVerbs.verbs + SampleVerbs(registry).verbs)
    }
}
