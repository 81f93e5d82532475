import Kernel
import Partners
public import Records

extension SensitiveInterest {
    public static let invariants = [ofASensitiveDeclaration, ofWhoDeclaredIt, withoutANote]

    static let ofASensitiveDeclaration = Invariant(
        of: kind.name, rule: "Withheld details are those of a declaration that says so, once"
    ) { record, shelf in
        let interest = SensitiveInterest(record)
        guard try WithheldDeclaration(interest.declaration.text, on: shelf) != nil else {
            return [Problem("declaration", "That declaration does not say that its details are withheld")]
        }
        let others = try shelf.standing(kind, where: "declaration", is: interest.declaration.text)
        return others.contains { $0.id != record.id }
            ? [Problem("declaration", "The details of that declaration are held already")] : []
    }

    /// They may read it, and it is erased with them.
    static let ofWhoDeclaredIt = Invariant(
        of: kind.name, rule: "A sensitive interest is of whoever sat in the seat that declared it, that day"
    ) { record, shelf in
        let interest = SensitiveInterest(record)
        guard let withheld = try WithheldDeclaration(interest.declaration.text, on: shelf) else { return [] }
        let members = try withheld.members(on: shelf)
        if members.contains(interest.person.text) { return [] }
        let seat = "in the seat that declared it on \(withheld.meeting.on.long)"
        return [
            Problem(
                "person",
                members.isEmpty
                    ? "Nothing says who sat \(seat): that is recorded first" : "They did not sit \(seat)")
        ]
    }

    static let withoutANote = Invariant(of: kind.name, rule: "What is said of a sensitive interest is sealed") {
        record, _ in
        record.note == nil
            ? [] : [Problem("note", "A note is not sealed: write it with the details, or leave it out")]
    }
}
