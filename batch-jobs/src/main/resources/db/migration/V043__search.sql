-- What the archive holds about one student is asked for by the student.
create index rendering_document_student on rendering_document (student_id) where student_id <> '';
