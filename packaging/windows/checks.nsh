; What the setup program asks of the computer before it changes anything.

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
  Call TakeTurn
  Call CheckPlace
  StrCpy $Beside "$INSTDIR.new"
  StrCpy $Before "$INSTDIR.old"
  Call CheckVersion
  Call CountForeign
  ${If} $0 > 0
    !insertmacro StopWith "" "$(NotOurs)" 13
  ${EndIf}
  Call Recover
  Call CheckRoom
FunctionEnd

; Where the vaults lie no program is put: it could not be told from them when it is replaced or removed.
Function CheckPlace
  StrCpy $0 "$LOCALAPPDATA\Delve\"
  StrLen $1 $0
  StrCpy $2 "$INSTDIR\" $1
  ${If} $2 == $0 ; in letters of either size, as for Windows
    !insertmacro StopWith "" "$(NotOurs)" 13
  ${EndIf}
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

; What a power cut left of an earlier run, where nothing of others lies: a whole version takes its place, the rest goes.
Function Recover
  ${IfNot} ${FileExists} "$INSTDIR\Delve.exe"
    ${If} ${FileExists} "$INSTDIR\uninstall.exe" ; of an uninstaller that was cut off: its own file goes last
      Push "$INSTDIR"
      Call TakeAway
    ${EndIf}
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
