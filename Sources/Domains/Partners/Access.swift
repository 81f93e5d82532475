public import Kernel
import Records

extension Action {
    public static let seePartners = Action("partners.see")
    public static let changePartners = Action("partners.change")
    /// To say what the holder of a post may do in this service, and who holds such a post.
    public static let grantAccess = Action("partners.grant")
}

extension Policy {
    /// Who is accountable for what is public; changing it is for those who keep the record.
    static let partners = Policy([
        .seePartners: [.anyone],
        .changePartners: [.administrator, .clerk],
        .grantAccess: [.administrator],
    ])
}

/// What a post gives its holder: the roles its record names, and that of a statutory office.
public enum Access {
    static let choices = [
        Choice("administrator", "Administrator: runs the service and keeps its accounts"),
        Choice("director", "Director: answers for the whole"),
        Choice("clerk", "Clerk: keeps the record"),
        Choice("analyst", "Analyst: reads and reports"),
    ]

    /// The Director of Children's Services (Children Act 2004 s18) has the role of that name by the office alone.
    static func roles(of post: Record) -> Set<Role> {
        let named = Set(post.list("access").compactMap(Role.init(rawValue:)))
        return post.text("office") == "director-of-childrens-services" ? named.union([.director]) : named
    }

    /// Whoever keeps the record may not give themselves a right by it. Ours: no paper asks for it.
    static let safeguards = [
        Safeguard(of: Post.kind.name, rule: "Only an administrator says what the holder of a post may do") {
            after, before, _ in
            let given = after.reduce(into: Set<Role>()) { $0.formUnion(roles(of: $1)) }
            let had = before.reduce(into: Set<Role>()) { $0.formUnion(roles(of: $1)) }
            return given.isSubset(of: had) ? nil : .grantAccess
        },
        Safeguard(of: Appointment.kind.name, rule: "Only an administrator names the holder of a post that gives a role")
        {
            after, before, shelf in
            for record in after where !before.contains(where: record.isNoMore) && record.text("person") != nil {
                guard let post = record.text("post") else { continue }
                if try shelf.versions(of: post).contains(where: { !roles(of: $0).isEmpty }) { return .grantAccess }
            }
            return nil
        },
    ]
}
