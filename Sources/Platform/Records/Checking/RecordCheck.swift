public import Kernel

extension Kind {
    /// Makes one version of a record from what was given.
    ///
    /// - Parameters:
    ///   - earlier: the version before it, whose values stand where the draft gives none.
    ///   - id: the identifier, where the draft is not asked for one.
    /// - Throws: every flaw of the draft. Whether referenced records exist is asked by `flaws(ofReferencesIn:)`.
    public func record(
        from draft: RecordDraft, after earlier: Record? = nil, id known: String? = nil, place: Place? = nil
    ) throws(Flaws) -> Record {
        var flaws = draft.flaws
        let id = known ?? identifier(in: draft, &flaws)
        let period = period(in: draft, &flaws)
        let values = values(in: draft, after: earlier, &flaws)
        let provenance = provenance(in: draft, &flaws)
        let sources = sources(in: draft, &flaws)
        let note = note(in: draft, &flaws)
        guard flaws.isEmpty else { throw Flaws(flaws) }
        return Record(
            self, id: id, version: (earlier?.version ?? 0) + 1, period: period, provenance: provenance ?? .stated,
            sources: sources ?? [], note: note, values: values, place: place)
    }

    private func identifier(in draft: RecordDraft, _ flaws: inout [Flaw]) -> String {
        guard case .text(let text)? = draft[.id] else {
            let mend = "Give it an id of a-z, 0-9 and -, that nothing else has"
            flaws.append(Flaw("id", "This \(noun) has no id", mend: mend))
            return ""
        }
        do throws(Flaw) { return try TextCheck.identifier(String(TextCheck.trimmed(text)), for: "id") } catch {
            flaws.append(error)
        }
        return ""
    }

    /// The values of the fields: given, else as they were before, else none. A required one must end up with a value.
    func values(in draft: RecordDraft, after earlier: Record?, _ flaws: inout [Flaw]) -> [Value] {
        var values = earlier?.values ?? Array(repeating: .none, count: fields.count)
        for (position, field) in fields.enumerated() {
            if let given = draft.slots[position] {
                // A form cannot show what cannot be read: that nothing was typed there takes nothing away.
                if given == .nothing, case .withheld = values[position] { continue }
                do throws(Flaw) { values[position] = try field.value(of: given) } catch {
                    flaws.append(error); continue
                }
            }
            if field.isRequired, values[position] == .none {
                let whose = earlier.map { "\($0.id) has" } ?? "This \(noun) has"
                flaws.append(Flaw(field.name, "\(whose) no \(field.name)", mend: "Give \(field.wanted)"))
            }
        }
        return values
    }

    /// From, until and as-at; an end must come after its start.
    private func period(in draft: RecordDraft, _ flaws: inout [Flaw]) -> Period {
        let before = flaws.count
        let from = day(.from, in: draft, &flaws), until = day(.until, in: draft, &flaws)
        let attested = draft[.asAt] == .text(Kind.unknownStart) ? nil : day(.asAt, in: draft, &flaws)
        let period = Period(trusting: from, until: until, attested: attested)
        if flaws.count == before { flaws += period.flaws }
        return period
    }

    /// What `as-at` says when neither the start nor any day on which it held is known.
    public static let unknownStart = "unknown"

    func day(_ key: CommonKey, in draft: RecordDraft, _ flaws: inout [Flaw]) -> Day? {
        switch draft[key] {
        case nil, .nothing?: return nil
        case .text(let text)?:
            do throws(Flaw) { return try TextCheck.day(TextCheck.trimmed(text), for: key.rawValue) } catch {
                flaws.append(error)
            }
        case .list?, .misshapen?:
            flaws.append(Flaw(key.rawValue, "\(key.rawValue) is not one day", mend: "Enter the day as 2009-12-31"))
        }
        return nil
    }

    func provenance(in draft: RecordDraft, _ flaws: inout [Flaw]) -> Provenance? {
        guard let given = draft[.provenance], given != .nothing else { return nil }
        guard case .text(let text) = given, let provenance = Provenance(rawValue: text) else {
            let words = Provenance.allCases.map(\.rawValue)
            let said = if case .text(let text) = given { text.shown } else { "This" }
            let near = Nearest.word(to: said, among: words)
            flaws.append(
                Flaw(
                    "provenance", "\(said) is not a word provenance may be",
                    mend: near.map { "Write \($0)" } ?? "Give one of \(words.joined(separator: ", "))"))
            return nil
        }
        return provenance
    }

    func sources(in draft: RecordDraft, _ flaws: inout [Flaw]) -> [Citation]? {
        var sources: [Citation] = []
        let texts: [String]
        switch draft[.source] {
        case nil, .nothing?: return nil
        case .text(let text)?: texts = [text]
        case .list(let list)?: texts = list
        case .misshapen(let shape)?:
            flaws.append(
                Flaw(
                    "source", "source is \(shape)",
                    mend: "Write the document, a space and the paragraph, as in P10 3.1.6"))
            return nil
        }
        for text in texts {
            do throws(Flaw) {
                let citation = try TextCheck.citation(text)
                if !sources.contains(citation) { sources.append(citation) }
            } catch { flaws.append(error) }
        }
        if sources.count > TextCheck.sourcesMax {
            flaws.append(
                Flaw(
                    "source", "There are \(sources.count) sources; \(TextCheck.sourcesMax) is the most",
                    mend: "Keep those that matter"))
        }
        return sources
    }

    func note(in draft: RecordDraft, _ flaws: inout [Flaw]) -> String? {
        switch draft[.note] {
        case nil, .nothing?: return nil
        case .text(let text)?:
            do throws(Flaw) {
                let note = try TextCheck.prose(text, atMost: TextCheck.noteMax, for: "note")
                return note.isEmpty ? nil : note
            } catch { flaws.append(error) }
        case .list?, .misshapen?:
            flaws.append(Flaw("note", "note is not text", mend: "Write it as text"))
        }
        return nil
    }
}

extension Period {
    /// What is wrong with it as a period of a record.
    var flaws: [Flaw] {
        if let from, let until, until <= from {
            return [
                Flaw(
                    "until", "The period ends on \(until), which is not after its start on \(from)",
                    mend: "Give a later day: until is the first day on which it no longer holds")
            ]
        }
        if let attested, let until, until <= attested {
            return [
                Flaw(
                    "until",
                    "The period ends on \(until), which is not after \(attested), when it is said to have held",
                    mend: "Give a later day: until is the first day on which it no longer holds")
            ]
        }
        if let attested, let from, attested < from {
            return [
                Flaw(
                    "as-at", "It is said to have held on \(attested), before its start on \(from)",
                    mend: "Take as-at away")
            ]
        }
        return []
    }
}
