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
; The new version is unpacked beside the old one and takes its place by two renames. Between them a power cut
; leaves the whole new one under another name: RunOnce gives it its place at the next login, and so does the
; next start of this program.

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

; Say a sentence, and end with an exit code.
!macro Stop un
Function ${un}Stop
  Pop $1
  Pop $0
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$0"
  ${EndIf}
  SetErrorLevel $1
  Quit
FunctionEnd
!macroend
!insertmacro Stop ""
!insertmacro Stop "un."
!macro StopWith un sentence code
  Push "${sentence}"
  Push ${code}
  Call ${un}Stop
!macroend

; Wait until nothing in $INSTDIR runs: Windows lets nobody write to a program that does. Without a person
; who could close it, for five seconds.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
  StrCpy $2 0
  again:
  StrCpy $3 0
  ${If} ${FileExists} "$INSTDIR\Delve.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\Delve.exe" a
    ${If} ${Errors}
      StrCpy $3 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\delve-cli.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\delve-cli.exe" a
    ${If} ${Errors}
      StrCpy $3 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} $3 = 1
    ${If} ${Silent}
      IntOp $2 $2 + 1
      ${If} $2 >= 10
        !insertmacro StopWith "${un}" "$(IsOpen)" 10
      ${EndIf}
      Sleep 500
      Goto again
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(IsOpen)" IDRETRY again
    SetErrorLevel 10
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

; Take away what belongs to the program in the folder on the stack, and the folder if nothing else is in it.
!macro TakeAway un
Function ${un}TakeAway
  Exch $4
  RMDir /r "$4\_internal"
  Delete "$4\Delve.exe"
  Delete "$4\delve-cli.exe"
  Delete "$4\uninstall.exe"
  RMDir "$4"
  Pop $4
FunctionEnd
!macroend
!insertmacro TakeAway ""
!insertmacro TakeAway "un."

; $0 is how many things lie in $INSTDIR that belong to no version of the program.
Function CountForeign
  StrCpy $0 0
  ClearErrors
  FindFirst $1 $2 "$INSTDIR\*.*"
  ${DoUntil} ${Errors}
    ${If} $2 != "."
    ${AndIf} $2 != ".."
    ${AndIf} $2 != "_internal"
    ${AndIf} $2 != "Delve.exe"
    ${AndIf} $2 != "delve-cli.exe"
    ${AndIf} $2 != "uninstall.exe"
      IntOp $0 $0 + 1
    ${EndIf}
    ClearErrors
    FindNext $1 $2
  ${Loop}
  FindClose $1
FunctionEnd

Function .onInit
  SetShellVarContext current
  StrCpy $Vaults "keep"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${If} ${Errors}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${Else}
    StrCpy $LANGUAGE $1
  ${EndIf}
  ${If} ${Silent}
    Call CheckAll
  ${EndIf}
FunctionEnd

; Whether it can be installed at all. Not in .onInit, where no sentence is in the chosen language yet.
Function CheckAll
  ${IfNot} ${AtLeastWin10}
    !insertmacro StopWith "" "$(TooOld)" 12
  ${EndIf}
  ${IfNot} ${RunningX64}
    !insertmacro StopWith "" "$(TooOld)" 12
  ${EndIf}
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "DelveSetup") p .r0 ?e'
  Pop $1
  ${If} $1 = 183 ; it exists already
    !insertmacro StopWith "" "$(AlreadyRunning)" 16
  ${EndIf}
  StrCpy $Beside "$INSTDIR.new"
  StrCpy $Before "$INSTDIR.old"
  Call CheckVersion
  Call Recover
  Call CountForeign
  ${If} $0 > 0
    !insertmacro StopWith "" "$(NotOurs)" 13
  ${EndIf}
  Call CheckRoom
FunctionEnd

; An older version does not take the place of a newer one by accident: it could not open what that one wrote.
Function CheckVersion
  ReadRegStr $0 HKCU "${UNINSTALL}" "DisplayVersion"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$INSTDIR\Delve.exe"
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 = 1
      ${If} ${Silent}
        !insertmacro StopWith "" "$(IsNewer)" 15
      ${EndIf}
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(IsNewer)" IDYES older
      SetErrorLevel 1
      Quit
      older:
    ${EndIf}
  ${EndIf}
FunctionEnd

; What a power cut left of an earlier run: a whole version takes its place, the rest goes.
Function Recover
  ${IfNot} ${FileExists} "$INSTDIR\Delve.exe"
    ${If} ${FileExists} "$Before\Delve.exe"
      RMDir "$INSTDIR"
      Rename "$Before" "$INSTDIR"
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\Delve.exe"
    Push "$Before"
    Call TakeAway
  ${EndIf}
  Push "$Beside"
  Call TakeAway
FunctionEnd

Function CheckRoom
  ${GetRoot} "$INSTDIR" $0
  ClearErrors
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${IfNot} ${Errors}
    IntOp $2 ${MEGABYTES} + 20
    ${If} $1 < $2
      !insertmacro StopWith "" "$(NoRoom)" 11
    ${EndIf}
  ${EndIf}
FunctionEnd

; Bytes onto the disk before names: else a power cut after the renames could leave empty files.
Function Flush
  System::Call 'kernel32::CreateFileW(w "$R9", i 0x40000000, i 3, p 0, i 3, i 0, p 0) p .r0'
  ${If} $0 P<> -1
    System::Call 'kernel32::FlushFileBuffers(p r0)'
    System::Call 'kernel32::CloseHandle(p r0)'
  ${EndIf}
  Push $0
FunctionEnd

Section "Delve"
  Call WaitUntilClosed
  ClearErrors
  !include "${LISTED}" ; unpacks into $Beside
  SetOutPath "$Beside"
  WriteUninstaller "$Beside\uninstall.exe"
  SetOutPath "$TEMP" ; a folder that is somebody's current one cannot be renamed
  ${If} ${Errors}
    Push "$Beside"
    Call TakeAway
    !insertmacro StopWith "" "$(NotWritten)" 14
  ${EndIf}
  ${Locate} "$Beside" "/L=F" "Flush"

  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\RunOnce" "DelveSetup" \
    '"$SYSDIR\cmd.exe" /d /c if not exist "$INSTDIR\Delve.exe" move "$Beside" "$INSTDIR"'
  Call WaitUntilClosed
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\Delve.exe"
    Rename "$INSTDIR" "$Before"
  ${Else}
    RMDir "$INSTDIR"
  ${EndIf}
  ${IfNot} ${Errors}
    Rename "$Beside" "$INSTDIR"
    ${If} ${Errors}
      Rename "$Before" "$INSTDIR"
      SetErrors
    ${EndIf}
  ${EndIf}
  ${If} ${Errors}
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\RunOnce" "DelveSetup"
    Push "$Beside"
    Call TakeAway
    !insertmacro StopWith "" "$(NotWritten)" 14
  ${EndIf}
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\RunOnce" "DelveSetup"
  Push "$Before"
  Call TakeAway
  Call Register
SectionEnd

; Menu entry, uninstaller, and what this program opens. Everything in the keys of this person.
Function Register
  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\Delve.lnk" "$INSTDIR\Delve.exe"
  SetOutPath "$TEMP"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Delve.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${WRITTEN_BY}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${UNINSTALL}" "Language" "$LANGUAGE"
  IntOp $0 ${MEGABYTES} * 1024
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\Delve.exe" "" "$INSTDIR\Delve.exe"

  WriteRegStr HKCU "${CLASSES}\Delve.Backup" "" "$(BackupFile)"
  WriteRegStr HKCU "${CLASSES}\Delve.Backup\DefaultIcon" "" "$INSTDIR\Delve.exe,0"
  WriteRegStr HKCU "${CLASSES}\Delve.Backup\shell\open\command" "" '"$INSTDIR\Delve.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\${OWN_ENDING}" "" "Delve.Backup"
  WriteRegStr HKCU "${CLASSES}\Delve.Contact" "" "$(AddressBook)"
  WriteRegStr HKCU "${CLASSES}\Delve.Contact\DefaultIcon" "" "$INSTDIR\Delve.exe,0"
  WriteRegStr HKCU "${CLASSES}\Delve.Contact\shell\open\command" "" '"$INSTDIR\Delve.exe" "%1"'
  ; an address book is offered to this program as well, and stays with whichever the person has chosen
  WriteRegNone HKCU "${CLASSES}\.vcf\OpenWithProgids" "Delve.Contact"
  WriteRegNone HKCU "${CLASSES}\.vcard\OpenWithProgids" "Delve.Contact"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "${NAME}"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "$(Description)"
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" "${OWN_ENDING}" "Delve.Backup"
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" ".vcf" "Delve.Contact"
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" ".vcard" "Delve.Contact"
  WriteRegStr HKCU "Software\RegisteredApplications" "Delve" "${CAPABILITIES}"
  Call TellShell
FunctionEnd

!macro TellShell un
Function ${un}TellShell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; what opens what has changed
FunctionEnd
!macroend
!insertmacro TellShell ""
!insertmacro TellShell "un."

Function un.onInit
  SetShellVarContext current
  !insertmacro MUI_UNGETLANGUAGE
  StrCpy $Vaults "keep"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DELETE-VAULTS" $1
  ${IfNot} ${Errors}
    StrCpy $Vaults "delete"
  ${EndIf}
FunctionEnd

; Before anything is removed, with "keep" as the answer that Enter gives.
Function un.AskForVaults
  ${If} ${FileExists} "$LOCALAPPDATA\Delve\vaults\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(DeleteVaults)" IDNO kept
    StrCpy $Vaults "delete"
    kept:
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  SetOutPath "$TEMP"
  Push "$INSTDIR"
  Call un.TakeAway
  ${If} ${FileExists} "$INSTDIR\Delve.exe"
    !insertmacro StopWith "un." "$(NotWritten)" 14
  ${EndIf}
  Delete "$SMPROGRAMS\Delve.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\Delve.exe"
  DeleteRegKey HKCU "${CLASSES}\Delve.Backup"
  DeleteRegKey HKCU "${CLASSES}\Delve.Contact"
  ReadRegStr $0 HKCU "${CLASSES}\${OWN_ENDING}" ""
  ${If} $0 == "Delve.Backup" ; else somebody gave these files to another program
    DeleteRegKey HKCU "${CLASSES}\${OWN_ENDING}"
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.vcf\OpenWithProgids" "Delve.Contact"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.vcf\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.vcf"
  DeleteRegValue HKCU "${CLASSES}\.vcard\OpenWithProgids" "Delve.Contact"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.vcard\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.vcard"
  DeleteRegValue HKCU "Software\RegisteredApplications" "Delve"
  DeleteRegKey HKCU "${CAPABILITIES}"
  DeleteRegKey /ifempty HKCU "Software\Delve"
  Call un.TellShell

  ; what the program keeps beside the vaults: chosen settings, where its window is called, walks that nobody
  ; keeps, reports of a crash
  Delete "$LOCALAPPDATA\Delve\settings.json"
  Delete "$LOCALAPPDATA\Delve\settings.json.new"
  Delete "$LOCALAPPDATA\Delve\settings.json.unreadable"
  Delete "$LOCALAPPDATA\Delve\*.lock"
  Delete "$LOCALAPPDATA\Delve\*.call"
  Delete "$LOCALAPPDATA\Delve\*.call.new"
  RMDir /r "$LOCALAPPDATA\Delve\look-around"
  RMDir /r "$LOCALAPPDATA\Delve\Logs"
  ${If} $Vaults == "delete"
    RMDir /r "$LOCALAPPDATA\Delve\vaults"
  ${Else}
    RMDir "$LOCALAPPDATA\Delve\vaults" ; if no vault is in it
    ${If} ${FileExists} "$LOCALAPPDATA\Delve\vaults\*.*"
      DetailPrint "$(Kept) $LOCALAPPDATA\Delve\vaults"
      ${IfNot} ${Silent}
        MessageBox MB_OK|MB_ICONINFORMATION "$(Kept)$\r$\n$LOCALAPPDATA\Delve\vaults"
      ${EndIf}
    ${EndIf}
  ${EndIf}
  RMDir "$LOCALAPPDATA\Delve"
SectionEnd
