/* Files and words on Windows. Names are UTF-8 within the program and UTF-16 at this edge. */
#define WIN32_LEAN_AND_MEAN
#define UNICODE
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit.h"
#include "pinned.h"

struct system_file {
  HANDLE handle;
};

int run(int count, char **words, const char *beside);

static int clicked; /* the program has a console of its own: nobody would see what is written there */

static int widen(const char *text, wchar_t *out) {
  int size = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text, -1, out, PLACE_MAX);
  for (int at = 0; at < size; at++)
    if (out[at] == L'/') out[at] = L'\\';
  return size;
}

static int narrow(const wchar_t *text, char *out) {
  /* a lone half of a pair becomes U+FFFD: such a name is never one of the list */
  return WideCharToMultiByte(CP_UTF8, 0, text, -1, out, PLACE_MAX, NULL, NULL);
}

static kind kind_from(DWORD attributes) {
  if (attributes & (FILE_ATTRIBUTE_REPARSE_POINT | FILE_ATTRIBUTE_DEVICE)) return OTHER;
  return attributes & FILE_ATTRIBUTE_DIRECTORY ? FOLDER : PLAIN;
}

kind kind_of(const char *place) {
  wchar_t wide[PLACE_MAX];
  DWORD attributes, error;
  if (!widen(place, wide)) return OTHER;
  attributes = GetFileAttributesW(wide);
  if (attributes != INVALID_FILE_ATTRIBUTES) return kind_from(attributes);
  error = GetLastError();
  return error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND ? NOTHING : OTHER;
}

int list_folder(const char *place, visit each, void *with) {
  static wchar_t wide[PLACE_MAX + 2];
  WIN32_FIND_DATAW found;
  HANDLE search;
  char name[PLACE_MAX];
  int size = widen(place, wide);
  if (!size) return -1;
  memcpy(wide + size - 1, L"\\*", 3 * sizeof *wide);
  search = FindFirstFileW(wide, &found);
  if (search == INVALID_HANDLE_VALUE) return -1;
  do {
    if (wcscmp(found.cFileName, L".") == 0 || wcscmp(found.cFileName, L"..") == 0) continue;
    if (!narrow(found.cFileName, name)) return -1;
    each(name, kind_from(found.dwFileAttributes), with);
  } while (FindNextFileW(search, &found));
  if (GetLastError() != ERROR_NO_MORE_FILES) return -1;
  FindClose(search);
  return 0;
}

static system_file *opened(const char *place, DWORD access, DWORD how) {
  wchar_t wide[PLACE_MAX];
  system_file *file = NULL;
  HANDLE handle;
  if (!widen(place, wide)) return NULL;
  handle = CreateFileW(wide, access, FILE_SHARE_READ, NULL, how, FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT, NULL);
  if (handle != INVALID_HANDLE_VALUE) file = malloc(sizeof *file);
  if (file) file->handle = handle;
  return file;
}

system_file *open_reading(const char *place, uint64_t *size) {
  LARGE_INTEGER told;
  system_file *file = opened(place, GENERIC_READ, OPEN_EXISTING);
  if (!file || !GetFileSizeEx(file->handle, &told)) return NULL;
  *size = (uint64_t)told.QuadPart;
  return file;
}

system_file *open_new(const char *place) { return opened(place, GENERIC_WRITE, CREATE_NEW); }

long read_piece(system_file *file, void *data, size_t room) {
  DWORD got = 0;
  return ReadFile(file->handle, data, (DWORD)room, &got, NULL) ? (long)got : -1;
}

int write_piece(system_file *file, const void *data, size_t size) {
  DWORD done = 0;
  return WriteFile(file->handle, data, (DWORD)size, &done, NULL) && done == size ? 0 : -1;
}

int make_durable(system_file *file) { return FlushFileBuffers(file->handle) ? 0 : -1; }

void close_file(system_file *file) {
  CloseHandle(file->handle);
  free(file);
}

int make_folder(const char *place) {
  wchar_t wide[PLACE_MAX];
  if (!widen(place, wide)) return -1;
  return CreateDirectoryW(wide, NULL) ? 0 : GetLastError() == ERROR_ALREADY_EXISTS ? 1 : -1;
}

int rename_folder(const char *from, const char *to) {
  wchar_t wide_from[PLACE_MAX], wide_to[PLACE_MAX];
  return widen(from, wide_from) && widen(to, wide_to) && MoveFileW(wide_from, wide_to) ? 0 : -1;
}

void remove_file(const char *place) {
  wchar_t wide[PLACE_MAX];
  if (widen(place, wide)) DeleteFileW(wide);
}

void remove_folder(const char *place) {
  wchar_t wide[PLACE_MAX];
  if (widen(place, wide)) RemoveDirectoryW(wide);
}

const char *language(void) {
  static char code[LOCALE_NAME_MAX_LENGTH * 3];
  wchar_t wide[LOCALE_NAME_MAX_LENGTH];
  /* the same variables as elsewhere go before, so that one can ask for another language */
  const char *asked = getenv("LC_ALL");
  if (asked && *asked) return asked;
  if (!LCIDToLocaleName(MAKELCID(GetUserDefaultUILanguage(), SORT_DEFAULT), wide, LOCALE_NAME_MAX_LENGTH, 0)) return "en";
  return narrow(wide, code) ? code : "en";
}

void print_line(const char *text, int is_error) {
  HANDLE out = GetStdHandle(is_error ? STD_ERROR_HANDLE : STD_OUTPUT_HANDLE);
  wchar_t wide[PLACE_MAX];
  DWORD mode, done;
  int size = MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, PLACE_MAX);
  if (clicked) {
    MessageBoxW(NULL, wide, L"Delve", is_error ? MB_ICONERROR : MB_ICONINFORMATION);
  } else if (GetConsoleMode(out, &mode)) {
    WriteConsoleW(out, wide, (DWORD)size - 1, &done, NULL);
    WriteConsoleW(out, L"\r\n", 2, &done, NULL);
  } else {
    WriteFile(out, text, (DWORD)strlen(text), &done, NULL);
    WriteFile(out, "\r\n", 2, &done, NULL);
  }
}

static const kit_file *installer_in(const kit_list *list) {
  for (size_t at = 0; at < list->count; at++) {
    size_t size = strlen(list->files[at].path);
    if (size > 18 && memcmp(list->files[at].path, "windows/", 8) == 0 && strcmp(list->files[at].path + size - 10, "-setup.exe") == 0)
      return &list->files[at];
  }
  return NULL;
}

/* The way for somebody who clicked on it: copy the installer to this computer, check the copy, start that. */
void ask_to_install(const char *folder, const kit_list *list, const char *whole) {
  const kit_file *installer = installer_in(list);
  wchar_t wide[PLACE_MAX];
  char target[PLACE_MAX], place[PLACE_MAX];
  DWORD size;
  UINT looks;
  if (!clicked || !installer) return;
  snprintf(place, sizeof place, "%s\r\n\r\n%s", whole, worded(ASK_TO_INSTALL));
  if (!MultiByteToWideChar(CP_UTF8, 0, place, -1, wide, PLACE_MAX)) return;
  looks = strcmp(CHANNEL, "release") == 0 ? MB_ICONQUESTION : MB_ICONWARNING | MB_DEFBUTTON2;
  if (MessageBoxW(NULL, wide, L"Delve", MB_YESNO | looks) != IDYES) ExitProcess(0);
  size = GetTempPathW(MAX_PATH, wide);
  if (!size || !narrow(wide, place)) refuse(NOT_WRITTEN, "TEMP");
  snprintf(target, sizeof target, "%.3000sdelve-kit-%lu", place, GetCurrentProcessId() ^ GetTickCount());
  if (make_folder(target) != 0) refuse(NOT_WRITTEN, target);
  copying_to(target);
  copy_file(folder, target, installer);
  copying_to("");
  snprintf(place, sizeof place, "%.3500s/%s", target, installer->path);
  if (!widen(place, wide) || (INT_PTR)ShellExecuteW(NULL, L"open", wide, NULL, NULL, SW_SHOWNORMAL) <= 32)
    refuse(UNREADABLE, installer->path);
  ExitProcess(0);
}

int main(void) {
  int count = 0;
  wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), &count), own[PLACE_MAX], *slash;
  char **words = calloc((size_t)count + 1, sizeof *words), beside[PLACE_MAX];
  DWORD processes[2];
  if (!wide || !words) refuse(NO_MEMORY, "");
  for (int at = 0; at < count; at++) {
    words[at] = malloc(PLACE_MAX);
    if (!words[at] || !narrow(wide[at], words[at])) refuse(NO_MEMORY, "");
  }
  if (!GetModuleFileNameW(NULL, own, PLACE_MAX) || !(slash = wcsrchr(own, L'\\'))) refuse(NO_KIT, ".");
  *slash = 0;
  if (!narrow(own, beside)) refuse(NO_KIT, ".");
  clicked = count == 1 && GetConsoleProcessList(processes, 2) == 1;
  if (clicked) FreeConsole();
  return run(count, words, beside);
}
