@echo off
rem Measures one stage: scripts\bench render^|intake^|archive^|memory^|search^|print [options of the measurement]
setlocal
set "MAIN="
if /i "%~1"=="render" set "MAIN=nienkhoa.forms.RenderBench"
if /i "%~1"=="intake" set "MAIN=nienkhoa.bench.IntakeBench"
if /i "%~1"=="archive" set "MAIN=nienkhoa.bench.ArchiveBench"
if /i "%~1"=="memory" set "MAIN=nienkhoa.bench.MemoryBench"
if /i "%~1"=="search" set "MAIN=nienkhoa.bench.SearchBench"
if /i "%~1"=="print" set "MAIN=nienkhoa.bench.PrintBench"
if not defined MAIN (
    echo scripts\bench render^|intake^|archive^|memory^|search^|print 1>&2
    exit /b 2
)
call "%~dp0nienkhoa.cmd" --version >nul
if errorlevel 1 exit /b 2

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -XX:+UseSerialGC -XX:MetaspaceSize=128m -Xmx512m %NIENKHOA_JAVA_OPTIONS% -Djava.awt.headless=true -cp "%~dp0..\batch-jobs\target\app\nienkhoa.jar" %MAIN% %2 %3 %4 %5 %6 %7 %8 %9
exit /b %ERRORLEVEL%
