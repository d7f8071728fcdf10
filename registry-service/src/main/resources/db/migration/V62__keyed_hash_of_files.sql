-- A file of one row is guessed from a bare hash of it: what was kept of the files so far goes, and from now on it is keyed.

update import_job set sha256 = '';
comment on column import_job.sha256 is 'Keyed hash of the file, to tell whether a repeated request brings the same one.';
