extension WeeklyReport {
  /// This report with every unit given by its code, for keeping.
  ///
  /// Names change; what was meant on the day of receipt does not.
  package func settled(by names: UnitNames, on day: CivilDate) -> WeeklyReport {
    func code(_ name: UnitName) -> UnitName {
      guard case .unit(let code) = names.unit(named: name, on: day) else { return name }
      return UnitName(code.text, at: name.place)
    }
    var settled = self
    settled.unit = code(unit)
    settled.coordinationRequests = coordinationRequests.map { request in
      var request = request
      request.unitsWanted = request.unitsWanted.map(code)
      return request
    }
    return settled
  }
}
