#ifndef CWORKBOOKS_H
#define CWORKBOOKS_H

#include <stdbool.h>
#include <stddef.h>

/// Opens the zip archive in the file of a descriptor with minizip: an `unzFile`, or NULL if it is
/// none. The file is read at offsets, so that its position does not matter, and the descriptor must
/// stay open until `unzClose`, which does not close it.
void *cworkbooks_open_zip(int descriptor);

/// Bytes in memory that grow as they are written. All zero before its first use.
typedef struct {
    unsigned char *bytes;
    size_t count;
    size_t capacity;
    size_t offset;
} cworkbooks_memory;

/// Begins a zip archive that minizip writes to `memory`: a `zipFile`, or NULL if there is no memory.
/// `memory` must stay where it is until `zipClose`; the caller frees its bytes.
void *cworkbooks_create_zip(cworkbooks_memory *memory);

/// A new expat parser, an `XML_Parser`, or NULL if there is no memory. All parsers together get at
/// most 32 MB: a file could otherwise fill the memory with names of elements. Beyond that they report
/// `XML_ERROR_NO_MEMORY`.
void *cworkbooks_xml_parser(void);

/// Whether the bytes of `word` are somewhere in `bytes`.
bool cworkbooks_contains(const void *bytes, size_t count, const void *word, size_t length);

/// The memory that the parsers use now, in bytes, for tests.
long cworkbooks_xml_memory(void);

#endif
