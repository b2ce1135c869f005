import Testing

@testable import Filters
