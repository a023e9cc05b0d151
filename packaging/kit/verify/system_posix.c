/* Files and words on Linux and the like. */
#define _FILE_OFFSET_BITS 64
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kit.h"

struct system_file {
  int number;
};

int run(int count, char **words, const char *beside);

int main(int count, char **words) { return run(count, words, "."); }

kind kind_of(const char *place) {
  struct stat facts;
  if (lstat(place, &facts) != 0) return errno == ENOENT || errno == ENOTDIR ? NOTHING : OTHER;
  return S_ISREG(facts.st_mode) ? PLAIN : S_ISDIR(facts.st_mode) ? FOLDER : OTHER;
}

int list_folder(const char *place, visit each, void *with) {
  DIR *folder = opendir(place);
  struct dirent *entry;
  char inner[PLACE_MAX];
  if (!folder) return -1;
  while ((errno = 0, entry = readdir(folder))) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    if (snprintf(inner, sizeof inner, "%s/%s", place, entry->d_name) >= (int)sizeof inner) return -1;
    each(entry->d_name, kind_of(inner), with);
  }
  if (errno) return -1;
  closedir(folder);
  return 0;
}

static system_file *opened(int number) {
  system_file *file = number < 0 ? NULL : malloc(sizeof *file);
  if (file) file->number = number;
  return file;
}

system_file *open_reading(const char *place, uint64_t *size) {
  struct stat facts;
  system_file *file = opened(open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file || fstat(file->number, &facts) != 0 || !S_ISREG(facts.st_mode)) return NULL;
  *size = (uint64_t)facts.st_size;
  return file;
}

system_file *open_new(const char *place) { return opened(open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)); }

long read_piece(system_file *file, void *data, size_t room) {
  ssize_t got;
  do got = read(file->number, data, room);
  while (got < 0 && errno == EINTR);
  return (long)got;
}

int write_piece(system_file *file, const void *data, size_t size) {
  const char *rest = data;
  while (size) {
    ssize_t done = write(file->number, rest, size);
    if (done < 0 && errno != EINTR) return -1;
    if (done > 0) rest += done, size -= (size_t)done;
  }
  return 0;
}

int make_durable(system_file *file) { return fsync(file->number); }

void close_file(system_file *file) {
  close(file->number);
  free(file);
}

int make_folder(const char *place) { return mkdir(place, 0755) == 0 ? 0 : errno == EEXIST ? 1 : -1; }

int rename_folder(const char *from, const char *to) { return rename(from, to); }

void remove_file(const char *place) { unlink(place); }

void remove_folder(const char *place) { rmdir(place); }

const char *language(void) {
  static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (size_t at = 0; at < sizeof names / sizeof *names; at++) {
    const char *value = getenv(names[at]);
    if (value && *value) return value;
  }
  return "en";
}

void print_line(const char *text, int is_error) { fprintf(is_error ? stderr : stdout, "%s\n", text); }

void ask_to_install(const char *folder, const kit_list *list, const char *whole) { (void)folder, (void)list, (void)whole; }
