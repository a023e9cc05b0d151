; How a version gets its place, and what Windows is told of it.

; Bytes onto the disk before names: else a power cut after the renames could leave empty files.
Function Flush
  System::Call 'kernel32::CreateFileW(w "$R9", i 0x40000000, i 3, p 0, i 3, i 0, p 0) p .r0'
  ${If} $0 P<> -1
    System::Call 'kernel32::FlushFileBuffers(p r0)'
    System::Call 'kernel32::CloseHandle(p r0)'
  ${EndIf}
  Push $0
FunctionEnd

; What Windows does at the next login if this program does not come to its end. Such a command is at most 260
; characters long, so it begins in the folder above and has short names. `rmdir` takes an empty folder only.
Function FinishLater
  ${GetParent} "$INSTDIR" $0
  ${GetFileName} "$INSTDIR" $1
  StrCpy $2 'rmdir "$1" & if not exist "$1\" move "$1.new" "$1" & if not exist "$1\" move "$1.old" "$1"'
  WriteRegStr HKCU "${ONCE}" "DelveSetup" \
    '"$SYSDIR\cmd.exe" /d /c cd /d "$0\" && if not exist "$1\Delve.exe" ($2)'
FunctionEnd

; The new version takes the place of the old one, or nothing has changed.
Function Swap
  StrCpy $6 "moved"
  ${If} ${FileExists} "$INSTDIR\Delve.exe"
    Push "$INSTDIR"
    Push "$Before"
    Call Move
  ${Else}
    RMDir "$INSTDIR"
  ${EndIf}
  ${If} $6 == "moved"
    Push "$Beside"
    Push "$INSTDIR"
    Call Move
    ${If} $6 == "held"
    ${AndIf} ${FileExists} "$Before\Delve.exe"
      Push "$Before"
      Push "$INSTDIR"
      Call Move
      ${If} $6 == "held" ; both are whole, and the next login gives one of them its place
        !insertmacro StopWith "" "$(NotFinished)" 17
      ${EndIf}
      StrCpy $6 "held"
    ${EndIf}
  ${EndIf}
  ${If} $6 == "held"
    DeleteRegValue HKCU "${ONCE}" "DelveSetup"
    Call TakeAwayNew
    !insertmacro StopWith "" "$(NotWritten)" 14
  ${EndIf}
FunctionEnd

; Rename the folder that was pushed first into the second; $6 is "moved", or "held" after five seconds, for which a
; virus scanner may hold a file. No error flag: whoever asks for it takes it down.
Function Move
  Pop $5
  Pop $4
  StrCpy $3 0
  again:
  ClearErrors
  Rename "$4" "$5"
  StrCpy $6 "moved"
  ${If} ${Errors}
    StrCpy $6 "held"
    IntOp $3 $3 + 1
    ${If} $3 < 10
      Sleep 500
      Goto again
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Delve"
  Call WaitUntilClosed
  ClearErrors
  !include "${LISTED}" ; unpacks into $Beside
  SetOutPath "$Beside"
  WriteUninstaller "$Beside\uninstall.exe"
  SetOutPath "$TEMP" ; a folder that is somebody's current one cannot be renamed
  ${If} ${Errors}
    Call TakeAwayNew
    !insertmacro StopWith "" "$(NotWritten)" 14
  ${EndIf}
  ${Locate} "$Beside" "/L=F" "Flush"

  Call WaitUntilClosed
  Call FinishLater
  Call Swap
  DeleteRegValue HKCU "${ONCE}" "DelveSetup"
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
