internal import Kernel

extension Record {
    /// What is wrong with it as a fact of the history: an assumption says what might be, and stands in a scenario.
    ///
    /// - Parameter held: the versions before; one that was an assumption already is not asked again.
    func assumptionFlaw(over held: [Record]) -> Flaw? {
        guard provenance == .assumption, kind.name != "scenario" else { return nil }
        if held.contains(where: { $0.version == version && $0.provenance == .assumption }) { return nil }
        return Flaw(
            CommonKey.provenance.rawValue, "An assumption belongs to a scenario, and \(id) is a fact of the history",
            mend: "Put it in a scenario, or say how a source gives it: \(Provenance.ofFacts.joined(separator: ", "))")
    }
}

extension Provenance {
    /// The words for what a source gives, which is all that a history may hold.
    static var ofFacts: [String] { allCases.filter { $0 != .assumption }.map(\.rawValue) }
}
