import Hummingbird
import Logging
import CZlib
let z = zlibVersion()
