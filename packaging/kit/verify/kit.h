/* What a kit is, for the program that checks one before Delve is installed. The same rules as
   src/delve_desktop/services/kit: a test runs both over the same kits. */
#ifndef KIT_H
#define KIT_H

#include <stddef.h>
#include <stdint.h>

#include "sentences.h"

#define LIST "MANIFEST.txt"
#define ROTATION "ROTATION.txt"
#define LIST_MAX (1024 * 1024)
#define ROTATION_MAX (16 * 1024)
#define ROTATIONS_MAX 16
#define FILES_MAX 4096
#define FILE_MAX 4294967295u /* what FAT32 can hold */
#define PATH_LIMIT 180
#define PARTS_MAX 6
#define PLACE_MAX 4096 /* bytes of a folder and a path in it */
#define PIECE (256 * 1024)

typedef struct {
  unsigned char digest[32];
  uint32_t size;
  char *path; /* points into the list */
} kit_file;

typedef struct {
  char product[16];
  char channel[17];
  uint64_t number;
  size_t count;
  kit_file *files;
} kit_list;

/* Both end the program with one sentence when something is wrong. */
void open_list(char *data, size_t size, const char *rotations, size_t rotations_size, kit_list *list);
void check_names(const char *folder, const kit_list *list);
void check_files(const char *folder, const kit_list *list);
void copy_file(const char *folder, const char *target, const kit_file *file);

void let_files_go(void); /* closes what is open */

int is_allowed(const char *path);
int is_of_system(const char *name, int at_top, int is_folder);

/* say.c */
#define SENTENCE(name, en, fr, es, pt) name,
typedef enum { SENTENCES } sentence;
#undef SENTENCE

const char *worded(sentence which);
void say(sentence which, const char *about);
/* Says it, undoes a copy that was begun, and ends with code 1. */
_Noreturn void refuse(sentence which, const char *about);
void compose(sentence which, const char *about, char *out, size_t room);

/* verify.c */
void copying_to(const char *folder); /* what `undo` removes; nothing when empty */
void undo(void);

/* system_posix.c, system_windows.c: names are UTF-8, with / between parts */
typedef enum { NOTHING, PLAIN, FOLDER, OTHER } kind;
typedef struct system_file system_file;
typedef void (*visit)(const char *name, kind what, void *with);

kind kind_of(const char *place);
int list_folder(const char *place, visit each, void *with); /* 0, or -1 when it cannot be read */
system_file *open_reading(const char *place, uint64_t *size); /* NULL when it cannot be opened */
system_file *open_new(const char *place);
long read_piece(system_file *file, void *data, size_t room); /* bytes, 0 at the end, -1 */
int write_piece(system_file *file, const void *data, size_t size); /* 0 or -1 */
int make_durable(system_file *file);
void close_file(system_file *file);
int make_folder(const char *place); /* 0, 1 when it is there already, or -1 */
int rename_folder(const char *from, const char *to);
void remove_file(const char *place);
void remove_folder(const char *place);
const char *language(void); /* as "fr_CD.UTF-8"; never NULL */
void print_line(const char *text, int is_error);
/* Where a person clicked on the program: says that all is whole, and starts a checked copy of the installer. */
void ask_to_install(const char *folder, const kit_list *list, const char *whole);

#endif
