-- How values of an export came to differ from the cells they were read from, step by step. An export's journal is that of
-- its last reading; it is written with the register, in the same transaction.

create table intake_change (
    export_sha256 text    not null,
    file          text    not null,
    sheet         text    not null,
    cell          text    not null,
    field         text    not null,
    step          integer not null,
    rule          text    not null,
    before        text    not null,
    after         text    not null,
    primary key (export_sha256, file, sheet, cell, field, step)
);
