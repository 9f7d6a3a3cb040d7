/// 10^`exponent`, for an exponent of 0 … 38.
package func powerOfTen(_ exponent: Int) -> Int128 { powersOfTen[exponent] }

private let powersOfTen: [Int128] = {
    var powers: [Int128] = [1]
    for exponent in 0..<38 { powers.append(powers[exponent] * 10) }
    return powers
}()
