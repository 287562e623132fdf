-- Asked several times a second on every instance: what waits for approval is compiled ahead.
create index rule_draft_submitted on rule_draft (changed_at) where state = 'SUBMITTED';
