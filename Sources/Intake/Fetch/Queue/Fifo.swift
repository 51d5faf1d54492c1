/// First in, first out, each in constant time on average.
struct Fifo<Element> {
  private var items: [Element?] = []
  private var head = 0

  var isEmpty: Bool { head == items.count }

  mutating func append(_ element: Element) {
    items.append(element)
  }

  mutating func popFirst() -> Element? {
    guard head < items.count else { return nil }
    let element = items[head]
    items[head] = nil
    head += 1
    // Half of it is used up: moving the rest now costs no more than what was taken.
    if head > 32, head * 2 > items.count {
      items.removeFirst(head)
      head = 0
    }
    return element
  }
}
