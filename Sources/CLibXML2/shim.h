#if !__has_include(<libxml/xmlversion.h>)
#error "Zhengming needs libxml2. Debian, Ubuntu: sudo apt-get install -y pkg-config libsqlite3-dev libxml2-dev   macOS: brew install pkgconf sqlite libxml2"
#endif
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>

/* libxml2 prints some faults (bytes that are not of the declared encoding) unless it is given a
   function of this form, which Swift cannot write. Holds for the calling thread. */
static inline void ignoreGenericError(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}
static inline void xmlSilenceGenericErrors(void) {
  xmlSetGenericErrorFunc(NULL, ignoreGenericError);
}
