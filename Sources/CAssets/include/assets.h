#pragma once
#include <stddef.h>

// The starter glossaries' bytes, embedded so that the binary can be moved. Swift does not import an
// array of unknown length, hence a function a file that returns where it starts.
extern const unsigned char zm_starter_agencies[];
extern const size_t zm_starter_agencies_size;
extern const unsigned char zm_starter_policies[];
extern const size_t zm_starter_policies_size;
extern const unsigned char zm_starter_technical[];
extern const size_t zm_starter_technical_size;

static inline const unsigned char *zm_starter_agencies_start(void) { return zm_starter_agencies; }
static inline const unsigned char *zm_starter_policies_start(void) { return zm_starter_policies; }
static inline const unsigned char *zm_starter_technical_start(void) { return zm_starter_technical; }
