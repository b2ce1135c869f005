@testable import EngineAPI
