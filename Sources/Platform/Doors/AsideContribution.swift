public import Kernel
public import Records

/// What one room shows on the page of another's thing: things of its own that were made for it.
public struct AsideContribution: Sendable {
    /// `meeting`
    public let kind: String
    /// What its part of the page is called.
    public let title: String

    public typealias Things = @Sendable (_ thing: String, ThreadContribution.Ask, any Shelf) throws -> [Subject]
    /// Those that whoever asks may see, in the order in which they are shown.
    public let things: Things

    public init(on kind: String, _ title: String, things: @escaping Things) {
        self.kind = kind
        self.title = title
        self.things = things
    }
}

/// A part of a page with what other rooms made for its thing.
public struct Aside: Sendable {
    public let title: String
    public let things: [Subject]
}

extension House {
    /// What other rooms show on a thing's page; parts without anything are left out.
    public func asides(of kind: String, _ thing: String, _ ask: ThreadContribution.Ask, _ shelf: any Shelf) throws
        -> [Aside]
    {
        try asides.filter { $0.kind == kind }
            .map { Aside(title: $0.title, things: try $0.things(thing, ask, shelf)) }
            .filter { !$0.things.isEmpty }
    }
}
