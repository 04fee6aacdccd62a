#if !__has_include(<sqlite3.h>)
#error "Zhengming needs SQLite. Debian, Ubuntu: sudo apt-get install -y pkg-config libsqlite3-dev libxml2-dev   macOS: brew install pkgconf sqlite libxml2"
#endif
#include <sqlite3.h>
static inline int zm_sqlite3_defensive(sqlite3 *db) {
  int on = 0;
  return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
}
