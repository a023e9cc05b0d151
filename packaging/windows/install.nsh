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
