-- Why a draft is submitted, in the words of whoever submits it.
alter table rule_draft add column reason text;
