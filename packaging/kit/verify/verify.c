/* Checks a kit of Delve, for someone who does not have the program yet: verify [--copy-to NEWDIR] [DIR] */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit.h"
#include "pinned.h"

static kit_list list;
static char part[PLACE_MAX]; /* the copy under way, empty when there is none */

static const kit_file listed = {{0}, 0, LIST}, rotated = {{0}, 0, ROTATION};

static void remove_from_part(const char *path) {
  char place[PLACE_MAX];
  snprintf(place, sizeof place, "%s/%s", part, path);
  remove_file(place);
  for (char *slash; (slash = strrchr(place, '/')) && slash > place + strlen(part);) {
    *slash = 0;
    remove_folder(place); /* stays while something is in it */
  }
}

void undo(void) {
  if (!*part) return;
  let_files_go();
  for (size_t at = 0; at < list.count; at++) remove_from_part(list.files[at].path);
  remove_from_part(listed.path);
  remove_from_part(rotated.path);
  remove_folder(part);
  *part = 0;
}

/* All of a small file, or NULL when there is none. */
static char *read_whole(const char *folder, const char *name, size_t limit, size_t *size) {
  char place[PLACE_MAX];
  uint64_t told = 0;
  system_file *file;
  char *data;
  long got = 0;
  *size = 0;
  if (snprintf(place, sizeof place, "%s/%s", folder, name) >= (int)sizeof place) refuse(NO_KIT, folder);
  if (kind_of(place) == NOTHING) return NULL;
  if (kind_of(place) != PLAIN) refuse(NOT_PLAIN, name);
  file = open_reading(place, &told);
  if (!file) refuse(UNREADABLE, name);
  if (told > limit) refuse(TOO_LONG, name);
  data = malloc(limit + 2);
  if (!data) refuse(NO_MEMORY, "");
  while (*size <= limit && (got = read_piece(file, data + *size, limit + 1 - *size)) > 0) *size += (size_t)got;
  close_file(file);
  if (got < 0) refuse(UNREADABLE, name);
  if (*size > limit) refuse(TOO_LONG, name);
  return data;
}

static void write_whole(const char *name, const char *data, size_t size) {
  char place[PLACE_MAX];
  system_file *file;
  int failed;
  snprintf(place, sizeof place, "%s/%s", part, name);
  file = open_new(place);
  failed = !file || write_piece(file, data, size) != 0 || make_durable(file) != 0;
  if (file) close_file(file);
  if (failed) refuse(NOT_WRITTEN, name);
}

void copying_to(const char *folder) { snprintf(part, sizeof part, "%s", folder); }

static void copy_kit(const char *folder, const char *target, const char *data, size_t size, const char *rotations, size_t rotations_size) {
  char begun[PLACE_MAX];
  if (snprintf(begun, sizeof begun, "%s.part", target) >= (int)sizeof begun - PATH_LIMIT) refuse(NOT_WRITTEN, target);
  if (kind_of(target) != NOTHING) refuse(THERE_ALREADY, target);
  if (make_folder(begun) != 0) refuse(NOT_WRITTEN, begun);
  copying_to(begun);
  for (size_t at = 0; at < list.count; at++) copy_file(folder, part, &list.files[at]);
  write_whole(LIST, data, size);
  if (rotations) write_whole(ROTATION, rotations, rotations_size);
  if (rename_folder(part, target) != 0) refuse(NOT_WRITTEN, target);
  copying_to("");
}

int run(int count, char **words, const char *beside) {
  const char *folder = beside, *target = NULL;
  char *data, *rotations, *as_it_lies, said[1024];
  size_t size, rotations_size;
  int at = 1;
  if (at + 1 < count && strcmp(words[at], "--copy-to") == 0) target = words[at + 1], at += 2;
  if (at < count && words[at][0] != '-') folder = words[at++];
  if (at < count) {
    print_line(worded(USAGE), 1);
    return 2;
  }
  data = read_whole(folder, LIST, LIST_MAX, &size);
  if (!data) refuse(NO_KIT, folder);
  rotations = read_whole(folder, ROTATION, ROTATION_MAX, &rotations_size);
  as_it_lies = malloc(size + 1); /* `open_list` cuts the lines apart in place */
  if (!as_it_lies) refuse(NO_MEMORY, "");
  memcpy(as_it_lies, data, size);
  open_list(data, size, rotations ? rotations : "", rotations_size, &list);
  check_names(folder, &list);
  if (target)
    copy_kit(folder, target, as_it_lies, size, rotations, rotations_size);
  else
    check_files(folder, &list);
  compose(strcmp(CHANNEL, "release") == 0 ? WHOLE : WHOLE_DEVELOPMENT, list.product, said, sizeof said);
  if (count == 1) ask_to_install(folder, &list, said);
  print_line(said, 0);
  if (target) say(COPIED, target);
  return 0;
}
