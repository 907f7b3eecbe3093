@echo off
rem Nien Khoa's command line. Builds the program when it is missing, then runs it.
rem After changing sources run: mvn -Dquick -DskipTests package
rem Environment: JAVA_HOME, NIENKHOA_JAVA_OPTIONS (for example -Xmx1g).
setlocal
chcp 65001 >nul
set "REPO=%~dp0.."
set "APP=%REPO%\batch-jobs\target\app"
set "JAR=%APP%\nienkhoa.jar"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo Chua co Java. Hay cai Java 17 tro len ^(JDK^) roi chay lai. 1>&2
    exit /b 2
)

if not exist "%JAR%" (
    echo Dang dung chuong trinh, chi lan dau ... 1>&2
    pushd "%REPO%"
    call mvn -B -ntp -q -Dquick -DskipTests package 1>&2
    if errorlevel 1 (
        popd
        echo Khong dung duoc chuong trinh ^(mvn package^). 1>&2
        exit /b 2
    )
    popd
)

set "TIER=-XX:TieredStopAtLevel=1"
if /i "%~1"=="year-end" set "TIER="
if /i "%~1"=="intake" set "TIER="
if /i "%~1"=="verify" set "TIER="
if /i "%~1"=="sample-district" set "TIER="
if /i "%~1"=="serve" set "TIER="

"%JAVA%" -Xshare:auto %TIER% -XX:+UseSerialGC -XX:MetaspaceSize=128m -Xmx512m %NIENKHOA_JAVA_OPTIONS% -Djava.awt.headless=true -Dnienkhoa.terminal=true -jar "%JAR%" %*
exit /b %ERRORLEVEL%
