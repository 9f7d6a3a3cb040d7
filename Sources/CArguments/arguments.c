#include "arguments.h"

static int count = 0;
static char **arguments = 0;

// glibc and dyld pass the arguments of main to constructors.
__attribute__((constructor)) static void keep(int argc, char **argv) {
    if (argc > 0 && argv) {
        count = argc;
        arguments = argv;
    }
}

int carguments_count(void) { return count; }

const char *carguments_at(int index) { return arguments[index]; }
