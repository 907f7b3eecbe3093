@echo off
rem Kills a process that archives, corrects, copies and destroys dossiers, at many moments, and checks what is left.
rem scripts\soak [kills, default 200] [seed, default 1]
setlocal
set "KILLS=%~1"
if not defined KILLS set "KILLS=200"
set "SEED=%~2"
if not defined SEED set "SEED=1"
cd /d "%~dp0.."
call mvn -q -Dquick -pl batch-jobs -am test -Dtest=KilledLivesTest -Dsurefire.failIfNoSpecifiedTests=false -Dkill.points=%KILLS% -Dkill.seed=%SEED%
if errorlevel 1 exit /b 1
type batch-jobs\target\killed-lives.txt
