#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with the arguments of a command line: calls `check` with one input after the other.
/// It ends the process if a check fails (https://llvm.org/docs/LibFuzzer.html).
int LLVMFuzzerRunDriver(
    int *argc, char ***argv, int (*check)(const uint8_t *data, size_t size));
