/* The signed list of files: signature first, then its form, strictly. */
#include <stdlib.h>
#include <string.h>

#include "kit.h"
#include "pinned.h"
#include "sodium/crypto_sign_ed25519.h"

#define SIGNATURE_LINE (10 + 128 + 1)

static int digit_of(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  return -1;
}

/* Reads `count` bytes written as small hexadecimal digits; 0 when they are not. */
static int read_hex(const char *text, const char *end, unsigned char *out, size_t count) {
  if ((size_t)(end - text) < 2 * count) return 0;
  for (size_t at = 0; at < count; at++) {
    int high = digit_of(text[2 * at]), low = digit_of(text[2 * at + 1]);
    if (high < 0 || low < 0) return 0;
    out[at] = (unsigned char)(high * 16 + low);
  }
  return 1;
}

/* A number without leading zeros, of at most 15 digits, up to `stop`; returns what follows it, or NULL. */
static const char *read_number(const char *text, const char *end, char stop, uint64_t *value) {
  const char *at = text;
  *value = 0;
  while (at < end && *at >= '0' && *at <= '9' && at - text < 15) *value = *value * 10 + (uint64_t)(*at++ - '0');
  if (at == text || (*text == '0' && at - text > 1) || at == end || *at != stop) return NULL;
  return at + 1;
}

static const char *after(const char *text, const char *end, const char *word) {
  size_t size = strlen(word);
  return text && (size_t)(end - text) >= size && memcmp(text, word, size) == 0 ? text + size : NULL;
}

/* Three numbers below 1000 with points between, up to a line's end. */
static const char *read_version(const char *text, const char *end, char *out) {
  const char *at = text;
  uint64_t number;
  for (int part = 0; at && part < 3; part++) {
    at = read_number(at, end, part < 2 ? '.' : '\n', &number);
    if (at && number > 999) at = NULL;
  }
  if (at) {
    memcpy(out, text, (size_t)(at - text) - 1);
    out[at - text - 1] = 0;
  }
  return at;
}

static int is_signed(const char *tag, const char *body, size_t size, const char *line, const unsigned char *key) {
  unsigned char signature[64];
  size_t before = strlen("delve/1/") + strlen(tag) + 1;
  unsigned char *message = malloc(before + size);
  int good;
  if (!message) refuse(NO_MEMORY, "");
  memcpy(message, "delve/1/", 8);
  memcpy(message + 8, tag, strlen(tag) + 1); /* with its zero byte */
  memcpy(message + before, body, size);
  good = read_hex(line + 10, line + SIGNATURE_LINE, signature, 64) &&
         crypto_sign_ed25519_verify_detached(signature, message, before + size, key) == 0;
  free(message);
  return good;
}

/* Whether the text begins with `kind` and a number other than 1. */
static int is_later(const char *text, const char *end, const char *kind) {
  uint64_t number;
  const char *at = after(text, end, kind);
  return at && at < end && *at != '0' && (at = read_number(at, end, '\n', &number)) && number != 1 && number < 10000;
}

static const char *take_rotation(const char *text, const char *end, pinned_keys *keys) {
  unsigned char release[32], offline[32], old[32];
  uint64_t generation = 0, made;
  const char *line, *at = after(text, end, "delve kit rotation 1\ngeneration ");
  if (at) at = read_number(at, end, '\n', &generation);
  at = after(at, end, "release ");
  at = at && read_hex(at, end, release, 32) ? after(at + 64, end, "\noffline ") : NULL;
  at = at && read_hex(at, end, offline, 32) ? after(at + 64, end, "\nold ") : NULL;
  at = at && read_hex(at, end, old, 32) ? after(at + 64, end, "\nmade ") : NULL;
  if (at) at = read_number(at, end, '\n', &made);
  line = at;
  at = after(at, end, "signature ");
  if (!at || end - at < 129 || at[128] != '\n' || !generation || generation > 999999) refuse(CUT_SHORT, ROTATION);
  at += 129;
  if (generation <= keys->generation) {
    unsigned char unused[64];
    if (!read_hex(line + 10, at, unused, 64)) refuse(CUT_SHORT, ROTATION);
    return at; /* this program knows that already */
  }
  if (generation != keys->generation + 1 || memcmp(old, keys->offline, 32) != 0) refuse(OTHER_KEYS, ROTATION);
  if (!is_signed("kit-rotation", text, (size_t)(line - text), line, keys->offline)) refuse(NOT_BY_OLD_KEY, ROTATION);
  keys->generation = generation;
  memcpy(keys->release, release, 32);
  memcpy(keys->offline, offline, 32);
  return at;
}

static pinned_keys keys_after(const char *rotations, size_t size) {
  pinned_keys keys = PINNED;
  const char *at = rotations, *end = rotations + size;
  if (is_later(at, end, "delve kit rotation ")) refuse(NEEDS_NEWER, ROTATION);
  for (int turn = 0; turn < ROTATIONS_MAX && at < end; turn++) at = take_rotation(at, end, &keys);
  if (at < end) refuse(TOO_LONG, ROTATION);
  return keys;
}

/* One line of the list, cut out of it with a zero byte; NULL when it has another form. */
static char *take_file(char *text, char *end, kit_file *file) {
  uint64_t size;
  char *newline, *path;
  const char *at;
  if (!read_hex(text, end, file->digest, 32)) return NULL;
  at = after(text + 64, end, " ");
  if (at) at = read_number(at, end, ' ', &size);
  if (!at || size > FILE_MAX) return NULL;
  path = text + (at - text);
  newline = memchr(path, '\n', (size_t)(end - path));
  if (!newline || memchr(path, 0, (size_t)(newline - path))) return NULL;
  *newline = 0;
  if (!is_allowed(path)) return NULL;
  file->size = (uint32_t)size;
  file->path = path;
  return newline + 1;
}

static int small(int letter) { return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter; }

/* -1, 0 or 1: by the bytes, capitals aside. */
static int compare_small(const char *one, const char *other) {
  while (*one && small(*one) == small(*other)) one++, other++;
  return (small((unsigned char)*one) > small((unsigned char)*other)) -
         (small((unsigned char)*one) < small((unsigned char)*other));
}

static int by_small(const void *one, const void *other) {
  return compare_small(((const kit_file *)one)->path, ((const kit_file *)other)->path);
}

/* Whether one path is, capitals aside, another one or its folder, or two folders differ by capitals only.
   `files` are in the order of `by_small`, in which whatever begins alike stands together. */
static int clash(const kit_file *files, size_t count) {
  for (size_t at = 0; at < count; at++) {
    for (size_t next = at + 1; next < count; next++) {
      const char *one = files[at].path, *other = files[next].path;
      size_t same = 0, whole = strlen(one);
      int exact = 1;
      while (one[same] && small(one[same]) == small(other[same])) {
        if (one[same] != other[same]) exact = 0;
        if (one[same] == '/' && !exact) return 1;
        same++;
      }
      if (same == whole && (other[same] == 0 || other[same] == '/')) return 1;
    }
  }
  return 0;
}

static int is_list(char *text, char *end, kit_list *list) {
  uint64_t count = 0, made;
  char source[16];
  const char *at = after(text, end, "delve kit manifest 1\nproduct ");
  size_t size = 0;
  kit_file *sorted;
  int clashes;
  if (at) at = read_version(at, end, list->product);
  if (at) at = after(at, end, "number ");
  if (at) at = read_number(at, end, '\n', &list->number);
  if (at) at = after(at, end, "from ");
  if (at) at = read_version(at, end, source);
  if (at) at = after(at, end, "channel ");
  while (at && at < end && size < 16 && *at >= 'a' && *at <= 'z') list->channel[size++] = *at++;
  if (at && size) at = after(at, end, "\nmade ");
  if (at && size) at = read_number(at, end, '\n', &made);
  if (at && size) at = after(at, end, "files ");
  if (at && size) at = read_number(at, end, '\n', &count);
  if (!at || !size || count > FILES_MAX) return 0;
  list->files = calloc(count + 1, sizeof *list->files);
  sorted = calloc(count + 1, sizeof *sorted);
  if (!list->files || !sorted) refuse(NO_MEMORY, "");
  text += at - text;
  for (list->count = 0; list->count < count; list->count++) {
    text = take_file(text, end, &list->files[list->count]);
    if (!text) return 0;
    if (list->count && strcmp(list->files[list->count - 1].path, list->files[list->count].path) >= 0) return 0;
  }
  memcpy(sorted, list->files, count * sizeof *sorted);
  qsort(sorted, count, sizeof *sorted, by_small);
  clashes = clash(sorted, count);
  free(sorted);
  return text == end && !clashes;
}

void open_list(char *data, size_t size, const char *rotations, size_t rotations_size, kit_list *list) {
  pinned_keys keys = keys_after(rotations, rotations_size);
  char *line = size > SIGNATURE_LINE ? data + size - SIGNATURE_LINE : NULL;
  unsigned char unused[64];
  memset(list, 0, sizeof *list);
  if (is_later(data, data + size, "delve kit manifest ")) refuse(NEEDS_NEWER, LIST);
  if (!line || line[-1] != '\n' || !after(line, data + size, "signature ") ||
      data[size - 1] != '\n' || !read_hex(line + 10, data + size, unused, 64))
    refuse(CUT_SHORT, LIST);
  if (!is_signed("kit-manifest", data, size - SIGNATURE_LINE, line, keys.release)) refuse(NOT_SIGNED, LIST);
  if (!is_list(data, line, list)) refuse(NO_LIST, LIST);
  if (strcmp(list->channel, CHANNEL) != 0) refuse(OTHER_CHANNEL, LIST);
  if (list->number < NUMBER) refuse(OLDER, list->product);
}
