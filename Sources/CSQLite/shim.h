#if !__has_include(<sqlite3.h>)
#error "Zhengming needs SQLite. Debian, Ubuntu: sudo apt-get install -y pkg-config libsqlite3-dev libxml2-dev   macOS: brew install pkgconf sqlite libxml2"
#endif
#include <sqlite3.h>
static inline int zm_sqlite3_defensive(sqlite3 *db) {
  int on = 0;
  return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
}

// Where SQLite's log does not work: Swift's Glibc has no statfs.
#ifdef __linux__
#include <sys/statfs.h>
/// The number of the file system that a path lies on (statfs(2), f_type); 0 where nobody knows.
static inline unsigned int zm_file_system_magic(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (unsigned int)status.f_type : 0;
}
#else
#include <sys/param.h>
#include <sys/mount.h>
/// 0 for a local disk, else the number that Linux gives NFS.
static inline unsigned int zm_file_system_magic(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 && !(status.f_flags & MNT_LOCAL) ? 0x6969 : 0;
}
#endif
