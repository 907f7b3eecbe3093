-- Numbers of runs: given in order, never twice.
create sequence year_end_run;
