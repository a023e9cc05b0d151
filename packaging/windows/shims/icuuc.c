/* For wine 8 alone, which has no ICU: Qt6Core imports these converters for character sets that it does not
   know itself. None is offered here, so Qt does without. Windows has the real ones since 1703, so this file
   is never shipped. */
#include <stdint.h>

#define EXPORT __declspec(dllexport)
#define U_UNSUPPORTED_ERROR 16

EXPORT void *ucnv_open(const char *name, int *error) { (void)name; *error = U_UNSUPPORTED_ERROR; return 0; }
EXPORT void ucnv_close(void *converter) { (void)converter; }
EXPORT void ucnv_reset(void *converter) { (void)converter; }
EXPORT int8_t ucnv_getMaxCharSize(const void *converter) { (void)converter; return 0; }
EXPORT const char *ucnv_getName(const void *converter, int *error) { (void)converter; *error = U_UNSUPPORTED_ERROR; return 0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{ (void)name; (void)standard; *error = U_UNSUPPORTED_ERROR; return 0; }
EXPORT const char *ucnv_getAvailableName(int32_t n) { (void)n; return 0; }
EXPORT int32_t ucnv_countAvailable(void) { return 0; }
EXPORT int32_t ucnv_toUCountPending(const void *converter, int *error) { (void)converter; *error = U_UNSUPPORTED_ERROR; return 0; }
EXPORT int32_t ucnv_fromUCountPending(const void *converter, int *error) { (void)converter; *error = U_UNSUPPORTED_ERROR; return 0; }

/* what takes a converter does nothing, since none was given out */
#define NOTHING(name) EXPORT void name(void) { }
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_fromUnicode)
