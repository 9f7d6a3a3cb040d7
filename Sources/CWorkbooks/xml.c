#define _GNU_SOURCE  // memmem
#include <expat.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "workbooks.h"

// Memory for expat that is counted. Each block begins with its size.

#define MEMORY_LIMIT (32L << 20)
#define HEADER (sizeof(max_align_t))

static atomic_long used;

static void *take(size_t size) {
    if (size > MEMORY_LIMIT) return NULL;
    if (atomic_fetch_add(&used, (long)size) + (long)size > MEMORY_LIMIT) {
        atomic_fetch_sub(&used, (long)size);
        return NULL;
    }
    char *block = malloc(size + HEADER);
    if (!block) {
        atomic_fetch_sub(&used, (long)size);
        return NULL;
    }
    memcpy(block, &size, sizeof(size));
    return block + HEADER;
}

static size_t size_of(void *memory) {
    size_t size;
    memcpy(&size, (char *)memory - HEADER, sizeof(size));
    return size;
}

static void give_back(void *memory) {
    if (!memory) return;
    atomic_fetch_sub(&used, (long)size_of(memory));
    free((char *)memory - HEADER);
}

static void *resize(void *memory, size_t size) {
    if (!memory) return take(size);
    void *larger = take(size);
    if (!larger) return NULL;
    size_t before = size_of(memory);
    memcpy(larger, memory, before < size ? before : size);
    give_back(memory);
    return larger;
}

void *cworkbooks_xml_parser(void) {
    static const XML_Memory_Handling_Suite suite = {take, resize, give_back};
    return XML_ParserCreate_MM(NULL, &suite, NULL);
}

bool cworkbooks_contains(const void *bytes, size_t count, const void *word, size_t length) {
    return memmem(bytes, count, word, length) != NULL;
}

long cworkbooks_xml_memory(void) { return atomic_load(&used); }
