-- Skills and regions of customers an agent likes to speak with.
alter table planning_agent add column prefers text[] not null default '{}';
