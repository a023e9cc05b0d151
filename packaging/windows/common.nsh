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

; Take away what belongs to the program in the folder on the stack, and the folder if nothing else is in it. Nothing
; where Delve.exe cannot go.
!macro TakeAway un
Function ${un}TakeAway
  Exch $4
  Delete "$4\Delve.exe"
  ${IfNot} ${FileExists} "$4\Delve.exe"
    RMDir /r "$4\_internal"
    Delete "$4\delve-cli.exe"
    Delete "$4\uninstall.exe"
    RMDir "$4"
  ${EndIf}
  Pop $4
FunctionEnd

; The same for a new version that will not get its place.
Function ${un}TakeAwayNew
  Push "$INSTDIR.new"
  Call ${un}TakeAway
FunctionEnd
!macroend
!insertmacro TakeAway ""
!insertmacro TakeAway "un."

; One of them at a time: the setup program or the uninstaller.
!macro TakeTurn un
Function ${un}TakeTurn
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "DelveSetup") p .r0 ?e'
  Pop $1
  ${If} $1 = 183 ; it exists already
    !insertmacro StopWith "${un}" "$(AlreadyRunning)" 16
  ${EndIf}
FunctionEnd
!macroend
!insertmacro TakeTurn ""
!insertmacro TakeTurn "un."

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
        Call ${un}TakeAwayNew
        !insertmacro StopWith "${un}" "$(IsOpen)" 10
      ${EndIf}
      Sleep 500
      Goto again
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(IsOpen)" IDRETRY again
    Call ${un}TakeAwayNew
    SetErrorLevel 10
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

