import CCurl
import Foundation

/// One use of libcurl, by one thread: what is set, what is sent, and what comes back.
///
/// The handle points at this object while it runs, so it must outlive `run()`, which it does by being its receiver.
final class Call {
    private let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var problem: CURLcode = CURLE_OK
    private let bytesMax: Int
    private(set) var received: [UInt8] = []
    private var isTooLarge = false
    private let sending: [UInt8]
    private var sent = 0
    /// The codes that a mail server answered with, in order.
    private(set) var codes: [Int] = []

    /// libcurl's own start, once for the process.
    private static let isReady = curl_shim_global_init() == CURLE_OK

    init(sending: [UInt8] = [], settings: OutboundSettings, secondsMax: Int) throws {
        guard Call.isReady, let handle = curl_easy_init() else {
            throw OutboundFailure(.unreachable, "libcurl could not be started")
        }
        self.handle = handle
        self.sending = sending
        bytesMax = settings.answerBytesMax
        // Without this a time limit would be kept by a signal, which is the whole process's.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT, settings.connectSecondsMax)
        set(CURLOPT_TIMEOUT, secondsMax)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if let certificates = settings.certificates { set(CURLOPT_CAINFO, certificates) }
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    func set(_ option: CURLoption, _ value: Int) { note(curl_shim_set_long(handle, option, value)) }
    func set(_ option: CURLoption, _ value: String) { note(curl_shim_set_text(handle, option, value)) }

    func set(_ option: CURLoption, _ values: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for value in values { list = curl_slist_append(list, value) ?? list }
        guard let list else { return }
        lists.append(list)
        note(curl_shim_set_list(handle, option, list))
    }

    /// Has `sending` read as what is uploaded.
    func upload() {
        set(CURLOPT_UPLOAD, 1)
        note(curl_shim_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(sending.count)))
    }

    /// Has `sending` posted as a body.
    func post() {
        set(CURLOPT_POST, 1)
        note(curl_shim_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(sending.count)))
        sending.withUnsafeBytes { bytes in
            // Copied by libcurl: the pointer is not kept. An empty array may have none, which would mean "do not post".
            let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress) ?? handle
            note(curl_shim_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, start))
        }
    }

    /// Blocks until it is done.
    /// - Throws: `OutboundFailure` of a kind that does not yet know what a mail server's codes mean.
    func run() throws {
        let me = Unmanaged.passUnretained(self).toOpaque()
        note(curl_shim_set_transfer(handle, CURLOPT_WRITEFUNCTION) { Call.of($3).take($0, $1 * $2) })
        note(curl_shim_set_pointer(handle, CURLOPT_WRITEDATA, me))
        note(curl_shim_set_transfer(handle, CURLOPT_READFUNCTION) { Call.of($3).give($0, $1 * $2) })
        note(curl_shim_set_pointer(handle, CURLOPT_READDATA, me))
        note(curl_shim_set_transfer(handle, CURLOPT_HEADERFUNCTION) { Call.of($3).hear($0, $1 * $2) })
        note(curl_shim_set_pointer(handle, CURLOPT_HEADERDATA, me))
        let outcome = problem == CURLE_OK ? withExtendedLifetime(self) { curl_easy_perform(handle) } : problem
        if outcome != CURLE_OK { throw failure(outcome) }
    }

    /// The status of an answer over the web.
    var status: Int {
        var status = 0
        return curl_shim_status(handle, &status) == CURLE_OK ? status : 0
    }

    /// What the answer says it is, without parameters: `application/json`.
    var contentType: String {
        var type: UnsafeMutablePointer<CChar>?
        guard curl_shim_content_type(handle, &type) == CURLE_OK, let type else { return "" }
        let text = String(cString: type).prefix { $0 != ";" }
        return text.trimmingCharacters(in: .whitespaces).lowercased()
    }

    private func note(_ code: CURLcode) {
        if problem == CURLE_OK { problem = code }
    }

    private static func of(_ me: UnsafeMutableRawPointer?) -> Call {
        guard let me else { preconditionFailure("libcurl was handed the call it works for") }
        return Unmanaged<Call>.fromOpaque(me).takeUnretainedValue()
    }

    private func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard received.count + count <= bytesMax else {
            isTooLarge = true
            return 0
        }
        received.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    private func give(_ place: UnsafeMutablePointer<CChar>?, _ room: Int) -> Int {
        let count = min(room, sending.count - sent)
        sending[sent..<sent + count].withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: place, count: room).copyMemory(from: bytes)
        }
        sent += count
        return count
    }

    private func hear(_ line: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        let start = String(decoding: UnsafeRawBufferPointer(start: line, count: min(count, 3)), as: UTF8.self)
        if let code = Int(start), codes.count < 100 { codes.append(code) }
        return count
    }

    private func failure(_ outcome: CURLcode) -> OutboundFailure {
        let kind: OutboundFailure.Kind =
            switch outcome {
            case CURLE_OPERATION_TIMEDOUT: .tooSlow
            case CURLE_WRITE_ERROR where isTooLarge, CURLE_FILESIZE_EXCEEDED: .tooLarge
            case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: .notLetIn
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR,
                CURLE_SSL_CACERT_BADFILE,
                CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ISSUER_ERROR:
                .untrusted
            default: .unreachable
            }
        return OutboundFailure(kind, String(cString: curl_easy_strerror(outcome)))
    }
}
