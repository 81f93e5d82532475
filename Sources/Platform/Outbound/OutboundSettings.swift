/// The limits of what goes out, each with its unit.
public struct OutboundSettings: Sendable {
    /// Calls under way at once, each on a thread of its own.
    public var threads = 4
    /// Calls that may wait for a thread; the next is refused.
    public var waitingMax = 256
    /// Seconds for a connection to be made, its encryption included.
    public var connectSecondsMax = 10
    /// Seconds for a call as a whole.
    public var callSecondsMax = 20
    /// Seconds for a letter to be handed over, as a whole. RFC 5321 (4.5.3.2) would have a server be waited for
    /// longer than a person would wait; what is not handed over in this time is tried again.
    public var letterSecondsMax = 60
    /// Bytes of an answer.
    public var answerBytesMax = 1_048_576
    /// Times that a GET may be sent on elsewhere, always to https.
    public var redirectsMax = 3
    /// A file of certificates to trust (PEM) in place of the system's own.
    public var certificates: String?
    /// The council's own way out, such as `http://proxy.example:3128`; straight out when nil.
    public var proxy: String?

    public init() {}
}
