# Builds Delve on a real Windows: dist\windows\Delve\ and dist\Delve-<version>-setup.exe.
#
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
#
# Wants, found on the PATH or named: Python 3.13 for 64-bit Windows from python.org (-Python), Git, and NSIS
# with the amd64 stubs and plug-ins (-Nsis). NOT PROVEN: no Windows was at hand when this was written. What
# `make dist-windows` does on Debian is the way that is tested.
param(
    [string] $Python = "py -3.13",
    [string] $Nsis = "makensis"
)
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Step([string] $Name, [scriptblock] $What) {
    Write-Host "== $Name"
    & $What
    if ($LASTEXITCODE) { throw "$Name failed with code $LASTEXITCODE." }
}

$Found = Invoke-Expression "$Python -c ""import struct, sys; print('%d.%d %d' % (*sys.version_info[:2], struct.calcsize('P') * 8))"""
if ($Found -ne "3.13 64") { throw "Python 3.13 for 64-bit Windows is needed, and this is $Found." }

$Venv = "build\windows\venv"
$Run = "$Venv\Scripts\python.exe"
if (-not (Test-Path $Run)) { Step "Environment" { Invoke-Expression "$Python -m venv $Venv" } }
Step "Pinned packages" {
    & $Run -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements\windows.txt
}
Step "Words" { & $Run packaging\translations.py compile }

# the same bytes from the same commit
$env:SOURCE_DATE_EPOCH = (git log -1 --format=%ct)
$env:PYTHONHASHSEED = "1"
$env:PYTHONUTF8 = "1"
$env:PYTHONNODEBUGRANGES = "1"
$env:QT_QPA_PLATFORM = "offscreen"
Step "Frozen program" {
    & $Run -m PyInstaller --noconfirm --clean --log-level WARN --distpath dist\windows --workpath build\windows\freeze-work packaging\freeze\delve.spec
}
Step "Self-test" {
    & dist\windows\Delve\delve-cli.exe --self-test --report build\windows\self-test.txt
    Get-Content build\windows\self-test.txt
}
Step "Setup program" { & $Run packaging\windows\setup_program.py --nsis $Nsis }
