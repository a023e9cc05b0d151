; What the setup program and the uninstaller both do.

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
