; The uninstaller. Vaults stay, unless somebody said otherwise.

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
  Call un.TakeTurn
  Call un.WaitUntilClosed
  SetOutPath "$TEMP"
  Push "$INSTDIR"
  Call un.TakeAway
  ${If} ${FileExists} "$INSTDIR\Delve.exe"
    !insertmacro StopWith "un." "$(NotWritten)" 14
  ${EndIf}
  ; what an upgrade that was cut off left, and would put in its place at the next login
  DeleteRegValue HKCU "${ONCE}" "DelveSetup"
  Call un.TakeAwayNew
  Push "$INSTDIR.old"
  Call un.TakeAway
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
