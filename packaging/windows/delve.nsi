; Delve for one person on 64-bit Windows 10 or newer, without an administrator.
;
; makensis -DVERSION=0.1.0 -DNUMBERS=0.1.0.0 -DMEGABYTES=95 -DOWN_ENDING=.delve-backup -DLISTED=files.nsh -DICON=Delve.ico
;   -DPICTURE=side.bmp
;   -DOUT=Delve-0.1.0-setup.exe delve.nsi                    (setup_program.py calls it so; -DFAST for trials)
;
; /S installs without a question, /D=FOLDER (last, unquoted) elsewhere, /LANG=1033|1036|1034|1046 chooses the
; language. Exit codes: 0 done, 1 cancelled, 10 Delve is open, 11 not enough room, 12 Windows too old, 13 the
; folder is not Delve's, 14 a file could not be written, 15 a newer version is installed, 16 already running.
; The uninstaller knows the same, and /DELETE-VAULTS, without which /S keeps them.
;
; The new version is unpacked beside the old one and takes its place by two renames: Windows has no way to swap two
; folders in one. What ends this program between them leaves the whole new one and the whole old one under other
; names: RunOnce gives the new one its place at the next login, or else the old one, and so does the next start of
; this program. A folder in which Delve.exe is missing counts for nothing: it goes first, and comes back last.

Unicode true
Target amd64-unicode
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh

!define NAME "Delve"
!define WRITTEN_BY "Delve Desktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Delve"
!define CAPABILITIES "Software\Delve\Capabilities"
!define CLASSES "Software\Classes"
!define ONCE "Software\Microsoft\Windows\CurrentVersion\RunOnce"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Delve"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME} ${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "${WRITTEN_BY}"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_ABORTWARNING
!define MUI_CUSTOMFUNCTION_GUIINIT CheckAll
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.AskForVaults
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${UNINSTALL}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_FINISHPAGE_RUN "$INSTDIR\Delve.exe"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; the languages of the program; the first is for everybody else
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "PortugueseBR"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include words.nsh

Var Beside ; where the new version is unpacked
Var Before ; where the old one lies until the new one has its place
Var Vaults ; "delete" when the vaults go too

!include common.nsh
!include checks.nsh
!include install.nsh
!include remove.nsh
