#include <stddef.h>
#include <stdint.h>

// Whether the processor has instructions for SHA-256.
int csha256_is_available(void);

// Works whole blocks of 64 bytes into the state (FIPS 180-4, section 6.2.2) by these instructions;
// constants are the 64 of section 4.2.2. Only where they are available.
void csha256_compress(
    uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t constants[64]);
