public import Kernel
public import Store

/// Watching over who may see what: the glass that was broken, and the reviews of who holds what gives a role.
public enum Oversight {
    public static let schema = Schema(
        room: "oversight", migrations: [Migration("0001-oversight", Array((openings + reviews).utf8))])

    /// `told` holds the identifiers of those who were told, each between spaces. What is here is a list of what is
    /// to be done; that it was done is a fact of the ledger.
    private static let openings = """
        CREATE TABLE oversight_opening (
            id           TEXT NOT NULL PRIMARY KEY,
            person       TEXT NOT NULL,
            person_name  TEXT NOT NULL,
            role         TEXT NOT NULL,
            action       TEXT NOT NULL,
            subject_kind TEXT NOT NULL,
            subject_id   TEXT NOT NULL,
            subject_name TEXT NOT NULL,
            path         TEXT NOT NULL,
            reason       TEXT NOT NULL,
            made_at      TIMESTAMPTZ NOT NULL,
            ends_at      TIMESTAMPTZ NOT NULL,
            post         TEXT,
            told         TEXT NOT NULL,
            reviewed_at  TIMESTAMPTZ,
            reviewed_by  TEXT,
            verdict      TEXT CHECK (verdict IN ('proper', 'query')),
            words        TEXT,
            CHECK ((reviewed_at IS NULL) = (verdict IS NULL))
        );
        CREATE INDEX oversight_opening_person ON oversight_opening (person, ends_at);
        CREATE INDEX oversight_opening_reviewed ON oversight_opening (reviewed_at, id);

        """

    /// When somebody last said that a holder of a post should go on holding it, and what its reviewers were last
    /// reminded of. Who holds what is held by the records alone.
    private static let reviews = """
        CREATE TABLE oversight_review (
            appointment TEXT NOT NULL PRIMARY KEY,
            person      TEXT NOT NULL,
            post        TEXT NOT NULL,
            confirmed   DATE NOT NULL,
            reviewer    TEXT NOT NULL
        );
        CREATE TABLE oversight_reminder (
            post     TEXT NOT NULL PRIMARY KEY,
            reminded DATE NOT NULL
        );

        """
}

extension Action {
    /// To see who looked at what, within what one answers for.
    public static let seeLooks = Action("oversight.looks")
    /// To break the glass over a restricted record that one has no right to see.
    public static let breakGlass = Action("oversight.break-glass")
    /// To see and review the glass that others broke.
    public static let reviewGlass = Action("oversight.review-glass")
    /// To confirm or end the appointments that give a role.
    public static let reviewAccess = Action("oversight.review-access")
}

extension Policy {
    /// Whoever administers the service, and whoever answers for a restricted room or for a post that gives a role. Each
    /// sees only what they answer for.
    public static let oversight = Policy([
        .seeLooks: [.administrator, .responsible],
        .breakGlass: [.administrator, .director, .clerk, .analyst, .member, .monitoring, .responsible],
        .reviewGlass: [.administrator, .responsible],
        .reviewAccess: [.administrator, .responsible],
    ])
}

extension SeparationOfDuties {
    public static let ownGlass = SeparationOfDuties("AC-33", "Nobody reviews the glass that they broke themselves")
    public static let ownAccess = SeparationOfDuties("AC-34", "Nobody confirms their own access")
}
