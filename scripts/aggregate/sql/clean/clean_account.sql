-- What became of everything that was accepted, one row a kind of thing and its outcome; each kind's outcomes add up to
-- `things_in`. Rows and doses as `people_account` says; events move a subject or say why not.
from people_account
union all
select 'event', outcome, count(*), (select count(*) from event_in) from cleaning_step group by outcome
