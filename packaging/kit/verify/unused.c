/* What libsodium's files name beside Ed25519 verification and SHA-256, and never call from there. Not every
   linker drops the functions that do. */
#include <stdlib.h>

_Noreturn void sodium_misuse(void) { abort(); }

_Noreturn void randombytes_buf(void *out, size_t size) {
  (void)out, (void)size;
  abort();
}
