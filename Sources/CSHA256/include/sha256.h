#include <stddef.h>
#include <stdint.h>

// Whether the processor has instructions for SHA-256: 1 or 0.
int csha256_is_available(void);

// Updates the state with blocks of 64 bytes (FIPS 180-4, section 6.2.2), using these instructions.
// `constants` are the 64 of section 4.2.2. May be called only if the instructions are available.
void csha256_compress(
    uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t constants[64]);
