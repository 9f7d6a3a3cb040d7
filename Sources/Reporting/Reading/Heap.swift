/// A binary heap: gives its least element in a time that grows with the logarithm of their number.
struct Heap<Element: Comparable> {
    /// No element is less than the one at half its place (counted from 1).
    private var elements: [Element] = []

    mutating func insert(_ element: Element) {
        elements.append(element)
        var place = elements.count - 1
        while place > 0, elements[place] < elements[(place - 1) / 2] {
            elements.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Removes and returns the least element; nil if there is none.
    mutating func popLeast() -> Element? {
        guard let last = elements.popLast() else { return nil }
        guard let least = elements.first else { return last }
        elements[0] = last
        var place = 0
        while true {
            let children = [2 * place + 1, 2 * place + 2].filter(elements.indices.contains)
            guard let child = children.min(by: { elements[$0] < elements[$1] }),
                elements[child] < elements[place]
            else { return least }
            elements.swapAt(place, child)
            place = child
        }
    }
}
