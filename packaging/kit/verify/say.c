/* One sentence, in the language of the system. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit.h"

#define SENTENCE(name, en, fr, es, pt) {en, fr, es, pt},
static const char *const wordings[][4] = {SENTENCES};
#undef SENTENCE

const char *worded(sentence which) {
  const char *code = language();
  int column = strncmp(code, "fr", 2) == 0 ? 1 : strncmp(code, "es", 2) == 0 ? 2 : strncmp(code, "pt", 2) == 0 ? 3 : 0;
  return wordings[which][column];
}

/* Whether a code point steers a terminal or turns the direction of writing. */
static int is_hidden(unsigned long point) {
  return point < 32 || (point >= 127 && point < 160) || point == 0xad || point == 0x61c || (point >= 0x200b && point <= 0x200f) ||
         (point >= 0x2028 && point <= 0x202e) || (point >= 0x2060 && point <= 0x206f) || point == 0xfeff ||
         (point >= 0xd800 && point <= 0xf8ff) || point >= 0xfff0;
}

/* Bytes of the character that begins here, or 0 where this is no UTF-8. */
static size_t character(const unsigned char *text, unsigned long *point) {
  size_t size = text[0] < 0x80 ? 1 : text[0] >= 0xc2 && text[0] < 0xe0 ? 2 : text[0] >= 0xe0 && text[0] < 0xf0 ? 3 : 0;
  *point = size == 1 ? text[0] : text[0] & (0x7fu >> size);
  for (size_t at = 1; at < size; at++) {
    if ((text[at] & 0xc0) != 0x80) return 0;
    *point = *point << 6 | (text[at] & 0x3f);
  }
  return size == 3 && *point < 0x800 ? 0 : size;
}

static void show(const char *name, char *out, size_t room) {
  size_t used = 0;
  while (*name && used + 4 < room) {
    unsigned long point;
    size_t size = character((const unsigned char *)name, &point);
    if (!size || is_hidden(point)) {
      out[used++] = '?';
      name += size ? size : 1;
    } else {
      memcpy(out + used, name, size);
      used += size, name += size;
    }
  }
  out[used] = 0;
}

void compose(sentence which, const char *about, char *out, size_t room) {
  char name[2 * PATH_LIMIT];
  const char *words = worded(which), *gap = strstr(words, "{0}");
  show(about, name, sizeof name);
  if (!gap)
    snprintf(out, room, "%s", words);
  else
    snprintf(out, room, "%.*s%s%s", (int)(gap - words), words, name, gap + 3);
}

void say(sentence which, const char *about) {
  char text[1024];
  compose(which, about, text, sizeof text);
  print_line(text, 0);
}

void refuse(sentence which, const char *about) {
  char text[1024];
  compose(which, about, text, sizeof text);
  undo();
  print_line(text, 1);
  exit(1);
}
