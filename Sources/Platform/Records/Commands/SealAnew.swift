public import Foundation
public import Kernel
internal import Ledger
public import Sealing
public import Store

/// Seals with a subject's newest key what its records hold now. What the ledger held before stays as it was.
public struct SealAnew: Sendable {
    let subject: SealedFor
    let registry: Registry

    public init(_ subject: SealedFor, registry: Registry) { (self.subject, self.registry) = (subject, registry) }

    /// - Returns: How many things were sealed anew; none where all are already.
    @discardableResult
    public func perform(by caller: Caller, at now: Date, in tx: Transaction) throws -> Int {
        try caller.must(.manageKeys, under: .sealing)
        let shelf = RecordShelf(tx, registry), newest = try tx.newestKeyVersion(of: subject)
        var count = 0
        for kind in registry.kinds where kind.isSealed {
            for held in try things(of: kind, on: shelf) where held.isSealed(with: newest, for: subject, in: tx) == false
            {
                let last = held[held.count - 1], name = shelf.name(of: last)
                let kept = try shelf.put(held, over: held, named: name, sealingAnew: true)
                try tx.record(
                    Fact(
                        "\(kind.room).sealed", about: Subject(kind: kind.name, id: last.id, name: name),
                        "\(name) was sealed with another key", record: RecordJSON.text(of: kept)), by: caller, at: now)
                count += 1
            }
        }
        return count
    }

    /// Those of which some field is sealed for the subject, each with all its versions.
    private func things(of kind: Kind, on shelf: RecordShelf) throws -> [[Record]] {
        var ids: Set<String> = []
        for field in kind.fields {
            switch field.sealing {
            case nil: continue
            case .itself:
                if kind.name == subject.kind { ids.insert(subject.id) }
            case .field(let name): ids.formUnion(try shelf.records(of: kind, where: name, is: subject.id).map(\.id))
            }
        }
        return try ids.sorted().map { try shelf.records(of: kind, where: "id = \($0)") }.filter { !$0.isEmpty }
    }
}

extension [Record] {
    /// Whether everything sealed for a subject is sealed with one version of its key.
    fileprivate func isSealed(with version: Int?, for subject: SealedFor, in tx: Transaction) -> Bool {
        allSatisfy { record in
            record.seals.allSatisfy { record.subject(of: $0.key) != subject || tx.keyVersion(of: $0.value) == version }
        }
    }
}
