import Doors
import Kernel
import Oversight
import Web

/// The posts that give a role and that one answers for.
struct ReviewsPage {
    let posts: [PostAccess]
    let request: Request

    var page: Page {
        let today = request.today
        let columns: [Column<PostAccess>] = [
            Column("Post") { Link($0.post.name, "/access-reviews/\($0.post.id)").html },
            .text("What it gives") { $0.roles.map(\.rawValue.capitalized).joined(separator: ", ") },
            .text("Held by") { $0.holders.map(\.person.name).joined(separator: ", ") },
            .text("Answered for by") { $0.responsible.post?.name ?? "The administrators" },
            Column("Confirm by") { access in
                guard let due = access.dueOn else { return "Nobody there can sign in" }
                return "\(due.long)\(HTML.when(access.isOverdue(on: today), " \(GovUK.tag("Overdue", .red))"))"
            },
        ]
        return Page(
            title: "Who has access, to be confirmed", wide: true,
            body: """
                <p class="govuk-body">Each of these posts gives its holder a role in this service. Confirm that each \
                holder should go on, or end their appointment: what it gave is gone that day.</p>
                \(GovUK.table(
                    caption: "Posts", columns, posts, empty: "You answer for no post that gives a role.",
                    captionHidden: true))
                """)
    }
}

/// Asks of each holder of a post whether they go on.
struct ReviewPage {
    let access: PostAccess
    let request: Request
    var problems: [Problem] = []

    var page: Page {
        Page(
            title: access.post.name, caption: "Who has access", problems: problems,
            breadcrumbs: [Link("Who has access, to be confirmed", "/access-reviews")],
            body: """
                <p class="govuk-body">Whoever holds this post is \
                \(access.roles.map(\.rawValue).joined(separator: " and ")) in this service.</p>
                \(form)
                """)
    }

    private var form: HTML {
        let theirs = access.holders.filter { $0.person.id != request.caller.person }
        let own: HTML = .when(
            theirs.count < access.holders.count,
            "<p class=\"govuk-body\">You hold it yourself, and somebody else confirms that.</p>\n")
        if theirs.isEmpty { return own }
        let questions: [HTML] = theirs.map { held in
            let name = "answer-\(held.appointment.id)"
            let last = held.confirmed.map { "Last confirmed on \($0.on.long), by \($0.reviewer)." }
            return GovUK.radios(
                name, legend: held.person.name,
                [
                    GovUK.Choice(ReviewAccess.Answer.confirm.rawValue, "They go on"),
                    GovUK.Choice(ReviewAccess.Answer.end.rawValue, "Their appointment ends today"),
                ], chosen: request.form.first(name), hint: last ?? "Never confirmed.", problems: problems)
        }
        return own
            + GovUK.form(
                "/access-reviews/\(access.post.id)",
                """
                \(questions)\(GovUK.textInput(
                    "because", label: "Why, where one ends", value: request.form.first("because") ?? "",
                    problems: problems))\(GovUK.button("Save"))
                """)
    }
}

extension [PostAccess] {
    /// As programs have them.
    func json(on day: Day) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("posts", self) { json, access in
                json.object { json in
                    json.field("post", access.post.id)
                    json.field("name", access.post.name)
                    json.array("roles", access.roles) { json, role in json.value(role.rawValue) }
                    json.field("answeredForBy", access.responsible.post?.id)
                    json.field("overdue", access.isOverdue(on: day))
                    json.array("holders", access.holders) { json, held in
                        json.object { json in
                            json.field("appointment", held.appointment.id)
                            json.field("person", held.person.id)
                            json.field("confirmed", held.confirmed?.on.description)
                            json.field("due", held.dueOn?.description)
                        }
                    }
                }
            }
        }
        return json.bytes
    }
}
