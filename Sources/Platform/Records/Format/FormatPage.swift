import Kernel

/// `docs/format/arrangements.md`: the files, explained from the kinds themselves.
public enum FormatPage {
    public static func markdown(_ registry: Registry) -> String {
        intro + "\n## The kinds\n\n" + registry.kinds.map(section).joined(separator: "\n")
    }

    private static func section(_ kind: Kind) -> String {
        let rows = kind.fields.map { field in
            "| `\(field.name)` | \(field.shape) | \(field.isRequired ? "yes" : "") | \(field.about) |\n"
        }
        return """
            ### \(kind.title): `\(kind.plural)`

            \(kind.about)

            | Key | What it holds | Required | |
            |---|---|---|---|
            \(rows.joined())
            """
    }

    private static let intro = """
        # The arrangements format

        Written from the code by `bin/golden`; change the kinds, not this page. A JSON Schema of one file is beside \
        it, in
        `arrangements.schema.json`.

        ## A folder is one description

        Every `.yaml` file directly in a folder is read, in the order of the names; so is each file of its folder \
        `scenarios`, a scenario
        each. A single file may be given in place of a folder. The keys of a file:

        | Key | What it is |
        |---|---|
        | `builds-on` | a path or several, from the file's folder: their facts come first |
        | `state` | the day described: one record of kind `state` |
        | `scenario` | what if: one record of kind `scenario`; the rest of the file is laid over what it builds on |
        | a kind's plural, such as `posts` | a list of records of that kind |
        | `change` | a list of `id`, `from` and `set`: from that day it is so |
        | `end` | a list of `id` and `until`: from that day it no longer holds |
        | `correct` | a list of `id`, `set`, `because` and, where it has several, `version`: it was never so |

        Every record has an `id` of its own, of `a-z`, `0-9` and `-`, different over all kinds and over the whole \
        history. Besides its
        kind's own keys it may have:

        | Key | What it is |
        |---|---|
        | `from` | the day from which it is so |
        | `until` | the first day on which it no longer is: a post left on 31 December 2009 has `until: 2010-01-01` |
        | `as-at` | a day on which a source says that it was so, when `from` is not known; the state's day when \
        neither is given; `unknown` when nobody says |
        | `provenance` | `stated` (when left out), `figure`, `absence`, `unclear`, `concern` or `proposed`; in a \
        scenario `assumption` too |
        | `source` | a document and a paragraph, such as `P10 3.1.6`, or a list of them |
        | `note` | anything a reader should know that no other key holds |
        | `then` | later versions: a list of `from` with what changed |

        Anything else is refused, with the file, the line, the key and what to do; nothing is taken from a
        description with a problem. The first hundred problems are told, and how many more there are. Anchors,
        aliases, tags and several documents in one file are refused too. Days are written `2009-12-31`, answers
        `true` or `false`; `yes` and `no` are read as these.

        An assumption is what nobody has said: it belongs to a scenario, and is refused in the history. A
        `change` that changes nothing is refused. An `end` ends one thing and not what points at it: whoever
        imports it, or ends it on a page or at the terminal, is told what still points at it and goes on, and a
        paper that says no more than that is taken at its word.

        ## Importing

        `thinkchild import` compares a description with what is held, thing by thing and version by version, the
        versions matched by their start. It says first what it would do: for each thing that differs, field by
        field, what it says now and what it would say, the day it would end, the versions it would gain. Then it
        asks; whoever says no has changed nothing, and the exit code is 1.

        What a description does not mention stays as it is: a thing that it leaves out, a later version, an end,
        a source, a line added to a note. Only an `until` ends, and nothing reopens. So importing twice changes
        nothing, and nor does importing an older folder again after newer ones. Where it gives a version with
        the same start, the version's own fields are as it says, and one that it leaves empty is emptied.

        A description may point at what is held, and change, correct or end it, without repeating it.
        `thinkchild check FILE` asks no database: there, everything that is pointed at must stand in the files.

        `thinkchild export` writes the same format. It writes records; small areas, boundaries and populations
        are figures, which stay in the data folder that they were loaded from. `--output` clears a folder of an
        earlier export, and refuses one with other descriptions in it.

        """
}

extension Field {
    /// What it holds, in words.
    fileprivate var shape: String {
        switch type {
        case .text(let max): "one line, at most \(max) characters"
        case .prose(let max): "text, at most \(max) characters"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "`true` or `false`"
        case .day: "a day"
        case .choice(let choices): "one of " + choices.map { "`\($0.value)`" }.joined(separator: ", ")
        case .choices(let choices): "a list of " + choices.map { "`\($0.value)`" }.joined(separator: ", ")
        case .reference(let kinds): "the `id` of \(Nearest.article(kinds))"
        case .references(let kinds, let max): "a list of at most \(max), each the `id` of \(Nearest.article(kinds))"
        }
    }
}
