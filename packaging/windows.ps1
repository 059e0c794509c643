# Builds the packages for Windows, in target\installers: an .msi and an .exe. Needs Maven, a JDK 25 and WiX 3 or
# later on the path; runs on Windows alone.
#
# Signed where these are set:
#   WIN_SIGNING_CERTIFICATE   the SHA-1 thumbprint of a certificate in the user's store; signtool is on the path
#   WIN_TIMESTAMP_URL         a timestamp server of its issuer
param([string]$Version = "")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")
$out = Join-Path (Get-Location) "target\installers"

function Run { & $args[0] $args[1..($args.Length - 1)]; if ($LASTEXITCODE -ne 0) { throw "$($args[0]) ended with $LASTEXITCODE" } }
function Sign([string]$file) {
  if ($env:WIN_SIGNING_CERTIFICATE) {
    Run signtool sign /sha1 $env:WIN_SIGNING_CERTIFICATE /fd SHA256 /td SHA256 /tr $env:WIN_TIMESTAMP_URL $file
  }
}

$maven = @("-B", "-ntp", "-q", "-Dmaven.test.skip", "-Pinstallers")
if ($Version) { $maven += "-Dinstaller.version=$Version" }
Run mvn @maven package

$jpackage = Join-Path (Get-Content "$out\jdk") "bin\jpackage.exe"
$full = Get-Content "$out\version"
$numbers = $full -replace "-.*", ""
Get-ChildItem "$out\image\Frontdesk\*.exe" | ForEach-Object { $_.IsReadOnly = $false; Sign $_.FullName }

foreach ($type in "msi", "exe") {
  Run $jpackage --type $type "@packaging\package.args" "@packaging\windows.args" --app-version $numbers `
    --app-image "$out\image\Frontdesk" --dest "$out\jpackaged"
  Move-Item -Force "$out\jpackaged\*.$type" "$out\Frontdesk-$full.$type"
  Sign "$out\Frontdesk-$full.$type"
}
Remove-Item -Recurse "$out\jpackaged"
Get-FileHash -Algorithm SHA256 "$out\Frontdesk-$full.msi", "$out\Frontdesk-$full.exe", "$out\frontdesk.cdx.json" |
  ForEach-Object { "$($_.Hash.ToLower())  $(Split-Path -Leaf $_.Path)" } | Tee-Object "$out\SHA256SUMS"
