internal import Doors
internal import Kernel
internal import Records

/// Whoever asks the desk: what is private in a record is for those who may change it.
struct Reader: Sendable {
    let caller: Caller
    let policy: Policy

    init(_ caller: Caller, under policy: Policy) { (self.caller, self.policy) = (caller, policy) }

    /// Whoever a request is from.
    init(_ request: Request, _ house: House) { self.init(request.caller, under: house.policy) }

    /// Versions as they may read them.
    func shown(_ versions: [Record]) -> [Record] {
        guard let kind = versions.first?.kind, !caller.may(kind.changing, under: policy) else { return versions }
        return versions.map(\.withoutPrivate)
    }
}
