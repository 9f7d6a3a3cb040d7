#include "book.h"

#include <string.h>

static uint64_t word(const unsigned char *bytes) {
    uint64_t value;
    memcpy(&value, bytes, sizeof value);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap64(value);
#endif
    return value;
}

uint32_t cpages_big_endian(const unsigned char *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

// Every step is a bijection of each word, so that two pages that differ in one word never have the
// same checksum. The number of the page is in it, because pages may be swapped. Four words at a time,
// since a multiplication takes several cycles.
static uint64_t checksum(const unsigned char *page, int size, uint32_t number) {
    const uint64_t prime = 0x9E3779B185EBCA87;
    uint64_t lanes[4] = {number + 1, prime, ~prime, 0x165667B19E3779F9};
    int end = size - CPAGES_RESERVED, at = 0;
    for (; at + 32 <= end; at += 32) {
        for (int lane = 0; lane < 4; lane++) {
            uint64_t mixed = (lanes[lane] ^ word(page + at + 8 * lane)) * prime;
            lanes[lane] = mixed ^ mixed >> 29;
        }
    }
    for (; at + 8 <= end; at += 8) {
        lanes[0] = (lanes[0] ^ word(page + at)) * prime;
        lanes[0] ^= lanes[0] >> 29;
    }
    uint64_t sum = 0;
    for (int lane = 0; lane < 4; lane++) {
        sum = (sum ^ lanes[lane]) * prime;
        sum ^= sum >> 32;
    }
    return sum;
}

uint32_t cpages_mark(const unsigned char *page) {
    return cpages_big_endian(page + 24) + 0x9E3779B1u * cpages_big_endian(page + 40);
}

void cpages_make_seal(
    unsigned char seal[CPAGES_RESERVED], const unsigned char *page, int size, uint32_t number) {
    uint64_t sum = checksum(page, size, number);
    for (int index = 0; index < 8; index++) seal[index] = (unsigned char)(sum >> (56 - 8 * index));
    if (number != 1) return;
    uint32_t made = cpages_mark(page);
    for (int index = 0; index < 4; index++) {
        seal[4 + index] = (unsigned char)(made >> (24 - 8 * index));
    }
}

int cpages_has_seal(const unsigned char *page, int size, uint32_t number) {
    unsigned char seal[CPAGES_RESERVED];
    cpages_make_seal(seal, page, size, number);
    return memcmp(seal, page + size - CPAGES_RESERVED, CPAGES_RESERVED) == 0;
}
