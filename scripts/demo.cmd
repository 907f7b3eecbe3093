@echo off
rem A whole year-end on invented data, in demo-home: sample district, documents, archive. Options go to year-end.
setlocal
set "HOME_FOLDER=%~dp0..\demo-home"

if not exist "%HOME_FOLDER%\export" (
    if exist "%HOME_FOLDER%\export.new" rmdir /s /q "%HOME_FOLDER%\export.new"
    call "%~dp0nienkhoa.cmd" sample-district "%HOME_FOLDER%\export.new" --schools 2 --students 300 --school-year 2023-2024
    if errorlevel 1 exit /b 3
    ren "%HOME_FOLDER%\export.new" export
)
call "%~dp0nienkhoa.cmd" year-end "%HOME_FOLDER%\export" --home "%HOME_FOLDER%" --school-year 2023-2024 %*
rem 1 = done, with things to look at: the sample has classes whose form does not exist yet.
if errorlevel 2 exit /b %ERRORLEVEL%
exit /b 0
