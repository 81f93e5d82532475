public import Doors
import Records
import Store

extension Module {
    /// The details of members' interests that the public is not told.
    public static let interests = Module(
        name: "interests",
        title: "Sensitive interests",
        schema: Schema(
            room: "interests",
            migrations: [Migration("0001-interests", PackageResources._001_interests_sql)]),
        kinds: [SensitiveInterest.kind],
        invariants: SensitiveInterest.invariants,
        isRestricted: true,
        policy: .interests,
        routes: SensitiveInterest.routes,
        verbs: SensitiveInterest.verbs
    )
}
