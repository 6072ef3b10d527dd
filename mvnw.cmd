@echo off
rem What mvnw is for Unix: starts the Maven named in .mvn\wrapper\maven-wrapper.properties on a JDK 21 or newer.
setlocal EnableExtensions DisableDelayedExpansion

set "jdk="
set "newest=20"
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if defined jdk goto found
for /f "delims=" %%j in ('where java.exe 2^>nul') do for %%h in ("%%~dpj..") do call :consider "%%~fh"
if defined jdk goto found
for %%v in (Java "Eclipse Adoptium" Microsoft Zulu "Amazon Corretto" BellSoft) do (
    for /d %%j in ("%ProgramFiles%\%%~v\*") do call :consider "%%~j"
)
for /d %%j in ("%USERPROFILE%\.jdks\*") do call :consider "%%~j"
if defined jdk goto found
echo Rollcall needs a JDK 21 or newer. Install one (winget install EclipseAdoptium.Temurin.25.JDK, or https://adoptium.net) or set JAVA_HOME. 1>&2
exit /b 1

rem Remembers the JDK in folder %1 if there is one and it is the newest so far.
:consider
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version=0"
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "version=%%~b"
for /f "delims=.-+" %%m in ("%version%") do set "version=%%m"
if %version% leq %newest% exit /b 0
set "newest=%version%"
set "jdk=%~1"
exit /b 0

:found
set "JAVA_HOME=%jdk%"
for /f "usebackq tokens=1,2 delims==" %%a in ("%~dp0.mvn\wrapper\maven-wrapper.properties") do (
    if "%%a"=="distributionUrl" set "url=%%b"
    if "%%a"=="distributionSha512Sum" set "sha512=%%b"
)
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
for %%u in ("%url%") do set "maven=%MAVEN_USER_HOME%\wrapper\dists\%%~nu\%sha512:~0,12%"
if exist "%maven%\bin\mvn.cmd" goto run
"%JAVA_HOME%\bin\java.exe" %MAVEN_OPTS% "%~dp0.mvn\wrapper\MavenDownload.java" "%url%" "%sha512%" "%maven%"
if errorlevel 1 exit /b 1

:run
"%maven%\bin\mvn.cmd" %*
