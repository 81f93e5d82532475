import Hummingbird
import Logging
import CZlib
