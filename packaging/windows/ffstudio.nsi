; Installer for Windows, made of the folder that PyInstaller has written:
;
;     python packaging/build.py            on Windows, with NSIS on the PATH
;     makensis /DVERSION=0.4.0 packaging\windows\ffstudio.nsi
;
; For the user alone: no administrator is needed. Windows goes by the last part of a file's
; name, so that *.ffstudio.json is JSON to it: ffstudio is offered for .json, .h5 and .keras
; ("Open with"), and takes none of them from another program.

Unicode true
!include "MUI2.nsh"

!ifndef VERSION
  !error "Say which version: makensis /DVERSION=1.2.3 …"
!endif

!define APP "ffstudio"
!define CLASS "io.github.ffstudio.ffstudio"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"

Name "${APP} ${VERSION}"
OutFile "..\..\dist\ffstudio-${VERSION}-windows.exe"
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "Software\${APP}" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma

!define MUI_ICON "..\..\build\icons\ffstudio.ico"
!define MUI_UNICON "..\..\build\icons\ffstudio.ico"
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\ffstudio.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!macro Offer ENDING
  WriteRegStr HKCU "Software\Classes\${ENDING}\OpenWithProgids" "${CLASS}" ""
!macroend

!macro TakeBack ENDING
  DeleteRegValue HKCU "Software\Classes\${ENDING}\OpenWithProgids" "${CLASS}"
!macroend

Section "ffstudio"
  SetOutPath "$INSTDIR"
  File /r "..\..\dist\ffstudio\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\ffstudio.exe"
  WriteRegStr HKCU "Software\${APP}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "ffstudio document"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\ffstudio.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\ffstudio.exe" "%1"'
  !insertmacro Offer ".json"
  !insertmacro Offer ".keras"
  !insertmacro Offer ".h5"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\ffstudio.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "the ffstudio authors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
SectionEnd

Section "Uninstall"
  !insertmacro TakeBack ".json"
  !insertmacro TakeBack ".keras"
  !insertmacro TakeBack ".h5"
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "Software\${APP}"
  DeleteRegKey HKCU "${UNINSTALL}"
  Delete "$SMPROGRAMS\${APP}.lnk"
  RMDir /r "$INSTDIR"
SectionEnd
