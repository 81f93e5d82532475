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
        Choice("monitoring", "Monitoring officer: keeps members' sensitive interests"),
    ]

    /// The Director of Children's Services (Children Act 2004 s18) has the role of that name by the office alone.
    static func roles(of post: Record) -> Set<Role> {
        let named = Set(post.list("access").compactMap(Role.init(rawValue:)))
        return post.text("office") == "director-of-childrens-services" ? named.union([.director]) : named
    }
}
