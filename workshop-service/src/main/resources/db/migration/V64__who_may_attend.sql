-- Who was accredited when a session began, or votes in a round that is open, was there by right, whatever came since.

alter table agent add column ended_at timestamptz;
comment on column agent.ended_at is 'When the registry ended the accreditation; null while it stands, and where it ended before this was kept.';

alter table attendance add column voice boolean, add column vote boolean;
comment on column attendance.voice is 'As the agent had it when recorded; null of what was recorded before this was kept.';
