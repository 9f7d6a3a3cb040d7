// Debian has the header in a folder of its own, which pkg-config names; other systems may not.
#if __has_include(<minizip/unzip.h>)
#include <minizip/unzip.h>
#else
#include <unzip.h>
#endif
