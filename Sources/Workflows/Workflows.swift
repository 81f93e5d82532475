public import Doors
import Kernel
public import Records
import Store

extension Module {
    /// What crosses rooms: import and export, the check from the terminal, the ledger's proof, the sample city.
    public static func workflows(_ registry: Registry) -> Module {
        Module(
            name: "workflows", title: "Import, export and proof", schema: Schema(room: "workflows", migrations: []),
            policy: .workflows,
            verbs: [CheckVerb(registry).verb, CompareVerb(registry).verb] + TransferVerbs(registry).verbs
                + LedgerVerbs.verbs + SampleVerbs(registry).verbs + RunningVerbs.verbs + JobVerbs.verbs
                + OutboxVerbs.verbs + [ChartVerb.verb])
    }
}

extension Policy {
    /// Files in and out are for those who keep the record; proving it, for those who answer for it too.
    static let workflows = Policy([
        TransferVerbs.transfer: [.administrator, .clerk],
        LedgerVerbs.verify: [.administrator, .clerk, .director],
        RunningVerbs.run: [.administrator],
        JobVerbs.mind: [.administrator],
        OutboxVerbs.read: [.administrator],
        ChartVerb.chart: [.administrator, .clerk, .director, .analyst],
    ])
}
