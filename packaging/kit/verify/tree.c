/* The files of a kit: whether all are there and no other, whether they are as signed, and a copy of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit.h"
#include "sodium/crypto_hash_sha256.h"

typedef struct {
  const char *top, *folder; /* the folder of the kit, and the one in it that is looked through */
  const kit_list *list;
  unsigned char *seen;
} search;

static system_file *reading, *copy; /* open now; Windows removes no file that is open */

static int is_letter(char one) { return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z'); }

static int is_word(char one) { return is_letter(one) || (one >= '0' && one <= '9') || one == '_'; }

static void make_small(const char *text, size_t size, char *out, size_t room) {
  size_t at = 0;
  for (; at < size && at + 1 < room; at++) out[at] = (char)(text[at] >= 'A' && text[at] <= 'Z' ? text[at] + 32 : text[at]);
  out[at] = 0;
}

/* Windows opens a device by these names, whatever ending they have. */
static int is_reserved(const char *part, size_t size) {
  static const char *names[] = {"con", "prn", "aux", "nul"};
  char stem[8];
  size_t dot = 0;
  while (dot < size && part[dot] != '.') dot++;
  if (dot > 4) return 0;
  make_small(part, dot, stem, sizeof stem);
  for (size_t at = 0; at < sizeof names / sizeof *names; at++)
    if (strcmp(stem, names[at]) == 0) return 1;
  return dot == 4 && (memcmp(stem, "com", 3) == 0 || memcmp(stem, "lpt", 3) == 0) && stem[3] >= '0' && stem[3] <= '9';
}

static int is_part(const char *part, size_t size) {
  if (!size || !is_word(part[0]) || !(is_word(part[size - 1]) || (size > 1 && part[size - 1] == '-'))) return 0;
  for (size_t at = 0; at < size; at++)
    if (!is_word(part[at]) && part[at] != '.' && part[at] != '-') return 0;
  return !is_reserved(part, size);
}

int is_allowed(const char *path) {
  char all[PATH_LIMIT + 2];
  const char *part = path;
  if (strlen(path) > PATH_LIMIT) return 0;
  for (int parts = 1;; parts++) {
    const char *slash = strchr(part, '/');
    if (parts > PARTS_MAX || !is_part(part, slash ? (size_t)(slash - part) : strlen(part))) return 0;
    if (!slash) break;
    part = slash + 1;
  }
  make_small(path, strlen(path), all, sizeof all);
  return strcmp(all, "manifest.txt") != 0 && strcmp(all, "rotation.txt") != 0;
}

int is_of_system(const char *name, int at_top, int is_folder) {
  static const char *folders[] = {"system volume information", "$recycle.bin", "lost.dir",   "found.000",      ".trashes",
                                  ".trash-1000",               ".spotlight-v100", ".fseventsd", ".temporaryitems"};
  char own[64];
  if (strlen(name) < 2) return 0;
  make_small(name, strlen(name), own, sizeof own);
  if (!is_folder) return memcmp(own, "._", 2) == 0 || strcmp(own, ".ds_store") == 0;
  for (size_t at = 0; at_top && at < sizeof folders / sizeof *folders; at++)
    if (strcmp(own, folders[at]) == 0) return 1;
  return 0;
}

static void place_of(const char *folder, const char *path, char *place) {
  if (snprintf(place, PLACE_MAX, "%s/%s", folder, path) >= PLACE_MAX) refuse(UNREADABLE, path);
}

static int by_path(const void *path, const void *file) { return strcmp(path, ((const kit_file *)file)->path); }

static const kit_file *find(const kit_list *list, const char *path) {
  return bsearch(path, list->files, list->count, sizeof *list->files, by_path);
}

/* Whether some file of the list lies in this folder. */
static int is_known_folder(const kit_list *list, const char *path) {
  size_t size = strlen(path);
  for (size_t at = 0; at < list->count; at++)
    if (strncmp(list->files[at].path, path, size) == 0 && list->files[at].path[size] == '/') return 1;
  return 0;
}

static void look_through(const search *outer, const char *folder);

static void look_at(const char *name, kind what, void *with) {
  const search *now = with;
  char path[PLACE_MAX];
  const kit_file *file;
  if (snprintf(path, sizeof path, "%s%s%s", now->folder, *now->folder ? "/" : "", name) >= (int)sizeof path)
    refuse(TOO_MANY, name);
  file = find(now->list, path);
  if (what == PLAIN && file) {
    now->seen[file - now->list->files] = 1;
  } else if (what == FOLDER && !file && is_known_folder(now->list, path)) {
    look_through(now, path);
  } else if (file || is_known_folder(now->list, path)) {
    refuse(NOT_PLAIN, path);
  } else if (strcmp(path, LIST) != 0 && strcmp(path, ROTATION) != 0 && !is_of_system(name, !*now->folder, what == FOLDER)) {
    refuse(TOO_MANY, path);
  }
}

static void look_through(const search *outer, const char *folder) {
  search inner = *outer;
  char place[PLACE_MAX];
  inner.folder = folder;
  place_of(outer->top, *folder ? folder : ".", place);
  if (list_folder(place, look_at, &inner) != 0) refuse(UNREADABLE, *folder ? folder : outer->top);
}

void check_names(const char *folder, const kit_list *list) {
  search all = {folder, "", list, calloc(list->count + 1, 1)};
  if (!all.seen) refuse(NO_MEMORY, "");
  look_through(&all, "");
  for (size_t at = 0; at < list->count; at++)
    if (!all.seen[at]) refuse(MISSING, list->files[at].path);
  free(all.seen);
}

static void let_go(system_file **file) {
  if (*file) close_file(*file);
  *file = NULL;
}

void let_files_go(void) {
  let_go(&reading);
  let_go(&copy);
}

/* Reads a file to its end, into the copy as well while one is open. */
static void check_file(const char *folder, const kit_file *file) {
  static unsigned char piece[PIECE];
  unsigned char digest[32];
  char place[PLACE_MAX];
  uint64_t size = 0, done = 0;
  long got;
  crypto_hash_sha256_state state;
  place_of(folder, file->path, place);
  if (kind_of(place) == NOTHING) refuse(MISSING, file->path);
  if (kind_of(place) != PLAIN) refuse(NOT_PLAIN, file->path);
  reading = open_reading(place, &size);
  if (!reading) refuse(UNREADABLE, file->path);
  if (size != file->size) refuse(CHANGED, file->path);
  crypto_hash_sha256_init(&state);
  while ((got = read_piece(reading, piece, sizeof piece)) > 0 && done <= file->size) {
    crypto_hash_sha256_update(&state, piece, (unsigned long long)got);
    done += (uint64_t)got;
    if (copy && write_piece(copy, piece, (size_t)got) != 0) refuse(NOT_WRITTEN, file->path);
  }
  if (got < 0) refuse(UNREADABLE, file->path);
  let_go(&reading);
  crypto_hash_sha256_final(&state, digest);
  if (done != file->size || memcmp(digest, file->digest, sizeof digest) != 0) refuse(CHANGED, file->path);
}

void check_files(const char *folder, const kit_list *list) {
  for (size_t at = 0; at < list->count; at++) check_file(folder, &list->files[at]);
}

void copy_file(const char *folder, const char *target, const kit_file *file) {
  char place[PLACE_MAX];
  place_of(target, file->path, place);
  for (char *slash = place + strlen(target) + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
    *slash = 0;
    if (make_folder(place) < 0) refuse(NOT_WRITTEN, file->path);
  }
  copy = open_new(place);
  if (!copy) refuse(NOT_WRITTEN, file->path);
  check_file(folder, file);
  if (make_durable(copy) != 0) refuse(NOT_WRITTEN, file->path);
  let_go(&copy);
  check_file(target, file); /* what is run is what was read back from the local disk */
}
