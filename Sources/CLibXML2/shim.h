#if !__has_include(<libxml/xmlversion.h>)
#error "Zhengming needs libxml2. Debian, Ubuntu: sudo apt-get install -y pkg-config libsqlite3-dev libxml2-dev   macOS: brew install pkgconf sqlite libxml2"
#endif
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
