// `Request` and `Router` are words of both Hummingbird and Doors. Here are Hummingbird's, under other names.
internal import Hummingbird
internal import NIOCore

/// What came over the wire.
typealias Incoming = Request

/// What goes over the wire.
typealias Outgoing = Response

/// What the door knows of the connection a request came by.
struct Connection: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }

    /// The address at the other end; nil when the connection has none.
    var peer: String? { channel.remoteAddress?.ipAddress }

    /// Closes the connection once the reply has had time to leave, so that what is still being sent is not waited for.
    func closeSoon() {
        let channel = channel
        channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
}
