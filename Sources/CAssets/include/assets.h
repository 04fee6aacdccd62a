#pragma once
#include <stddef.h>

// The starter glossaries' and memories' bytes, embedded so that the binary can be moved. Swift does
// not import an array of unknown length, hence a structure a file that says where it starts.
struct zm_starter {
  const char *name;
  const unsigned char *start;
  size_t size;
};

// Glossaries first, each kind in the order of names.
extern const struct zm_starter zm_starter_glossaries[];
extern const size_t zm_starter_glossary_count;
extern const struct zm_starter zm_starter_memories[];
extern const size_t zm_starter_memory_count;

static inline const struct zm_starter *zm_starter_glossaries_start(void) { return zm_starter_glossaries; }
static inline const struct zm_starter *zm_starter_memories_start(void) { return zm_starter_memories; }
